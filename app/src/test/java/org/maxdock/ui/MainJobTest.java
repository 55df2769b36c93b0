package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;
import org.maxdock.ui.shared.Session;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The main job in the real window, by clicking what a user sees. */
@Tag("lab")
@ExtendWith(ApplicationExtension.class)
class MainJobTest {

    private static final String CLOSED = Lab.DATA + "/c20190101/raw/run01";
    private static final String IMAGE = "max-registry:5000/mxuser/windowjob:" + Long.toHexString(System.nanoTime());

    @TempDir
    static Path folder;

    private Stage stage;
    private Session session;
    private FxRobot robot;

    @Start
    void start(Stage primary) throws Exception {
        stage = primary;
        Path project = Files.createDirectories(folder.resolve("p11-recon"));
        Path example = Lab.top().resolve("ui-resources/src/main/resources/org/maxdock/example");
        Files.copy(example.resolve("Dockerfile"), project.resolve("Dockerfile"));
        Files.copy(example.resolve("recon.sh"), project.resolve("recon.sh"));
        session = new Window().show(stage, Lab.ssh(), folder.resolve("settings.json"), project, "overview");
    }

    @AfterEach
    void disconnect() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, session::disconnect);
    }

    @Test
    void connectBuildRecordPushMapMendLaunchAndBeStoppedByAReplacedImage(FxRobot fx) throws Exception {
        robot = fx;
        connect();
        build();
        recordAndPush();
        mapAndMend();
        launch();
        replaced();
        otherPages();
    }

    private void connect() throws TimeoutException {
        picture("overview-not-connected");
        robot.clickOn("#target").write("max-wgs");
        click("Connect");
        sees("● mxuser@max-wgs");
        sees("This server");
        picture("overview");
    }

    private void build() throws TimeoutException {
        click("Build", "sidebar-item");
        await(() -> robot.lookup("#tag").queryAs(TextField.class).isVisible());
        type("#tag", IMAGE);
        click("Build", "success");
        await(() -> shows(l -> l.startsWith("built ")));
        picture("build");
    }

    private void recordAndPush() throws TimeoutException {
        click("Images");
        type("#filter", IMAGE.substring(IMAGE.lastIndexOf('/') + 1));
        robot.clickOn(IMAGE);
        click("Record");
        sees("recorded");
        robot.clickOn(IMAGE);
        click("Push");
        await(() -> shows(l -> l.contains("max-registry:5000/mxuser/windowjob@sha256:")));
        picture("images");
    }

    private void mapAndMend() throws TimeoutException {
        click("Mounts");
        type("#host-path", CLOSED);
        click("Map");
        sees("root squash");
        await(() -> shows(l -> l.contains("closed to others")));
        await(() -> code().contains(CLOSED + ":/data:ro"));
        picture("mounts-root-squash");
        click("Apply the mend");
        sees("will work");
        click("Ask the engine");
        sees("the engine accepts all");
        picture("mounts");
        assertThat(code()).contains("-v " + Lab.DATA + "/c20190101:/data:ro");
    }

    private void launch() throws TimeoutException {
        click("Launch", "sidebar-item");
        await(() -> shows(l -> l.equals("all clear") || l.startsWith("clear, to know")));
        await(() -> code().contains("salloc"));
        picture("launch");
        robot.clickOn("#start");
        await(() -> screen().contains("mxuser@") || screen().contains("bash-"));
        robot.write("id -un; ls; cat frame_0001.cbf\n");
        await(() -> screen().contains("frame 1 of c20190101"));
        assertThat(screen()).contains("mxuser").contains("frame_0002.cbf");
        picture("terminal");
        click("Jobs");
        sees("RUNNING".toLowerCase(java.util.Locale.ROOT));
        picture("jobs");
        click("Terminals");
        robot.write("exit\n");
        await(() -> shows(l -> l.equals("ended with status 0")));
    }

    private void replaced() throws TimeoutException {
        Lab.NODES.forEach(node -> Lab.replace(node, IMAGE));
        click("Launch", "sidebar-item");
        robot.clickOn("#start");
        await(() -> shows(l -> l.equals("ended with status 3")));
        assertThat(screen().replace("\n", "")).contains("is not the image that was recorded").contains("Nothing was started");
        picture("terminal-replaced");
        click("Images");
        sees(IMAGE);
        click("Verify on nodes");
        sees("replaced");
        picture("images-replaced");
        click("Bring the recorded ones to the nodes");
        await(() -> buttons("Bring the recorded ones to the nodes", "").isEmpty() && !shows("replaced"::equals));
        sees("max-wn002");
    }

    private void otherPages() throws Exception {
        robot.push(new KeyCodeCombination(KeyCode.DIGIT8, KeyCombination.SHORTCUT_DOWN));
        sees("Theme");
        picture("settings");
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> session.change(session.settingsProperty().get().withTheme("dark")));
        robot.push(new KeyCodeCombination(KeyCode.DIGIT4, KeyCombination.SHORTCUT_DOWN));
        sees("will work");
        picture("mounts-dark");
        robot.push(new KeyCodeCombination(KeyCode.DIGIT5, KeyCombination.SHORTCUT_DOWN));
        await(() -> shows(l -> l.equals("all clear") || l.startsWith("clear, to know")));
        picture("launch-dark");
        small();
    }

    /** The smallest size at which the window must be usable. */
    private void small() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            session.change(session.settingsProperty().get().withTheme("light"));
            stage.setWidth(1024);
            stage.setHeight(700);
        });
        await(() -> stage.getScene().getWidth() <= 1024);
        picture("launch-small");
        for (KeyCode digit : new KeyCode[] {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT4}) {
            robot.push(new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN));
            picture("small-" + digit.getName());
        }
    }

    private void picture(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Screenshots.take(stage.getScene(), Lab.mode() + "-" + name)).isNotEmptyFile();
    }

    private void type(String field, String text) {
        robot.clickOn(field);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> robot.lookup(field).queryAs(TextInputControl.class).clear());
        robot.write(text);
    }

    private void click(String text) throws TimeoutException {
        click(text, "");
    }

    private void click(String text, String kind) throws TimeoutException {
        await(() -> !buttons(text, kind).isEmpty());
        robot.clickOn(buttons(text, kind).iterator().next());
    }

    /** Buttons that a user sees and may press; {@code kind} is a style class or empty. */
    private java.util.Set<Node> buttons(String text, String kind) {
        return robot.lookup(n -> n instanceof ButtonBase button && text.equals(button.getText()) && visible(n) && !n.isDisabled()
                && (kind.isEmpty() || n.getStyleClass().contains(kind))).queryAll();
    }

    private void sees(String text) throws TimeoutException {
        await(() -> shows(text::equals));
    }

    private boolean shows(java.util.function.Predicate<String> text) {
        return !robot.lookup(n -> n instanceof Labeled l && l.getText() != null && text.test(l.getText()) && visible(n)).queryAll().isEmpty();
    }

    private static boolean visible(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    private String code() {
        return robot.lookup(".code").queryAllAs(TextInputControl.class).stream().filter(MainJobTest::visible)
                .map(TextInputControl::getText).reduce("", String::concat);
    }

    private String screen() {
        return Terminals.screen(robot);
    }

    private void await(Callable<Boolean> condition) throws TimeoutException {
        try {
            WaitForAsyncUtils.waitFor(40, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        } catch (TimeoutException e) {
            Screenshots.take(stage.getScene(), Lab.mode() + "-failed");
            throw e;
        }
    }
}
