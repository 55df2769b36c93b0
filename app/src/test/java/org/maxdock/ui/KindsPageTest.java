package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.shell.AnsiQuotes;
import org.maxdock.lab.Hostile;
import org.maxdock.lab.Lab;
import org.maxdock.text.RawText;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The site's page, "Creating a Docker image", "Running a single job", "Running an MPI job", and the other kinds of
 * launch, by clicking.
 */
@Tag("lab")
@Tag("whole")
@Tag("once")
@Timeout(400)
@ExtendWith(ApplicationExtension.class)
class KindsPageTest {

    private static final String IMAGE = "max-registry:5000/mxuser/clicked:" + Long.toHexString(System.nanoTime());

    @TempDir
    static Path folder;

    private Stage stage;
    private OpenWindow window;
    private FxRobot robot;
    private Seen seen;

    @Start
    void start(Stage primary) throws Exception {
        stage = primary;
        stage.setX(0);
        stage.setY(0);
        Path project = Files.createDirectories(folder.resolve("p11-mpi"));
        Path example = Lab.top().resolve("ui-resources/src/main/resources/org/maxdock/example/mpi");
        Files.copy(example.resolve("Dockerfile"), project.resolve("Dockerfile"));
        Files.copy(example.resolve("pingpong.py"), project.resolve("pingpong.py"));
        window = new Window().show(stage, Lab.ssh(), Lab.site(), folder.resolve("settings.json"), project, "overview");
        stage.setWidth(1280);
        stage.setHeight(800);
    }

    @AfterEach
    void disconnect() throws Exception {
        Windows.end(window);
        Lab.giveBack("mxuser"); // what a failure leaves behind shall not fail the tests that come after
    }

    @Test
    void theExamplesOfTheSitesPageAndAllKindsByClicking() throws Exception {
        robot = new SteadyRobot();
        seen = new Seen(robot, stage);
        createAnImage();
        singleJob();
        mpiJob();
        jupyter();
        web();
        batch();
        hostile();
        x11();
        doubleClick();
        dark();
    }

    private void createAnImage() throws TimeoutException {
        FirstSteps first = new FirstSteps(robot, seen);
        first.connect();
        first.build(IMAGE);
        first.recordAndPush(IMAGE);
        picture("example-image");
    }

    private void kind(String name, String command, String... places) throws TimeoutException {
        seen.click("Launch", "sidebar-item");
        seen.click(name, "");
        seen.text(places.length == 0 ? "maxcpu" : places[0]);
        robot.clickOn(places.length == 0 ? "maxcpu" : places[0]);
        if (seen.shows(l -> l.equals("Command"))) {
            set("#command", command);
        }
        set("#name", name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
        seen.await(() -> seen.shows(l -> l.equals("all clear") || l.startsWith("clear, to know")));
    }

    private void set(String field, String text) throws TimeoutException {
        seen.await(() -> robot.lookup(field).tryQuery().isPresent());
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> robot.lookup(field).queryAs(TextInputControl.class).setText(text));
    }

    private void singleJob() throws TimeoutException {
        kind("Command", "echo single-$((40+2)) on $(hostname) as $(id -un)");
        picture("launch-command");
        robot.clickOn("#start");
        seen.await(
                () -> seen.screen().contains("single-42 on ") && seen.screen().contains("as mxuser"));
        seen.await(() -> seen.shows(l -> l.equals("ended with status 0")));
        assertThat(seen.screen())
                .as("what a short command wrote stays in view")
                .contains("single-42 on ")
                .doesNotContain("dtach");
        picture("kind-command");
    }

    private void mpiJob() throws TimeoutException {
        kind("MPI", "python3 /opt/pingpong.py");
        set("#ranks", "1");
        set("#nodes .text-field", "2");
        robot.clickOn("#nodes .text-field").write("\n");
        seen.await(
                () -> seen.code().contains("--ntasks-per-node=1") && seen.code().contains("#SBATCH --nodes=2"));
        seen.await(() -> seen.shows(l -> l.startsWith("It has mpirun, sshd")));
        picture("launch-mpi");
        robot.clickOn("#start");
        seen.await(() -> seen.screen().contains("ranks on max-wn001 max-wn002")
                && seen.screen().contains("a message from rank 0 to rank 1 takes"));
        seen.await(() -> seen.shows(l -> l.equals("ended with status 0")));
        picture("kind-mpi");
        seen.click("Launch", "sidebar-item");
        robot.clickOn("#nodes .text-field");
        set("#nodes .text-field", "1");
        robot.write("\n");
    }

    private void jupyter() throws Exception {
        kind("Jupyter", "");
        picture("launch-jupyter");
        robot.clickOn("#start");
        seen.await(() -> seen.shows(l -> l.startsWith("answers at max-wn")));
        seen.await(
                () -> seen.screen().contains("it answers on port")); // the terminal's text takes its own way, and time
        assertThat(seen.screen()).doesNotContain("token");
        seen.click("Copy address", "");
        String address = WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> Clipboard.getSystemClipboard().getString());
        HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new java.net.CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        assertThat(client.send(
                                HttpRequest.newBuilder(URI.create(address)).build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("Jupyter");
        picture("kind-jupyter");
        seen.click("Jobs", "");
        seen.await(() -> seen.shows("running"::equals) && seen.shows("recorded"::equals));
        picture("jobs-jupyter");
        inThatJob();
        closeTab();
    }

    /** Beside what runs in a job already, without waiting; and the job outlives it. */
    private void inThatJob() throws TimeoutException {
        String job = Lab.must("mxuser@max-wgs", "squeue -h -u mxuser -o %A").strip();
        kind("Command", "echo beside-$((40+2))", "in job " + job);
        seen.await(() -> seen.code().contains("job " + job + ", which has its nodes already"));
        picture("launch-in-job");
        robot.clickOn("#start");
        seen.await(() -> seen.screen().contains("beside-42") && seen.shows(l -> l.equals("ended with status 0")));
        assertThat(Lab.must("mxuser@max-wgs", "squeue -h -u mxuser -o '%A %T'").strip())
                .isEqualTo(job + " RUNNING");
        robot.clickOn(".tab:selected .tab-close-button");
    }

    private void closeTab() throws TimeoutException {
        seen.click("Terminals", "");
        endTab();
        seen.await(() -> window.connection().connected().get()
                && Lab.must("mxuser@max-wgs", "squeue -h -u mxuser").isEmpty());
    }

    /** Closes the tab in view, and ends the launch in it. */
    private void endTab() throws TimeoutException {
        robot.clickOn(".tab:selected .tab-close-button");
        seen.click("End it", "");
    }

    private void web() throws Exception {
        kind("Web app", "mkdir /tmp/w; echo welcome > /tmp/w/index.html; exec python3 -m http.server -d /tmp/w $PORT");
        robot.clickOn("#start");
        seen.await(() -> seen.shows(l -> l.startsWith("answers at max-wn")));
        picture("kind-web");
        closeTab();
    }

    private void batch() throws Exception {
        kind("Batch", "echo batch ran; sleep 100");
        set("#array", "1-2");
        seen.await(() -> seen.code().contains("--array=1-2"));
        seen.click("Edit", "toggle-button");
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> robot.lookup(".code").queryAllAs(TextInputControl.class).stream()
                        .filter(t -> t.isEditable())
                        .forEach(t -> t.setText(t.getText().replace("echo batch ran", "echo edited"))));
        picture("launch-batch");
        robot.clickOn("#start");
        seen.await(() -> !Lab.must("mxuser@max-wgs", "squeue -h -u mxuser").isEmpty());
        String first = Lab.must("mxuser@max-wgs", "squeue -h -u mxuser -o %F | head -n 1")
                        .strip() + "_1";
        seen.await(() -> robot.lookup(n -> isCell(n, first)).tryQuery().isPresent());
        picture("kind-batch");
        robot.clickOn((javafx.scene.Node n) -> isCell(n, first));
        seen.click("Output", "");
        seen.await(() -> seen.screen().contains("edited"));
        picture("batch-output");
        Lab.must("mxuser@max-wgs", "scancel -u mxuser; rm -f slurm-*.out");
    }

    private static boolean isCell(javafx.scene.Node node, String text) {
        return node instanceof javafx.scene.control.TableCell<?, ?> cell && text.equals(cell.getText());
    }

    private void hostile() throws Exception {
        Hostile hostile = new Hostile(7);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            values.add(hostile.any());
        }
        Lab.must("mxuser@max-wgs", "mkdir -p /beegfs/desy/user/mxuser/typed");
        kind(
                "Command",
                "i=0; while eval \"[ -n \\\"\\${V$i+x}\\\" ]\"; "
                        + "do eval \"printf '%s\\\\0' \\\"\\$V$i\\\"\"; i=$((i+1)); done > /out/values");
        seen.click("More options…", "");
        String lines = java.util.stream.IntStream.range(0, values.size())
                .mapToObj(i -> "V" + i + "=" + AnsiQuotes.write(values.get(i)))
                .collect(Collectors.joining("\n"));
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> robot.lookup("#environment").queryAs(TextArea.class).setText(lines));
        set("#docker-args", "--volume=/beegfs/desy/user/mxuser/typed:/out");
        javafx.scene.Scene dialog = WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> robot.lookup("#environment").query().getScene());
        assertThat(Screenshots.take(dialog, Lab.mode() + "-more-options")).isNotEmptyFile();
        seen.click("OK", "");
        seen.await(() -> seen.code().contains("V199"));
        robot.clickOn("#start");
        seen.await(() -> seen.shows(l -> l.equals("ended with status 0"))
                && Files.exists(Lab.sharedDisk("/beegfs/desy/user/mxuser/typed/values")));
        byte[] bytes = Files.readAllBytes(Lab.sharedDisk("/beegfs/desy/user/mxuser/typed/values"));
        StringBuilder expected = new StringBuilder();
        values.forEach(v -> expected.append(v).append('\0'));
        assertThat(RawText.of(bytes)).isEqualTo(expected.toString());
        Lab.must("max-wgs", "rm -rf /beegfs/desy/user/mxuser/typed");
        seen.click("Launch", "sidebar-item");
        seen.click("More options…", "");
        set("#environment", "");
        set("#docker-args", "");
        seen.click("OK", "");
    }

    /** A double click starts one launch. */
    private void doubleClick() throws Exception {
        kind("Shell", "bash");
        robot.doubleClickOn("#start");
        seen.await(() -> seen.shows(l -> l.startsWith("job ") && l.contains(" runs on ")));
        picture("kind-shell");
        assertThat(Lab.must("mxuser@max-wgs", "squeue -h -u mxuser | wc -l").strip())
                .isEqualTo("1");
        clusterBeside();
        closeTab();
    }

    /**
     * A virtual cluster of its own name in the same job: then that has two containers, and a shell is offered in each.
     */
    private void clusterBeside() throws TimeoutException {
        String job = Lab.must("mxuser@max-wgs", "squeue -h -u mxuser -o %A").strip();
        kind("Shell", "bash", "in job " + job);
        seen.click("dockercluster", "");
        set("#cluster", "beside");
        set("#port", "2055");
        seen.await(() -> seen.code().contains("beside") && seen.code().contains("2055"));
        picture("launch-shell-cluster");
        robot.clickOn("#start");
        seen.await(() -> !Lab.must("max-wn001", "docker ps --quiet --filter name=^/beside$")
                .isEmpty());
        seen.click("Jobs", "");
        robot.clickOn((javafx.scene.Node n) -> isCell(n, job));
        seen.click("Open terminal", "");
        seen.text("beside on max-wn001");
        robot.clickOn("beside on max-wn001");
        assertThat(Screenshots.take(
                        Seen.look(() ->
                                robot.lookup("beside on max-wn001").query().getScene()),
                        Lab.mode() + "-jobs-which-container"))
                .isNotEmptyFile();
        seen.click("OK", "");
        seen.await(() -> seen.screen().contains("$"));
        seen.typeInTerminal("echo in-$((40+2)); cat /proc/1/comm\n");
        seen.await(() -> seen.screen().contains("in-42") && seen.screen().contains("sshd"));
        robot.clickOn(".tab:selected .tab-close-button");
        seen.await(
                () -> robot.lookup(".tab:selected .tab-close-button").tryQuery().isPresent());
        endTab();
        seen.await(() -> Lab.must("max-wn001", "docker ps --quiet --filter name=^/beside$")
                .isEmpty());
    }

    private void dark() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.change(s -> s.withTheme("dark")));
        kind("MPI", "python3 /opt/pingpong.py");
        picture("launch-mpi-dark");
        seen.click("Jobs", "");
        seen.await(() -> seen.shows(l -> l.startsWith("done")));
        picture("jobs-dark");
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            window.change(s -> s.withTheme("light"));
            stage.setWidth(1024);
            stage.setHeight(700);
        });
        seen.await(() -> stage.getScene().getWidth() <= 1024);
        picture("jobs-small");
        seen.click("Launch", "sidebar-item");
        picture("launch-mpi-small");
    }

    private void x11() throws Exception {
        kind("X11 program", "xeyes", "this server");
        robot.clickOn("#start");
        seen.await(() -> Lab.run(List.of("xwininfo", "-root", "-tree")).out().contains("xeyes"));
        picture("kind-x11");
        closeTab();
    }

    private void picture(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Screenshots.take(stage.getScene(), Lab.mode() + "-" + name)).isNotEmptyFile();
    }
}
