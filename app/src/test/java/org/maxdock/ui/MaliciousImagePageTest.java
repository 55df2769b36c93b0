package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * An image whose maker meant harm, by its entrypoint, its labels, the names of its files, what it writes and how long
 * all of that is, on each page that shows it: nothing of it is obeyed, and nothing outside its container changes.
 */
@Tag("lab")
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class MaliciousImagePageTest {

    private static final String IMAGE = "max-registry:5000/mxuser/malicious:1";
    private static final String NAME = "malicious-test";
    private static final String HOME = "/beegfs/desy/user/mxuser";
    private static final String THERE = HOME + "/malicious";
    private static final String MARK = "maxdock-owned";
    private static final String ESCAPES = "\u001b]0;" + MARK + "\u0007\u001b[2J\u001b[31mred\u202egnp.exe";
    private static final int MEGABYTE = 1 << 20;

    /** Names of files that are options, commands, and escapes, and one as long as a name can be. */
    private static final String MAKE = """
            cd /
            mkdir evil && cd evil
            printf 'x' > "$(printf 'a\\033]0;%1$s\\007b')"
            printf 'x' > "$(printf 'two\\nlines')"
            printf 'x' > "$(printf 'right\\342\\200\\256tfel')"
            printf 'x' > ./-rf
            printf 'x' > '$(touch %1$s)'
            printf 'x' > "$(head -c 255 /dev/zero | tr '\\0' n)"
            ln -s /../../../../etc/passwd link
            """;

    @TempDir
    static Path folder;

    private Stage stage;
    private OpenWindow window;
    private FxRobot robot;
    private Seen seen;
    private Project project;

    @BeforeAll
    static void build() throws Exception {
        Lab.onlyWithEngineOnServer();
        Lab.must("max-wgs", "mkdir -p " + THERE);
        Path context = Lab.sharedDisk(THERE);
        Files.writeString(context.resolve("make.sh"), MAKE.formatted(MARK));
        String entrypoint = "printf '\\\\033]0;" + MARK + "\\\\007\\\\033[2J\\\\033[31mred\\\\n'; touch /tmp/" + MARK
                + " " + HOME + "/" + MARK + "; while :; do sleep 1; done";
        Files.writeString(
                context.resolve("Dockerfile"),
                "FROM " + Lab.BASE + "\nCOPY make.sh /make.sh\nRUN sh /make.sh\nLABEL maxdock.user=root maxdock.job=1 "
                        + "evil=\"" + ESCAPES + "\"\nENV TITLE=\"" + ESCAPES + "\"\n"
                        + "ENTRYPOINT [\"/bin/sh\", \"-c\", \"" + entrypoint + "\", \"--\"]\n");
        Files.writeString(context.resolve("labels"), "{\"Labels\":{\"big\":\"" + "x".repeat(MEGABYTE) + "\"}}");
        Lab.must( // a Dockerfile with such a label takes the engine minutes to read
                "max-wgs",
                "cd " + THERE + " && docker build -q -t " + IMAGE + " . && c=$(docker create " + IMAGE
                        + ") && curl -sf --unix-socket /run/docker.sock -H 'Content-Type: application/json' -d @labels"
                        + " \"http://docker/commit?container=$c&repo=" + IMAGE.replaceFirst(":[^:]*$", "") + "&tag="
                        + IMAGE.replaceFirst(".*:", "") + "\" && docker rm $c");
        Lab.must(
                "mxuser@max-wgs",
                "docker rm -f " + NAME + " >/dev/null 2>&1; docker run -d --name " + NAME + " " + IMAGE);
    }

    @AfterAll
    static void remove() {
        Lab.sh("max-wgs", "docker rm -f " + NAME + "; docker rmi -f " + IMAGE + "; rm -rf " + THERE);
    }

    @Start
    void start(Stage primary) throws Exception {
        stage = primary;
        project = new Project(Files.createDirectories(folder.resolve("p11-malicious")), new Json());
        project.put(ProjectBench.launch("theirs", IMAGE));
        stage.setWidth(1280);
        stage.setHeight(800);
        window = new org.maxdock.ui.Window()
                .show(stage, Lab.ssh(), Lab.site(), folder.resolve("settings.json"), project.folder(), "images");
    }

    @AfterEach
    void leave() throws Exception {
        Windows.end(window);
    }

    @Test
    void everyPageShowsItAndNothingObeysIt() throws Exception {
        robot = new SteadyRobot();
        seen = new Seen(robot, stage);
        String title = Seen.look(() -> stage.getTitle());
        String outside = outside();
        Platform.runLater(() -> window.connect("max-wgs"));
        seen.text("● mxuser@max-wgs");
        images();
        inside();
        containers();
        verify();
        launch();
        assertThat(Seen.look(() -> stage.getTitle())).isEqualTo(title);
        assertThat(outside()).as("what is outside its container").isEqualTo(outside);
        for (String place : List.of("/tmp", HOME, "/home/mxuser", "/")) {
            assertThat(Lab.sh("max-wgs", "[ -e " + place + "/" + MARK + " ]").status())
                    .as(place)
                    .isNotZero();
        }
        assertThat(Path.of("/tmp", MARK)).doesNotExist();
        assertThat(Path.of(MARK)).doesNotExist();
    }

    /** The user's own files there, by their names, sizes and times; those of MaxDock itself aside. */
    private static String outside() {
        return Lab.must(
                "mxuser@max-wgs",
                "find ~ " + HOME + " -path ~/.cache -prune -o -path ~/.docker -prune -o -type f "
                        + "-printf '%p %s %T@\\n' | sort");
    }

    private void go(String page) throws TimeoutException {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.go(page));
        seen.text(window.text("ui.page." + page));
    }

    private void images() throws TimeoutException {
        go("images");
        seen.type("#filter", "mxuser/malicious");
        seen.text(IMAGE);
        robot.clickOn(IMAGE);
        seen.click("Record", "");
        seen.text("recorded");
        picture("images", stage.getScene());
    }

    private void inside() throws TimeoutException {
        seen.click("Look inside", "");
        seen.await(() -> robot.lookup("#files").tryQuery().isPresent());
        seen.await(() -> window.background().running().isEmpty());
        picture("inside", Seen.look(() -> robot.lookup("#files").query().getScene()));
        robot.clickOn("Close");
        seen.click("Inspect", "");
        seen.text("At a glance");
        picture("inspect", Seen.look(() -> robot.lookup("At a glance").query().getScene()));
        robot.clickOn("JSON");
        seen.await(() -> robot.lookup(".dialog-pane .text-area")
                .tryQueryAs(TextInputControl.class)
                .filter(t -> t.getText().contains("\"RootFS\""))
                .isPresent());
        picture(
                "inspect-json",
                Seen.look(() -> robot.lookup(".dialog-pane").query().getScene()));
        robot.clickOn("Close");
    }

    private void containers() throws TimeoutException {
        go("containers");
        seen.type("#container-filter", NAME);
        seen.text(NAME);
        robot.clickOn(NAME);
        seen.await(() -> seen.shows(l -> l.contains("% of a core")));
        assertThat(seen.shows(l -> l.contains("root, job 1")))
                .as("its labels say whose it is")
                .isFalse();
        picture("containers", stage.getScene());
        seen.click("Logs", "");
        seen.await(() -> robot.lookup("#container-log").tryQuery().isPresent());
        seen.await(() -> seen.code().contains("red"));
        assertThat(seen.code()).doesNotContain("\u001b", "\u0007");
        picture("containers-log", stage.getScene());
        seen.click("Close", "");
    }

    private void verify() throws TimeoutException {
        go("verify");
        seen.await(() -> seen.shows(l -> l.endsWith("malicious:1")));
        robot.clickOn((javafx.scene.Node n) ->
                n instanceof Labeled l && l.getText() != null && l.getText().endsWith("malicious:1"));
        seen.click(window.text("ui.images.verify"), "");
        seen.await(() -> window.background().running().isEmpty());
        picture("verify", stage.getScene());
    }

    private void launch() throws TimeoutException {
        go("overview");
        seen.text("theirs");
        seen.click("Edit", "");
        seen.await(() -> robot.lookup("#name").tryQuery().isPresent());
        seen.await(() -> window.background().running().isEmpty() && seen.code().contains(IMAGE));
        assertThat(seen.code()).doesNotContain("\u001b", "\u0007", "\u202e");
        picture("launch", stage.getScene());
    }

    /** No text of any window has what a terminal would obey, or what turns round what stands beside it. */
    private void picture(String name, Scene scene) {
        List<String> hidden = Seen.look(ShownTexts::deceiving);
        assertThat(Screenshots.take(scene, Lab.mode() + "-malicious-" + name)).isNotEmptyFile();
        assertThat(hidden).as(name).isEmpty();
    }
}
