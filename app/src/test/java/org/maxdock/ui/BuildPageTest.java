package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A Dockerfile written, advised on, built until it goes well, here and on the server, by what a user sees. */
@Tag("lab")
@Tag("whole")
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class BuildPageTest {

    private static final String IMAGE = "max-registry:5000/mxuser/built:1";
    private static final String THERE = "/beegfs/desy/user/mxuser/build-there";

    @TempDir
    static Path folder;

    private Stage stage;
    private OpenWindow window;
    private FxRobot robot;
    private Seen seen;
    private Path project;

    @Start
    void start(Stage primary) throws Exception {
        stage = primary;
        project = Files.createDirectories(folder.resolve("recon"));
        Files.writeString(project.resolve("notes.txt"), "a file\n");
        Files.write(project.resolve("heavy.bin"), new byte[3_000_000]);
        window = new Window().show(stage, Lab.ssh(), Lab.site(), folder.resolve("settings.json"), project, "overview");
        stage.setWidth(1280);
        stage.setHeight(800);
    }

    @AfterEach
    void disconnect() throws Exception {
        Windows.end(window);
        Lab.sh("max-wgs", "rm -rf " + THERE);
    }

    @Test
    void writtenAdvisedOnBuiltUntilItGoesWell() throws Exception {
        robot = new SteadyRobot();
        seen = new Seen(robot, stage);
        new FirstSteps(robot, seen).connect();
        seen.click("Build", "sidebar-item");
        completeAndFind();
        advise();
        fail();
        modern();
        mend();
        onTheServer();
        template();
    }

    private String editor() {
        return Seen.look(
                () -> robot.lookup("#dockerfile").queryAs(CodeArea.class).getText());
    }

    private void write(String text) {
        robot.clickOn("#dockerfile");
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
        robot.write(text);
    }

    private void completeAndFind() throws TimeoutException {
        seen.await(() -> seen.shows(l -> l.endsWith("/recon")));
        write("FRO");
        robot.push(KeyCode.CONTROL, KeyCode.SPACE);
        seen.await(() -> editor().equals("FROM"));
        robot.write(" " + Lab.BASE + "\nCOPY no");
        robot.push(KeyCode.CONTROL, KeyCode.SPACE);
        seen.await(() -> editor().endsWith("COPY notes.txt"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("maxwell");
        seen.text("1/1");
        robot.push(KeyCode.ESCAPE);
        seen.await(() -> robot.lookup("#find").queryAll().stream()
                .noneMatch(n -> n.getParent().isVisible()));
    }

    private void advise() throws TimeoutException {
        write("FROM debian\nENV API_TOKEN=x\nENTRYPOINT [\"/start.sh\"]\n");
        seen.await(() -> seen.shows("hadolint DL3006"::equals)
                && seen.shows(l -> l.startsWith("API_TOKEN stays in the image"))
                && seen.shows(l -> l.startsWith("dockerrun and dockercluster replace the entrypoint")));
        picture("build-advice");
    }

    private void fail() throws TimeoutException {
        write("FROM " + Lab.BASE + "\nRUN echo hello > /greeting\nRUN echo about to fail; exit 7\nRUN true\n");
        seen.text("Nothing to say against this Dockerfile.");
        seen.type("#tag", IMAGE);
        seen.click("Build", "success");
        seen.text("failed");
        seen.await(() -> seen.code().contains("about to fail") && seen.code().contains("returned a non-zero code: 7"));
        seen.text("Log of step 3");
        seen.text("The last build failed at line 3. What it said is in the log.");
        seen.click("Go to the line", "");
        picture("build-failed");
        seen.click("Shell before this step", "");
        seen.await(() -> seen.screen().contains("#") || seen.screen().contains("$"));
        seen.typeInTerminal("cat /greeting; exit\n");
        seen.await(() -> seen.screen().contains("hello"));
        seen.click("Build", "sidebar-item");
    }

    /** By BuildKit, whose steps run side by side. */
    private void modern() throws TimeoutException {
        String mark = "seen" + System.nanoTime();
        String begin = "FROM " + Lab.BASE + " AS first\nRUN --mount=type=cache,target=/kept echo of the first stage\n"
                + "FROM " + Lab.BASE + "\nCOPY --from=first --chmod=0640 /etc/passwd /x\n";
        write(begin + "RUN echo " + mark + "; exit 3\n");
        seen.click("Build", "success");
        seen.await(() -> seen.code().contains(mark) && seen.code().contains("exit code: 3"));
        seen.text("Log of step 3");
        seen.await(() -> seen.shows(l -> l.startsWith("first: RUN --mount")));
        seen.text("The last build failed at line 5. What it said is in the log.");
        picture("build-buildkit-failed");
        write(begin + "RUN echo " + mark + "\n");
        seen.await(() -> !seen.shows(l -> l.startsWith("The last build failed at")));
        seen.click("Build", "success");
        seen.await(() -> seen.shows(l -> l.startsWith("built ")));
        seen.await(() -> seen.code().contains("# BuildKit") && seen.code().contains(mark));
        picture("build-buildkit");
    }

    private void mend() throws Exception {
        write("ARG WHO=nobody\nFROM " + Lab.BASE
                + " AS first\nARG WHO\nRUN echo built for $WHO\nFROM first AS second\nRUN echo never\n");
        String who = "me" + System.nanoTime(); // or the cache would answer
        seen.click("Options…", "");
        robot.clickOn("#build-arguments").write("WHO=" + who);
        robot.clickOn("#build-labels").write("org.project=recon");
        robot.clickOn("#build-target").write("first");
        refusedInTheDialog();
        robot.clickOn("OK");
        seen.await(() -> seen.code()
                .contains("docker build -t " + IMAGE + " --build-arg WHO=" + who
                        + " --label org.project=recon --target first"));
        seen.click("Build", "success");
        seen.await(() -> seen.shows(l -> l.startsWith("built ")));
        seen.await(
                () -> seen.code().contains("built for " + who) && !seen.code().contains("echo never"));
        assertThat(Lab.must(
                                "max-wgs",
                                "docker image inspect --format '{{index .Config.Labels \"org.project\"}}' " + IMAGE)
                        .strip())
                .isEqualTo("recon");
        seen.await(() -> !seen.buttons("Push", "").isEmpty());
        picture("build");
        changedElsewhere();
        seen.click("Past builds", "");
        seen.await(() -> seen.shows(l -> l.equals("failed")) && seen.code().contains("built for " + who));
        picture("build-history");
        robot.clickOn("Close");
    }

    /** What is wrong is said in the dialog, which stays with all that was typed. */
    private void refusedInTheDialog() throws TimeoutException {
        robot.clickOn("#build-secrets").write("no secret");
        robot.clickOn("OK");
        seen.await(() -> robot.lookup("#form-refused")
                .tryQueryAs(Label.class)
                .filter(l -> l.getText().contains("no secret"))
                .isPresent());
        assertThat(Screenshots.take(
                        Seen.look(() -> robot.lookup("#form-refused").query().getScene()),
                        Lab.mode() + "-build-options"))
                .isNotEmptyFile();
        assertThat(Seen.look(() -> robot.lookup("#build-arguments")
                        .queryAs(TextInputControl.class)
                        .getText()))
                .startsWith("WHO=me");
        robot.clickOn("#build-secrets").push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
    }

    /** Somebody else edits the file meanwhile: it is followed, and where it was edited here too, compared. */
    private void changedElsewhere() throws Exception {
        Path file = project.resolve("Dockerfile");
        String mine = Files.readString(file);
        Files.writeString(file, mine + "# theirs\n");
        seen.await(() -> editor().endsWith("# theirs\n"));
        robot.clickOn("#dockerfile").push(KeyCode.CONTROL, KeyCode.END).write("# mine\n");
        Files.writeString(file, mine + "# theirs, again\n");
        seen.await(() -> seen.shows(l -> l.startsWith("Somebody else changed the file")));
        picture("build-elsewhere");
        seen.click("Build", "success");
        seen.await(() -> seen.shows(l -> l.startsWith("> # mine")));
        assertThat(Screenshots.take(
                        Seen.look(() -> robot.lookup("#difference").query().getScene()),
                        Lab.mode() + "-build-conflict"))
                .isNotEmptyFile();
        robot.clickOn("Keep both");
        seen.await(() -> editor().endsWith("# theirs, again\n"));
        assertThat(Files.readString(project.resolve("Dockerfile.mine"))).endsWith("# theirs\n# mine\n");
        assertThat(Files.readString(file)).endsWith("# theirs, again\n");
    }

    private void onTheServer() throws TimeoutException {
        Lab.must(
                "max-wgs",
                "mkdir -p " + THERE + " && cd " + THERE
                        + " && head -c 5000000 /dev/urandom > data.bin && echo skipped > .dockerignore && "
                        + "head -c 9000000 /dev/zero > skipped"
                        + " && printf 'FROM " + Lab.BASE
                        + "\\nCOPY . /all\\nRUN echo packed there; date\\n' > Dockerfile && chown -R mxuser " + THERE);
        robot.clickOn("#build-folder")
                .clickOn("Folder on the server…")
                .write(THERE)
                .push(KeyCode.ENTER);
        seen.await(() -> editor().contains("packed there")
                && seen.shows(l -> l.startsWith("3 files, 5.0 MB are packed on the server")));
        seen.click("Options…", "");
        for (String field : new String[] {"#build-arguments", "#build-labels", "#build-target"}) {
            robot.clickOn(field).push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
        }
        robot.clickOn("OK");
        seen.click("Build", "success");
        seen.await(() -> seen.shows(l -> l.startsWith("built ")) && seen.code().contains("packed there"));
        picture("build-on-server");
        editedOnTheServerToo();
        assertThat(Lab.must("max-wgs", "docker run --rm " + IMAGE + " ls /all").split("\\s+"))
                .contains("data.bin", "Dockerfile")
                .doesNotContain("skipped");
    }

    private void editedOnTheServerToo() throws TimeoutException {
        robot.clickOn("#dockerfile").push(KeyCode.CONTROL, KeyCode.END).write("# mine\n");
        Lab.must("max-wgs", "echo '# theirs' >> " + THERE + "/Dockerfile");
        seen.click("Save", "");
        seen.await(() -> seen.shows(l -> l.startsWith("> # mine")));
        robot.clickOn("Overwrite with mine");
        seen.await(() -> Lab.sh("max-wgs", "cat " + THERE + "/Dockerfile").out().endsWith("# mine\n"));
    }

    private void template() throws TimeoutException {
        robot.clickOn("Template").clickOn("MPI job").clickOn("Replace");
        seen.await(() -> editor().contains("ibverbs-providers") && editor().startsWith("# An image for an MPI job"));
        seen.text("Nothing to say against this Dockerfile.");
        picture("build-template");
        seen.click("Save", ""); // what is not saved would be kept beside the settings, a moment after the test
        seen.await(
                () -> Lab.sh("max-wgs", "cat " + THERE + "/Dockerfile").out().startsWith("# An image for an MPI job"));
    }

    private void picture(String name) {
        assertThat(Screenshots.take(stage.getScene(), Lab.mode() + "-" + name)).isNotEmptyFile();
    }
}
