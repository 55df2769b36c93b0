package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * The way of who sees MaxDock for the first time, with an empty home: from step to step as the window offers them, to a
 * shell on a node with the data there, in at most {@value #CLICKS} clicks and five minutes.
 */
@Tag("lab")
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class FirstUserPageTest {

    private static final int CLICKS = 20;
    private static final int MOST_TABS = 30;

    /** Pictures of that way begin here. */
    private static final int KEYBOARD = 20;

    private static final Duration TIME = Duration.ofMinutes(5);

    /** For the desktop's own dialog, which is not MaxDock's: a click on the folder, and one on Open. */
    private static final int CHOOSING = 2;

    private static final String CLOSED = Lab.DATA + "/c20190101/raw/run01";

    @TempDir
    static Path folder;

    private final String image = "max-registry:5000/mxuser/first:" + Long.toHexString(System.nanoTime());
    private Stage stage;
    private OpenWindow window;
    private SteadyRobot robot;
    private Seen seen;
    private int picture;
    private final AtomicInteger clicks = new AtomicInteger();

    @Start
    void start(Stage primary) throws Exception {
        stage = primary;
        Path project = Files.createTempDirectory(folder, "p11-recon");
        Path example = Lab.top().resolve("ui-resources/src/main/resources/org/maxdock/example");
        Files.copy(example.resolve("Dockerfile"), project.resolve("Dockerfile"));
        Files.writeString( // an image that nobody has pushed by another name
                project.resolve("recon.sh"), Files.readString(example.resolve("recon.sh")) + "# " + image + "\n");
        stage.setWidth(1280); // the stage is the one of the tests before
        stage.setHeight(800);
        window = new Window((owner, title) -> {
                    clicks.addAndGet(CHOOSING);
                    return Optional.of(project);
                })
                .show(
                        stage,
                        Lab.ssh(),
                        Lab.site(),
                        project.resolveSibling(project.getFileName() + "-settings")
                                .resolve("settings.json"),
                        null,
                        "overview");
        stage.getScene().addEventFilter(MouseEvent.MOUSE_PRESSED, e -> clicks.incrementAndGet());
    }

    @AfterEach
    void disconnect() throws Exception {
        Windows.end(window);
        Lab.giveBack("mxuser");
    }

    @Test
    void aShellOnANodeWithTheDataInTwentyClicks() throws Exception {
        robot = new SteadyRobot();
        seen = new Seen(robot, stage);
        Instant began = Instant.now();
        connect();
        build();
        mapAndLaunch();
        System.out.println(clicks + " clicks, " + Duration.between(began, Instant.now()));
        assertThat(clicks.get()).isLessThanOrEqualTo(CLICKS);
        assertThat(Duration.between(began, Instant.now())).isLessThan(TIME);
    }

    @Test
    void theSameByTheKeyboardAlone() throws Exception {
        robot = new SteadyRobot();
        seen = new Seen(robot, stage);
        picture = KEYBOARD;
        Instant began = Instant.now();
        robot.write("max-wgs\n");
        seen.text("Open a folder…");
        enter("Open a folder…");
        seen.text("Build an image…");
        enter("Build an image…");
        focus("#tag");
        robot.write(image);
        picture("name");
        robot.push(KeyCode.CONTROL, KeyCode.B);
        seen.await(() -> seen.shows(l -> l.startsWith("built ")));
        seen.await(() -> !seen.buttons("Record", "accent").isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        seen.await(() -> !seen.buttons("Push", "accent").isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        seen.await(() -> !seen.buttons("Mounts", "accent").isEmpty());
        picture("built");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        focus("#host-path");
        robot.write(CLOSED + "\n");
        seen.text("root squash");
        find("Apply the mend");
        seen.text("will work");
        picture("mapped");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        seen.await(() -> seen.shows(l -> l.equals("all clear") || l.startsWith("clear, to know")));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        inTheShell();
        assertThat(clicks.get()).isEqualTo(CHOOSING);
        assertThat(Duration.between(began, Instant.now())).isLessThan(TIME);
    }

    /** Enter presses what leads on, wherever the focus is. */
    private void enter(String leadsOn) throws Exception {
        seen.await(() -> !seen.buttons(leadsOn, "accent").isEmpty());
        picture("enter");
        robot.push(KeyCode.ENTER);
    }

    /** By Tab, from wherever it is. */
    private void focus(String field) throws Exception {
        seen.await(() -> robot.lookup(field).tryQuery().filter(Seen::visible).isPresent());
        for (int i = 0; i < MOST_TABS && !hasFocus(field); i++) {
            robot.push(KeyCode.TAB);
        }
        assertThat(hasFocus(field)).as(field).isTrue();
    }

    private boolean hasFocus(String field) {
        return Seen.look(
                () -> robot.lookup(field).tryQuery().filter(Node::isFocused).isPresent());
    }

    private void find(String action) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write(action);
        seen.await(() -> seen.shows(action::equals));
        picture("find");
        robot.push(KeyCode.ENTER);
    }

    private void connect() throws Exception {
        picture("start");
        seen.await(() ->
                robot.lookup("#target").tryQuery().filter(n -> n.isFocused()).isPresent());
        robot.write("max-wgs\n");
        seen.text("Open a folder…");
        picture("connected");
        seen.click("Open a folder…", "accent");
        seen.text("Build an image…");
        picture("project");
    }

    private void build() throws Exception {
        seen.click("Build an image…", "accent");
        seen.type("#tag", image);
        seen.click("Build", "success");
        seen.await(() -> seen.shows(l -> l.startsWith("built ")));
        picture("built");
        seen.click("Record", "");
        seen.click("Push", "accent");
        seen.click("Mounts", "accent");
    }

    private void mapAndLaunch() throws Exception {
        seen.type("#host-path", CLOSED);
        robot.write("\n");
        seen.text("root squash");
        picture("mapped");
        seen.click("Apply the mend", "");
        seen.text("will work");
        seen.click("Launch", "sidebar-item");
        seen.await(() -> seen.shows(l -> l.equals("all clear") || l.startsWith("clear, to know")));
        picture("launch");
        robot.clickOn("#start");
        inTheShell();
    }

    private void inTheShell() throws Exception {
        seen.await(() -> seen.screen().contains("mxuser@") || seen.screen().contains("bash-"));
        seen.typeInTerminal("cat frame_0001.cbf\n");
        seen.await(() -> seen.screen().contains("frame 1 of c20190101"));
        picture("shell");
    }

    private void picture(String name) {
        picture++;
        assertThat(Screenshots.take(stage.getScene(), Lab.mode() + "-first-" + picture + "-" + name))
                .isNotEmptyFile();
    }
}
