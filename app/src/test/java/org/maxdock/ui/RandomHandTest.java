package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Modality;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;
import org.maxdock.launch.Launch;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountPlan;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Clicks and keys of a hand that knows nothing, over all pages, connected: nothing goes wrong in the window, it is
 * never held, and what was kept is there afterwards, since each question is answered by its harmless answer.
 */
@Tag("lab")
@Tag("whole")
@ExtendWith(ApplicationExtension.class)
class RandomHandTest {

    private static final int STEPS = Integer.getInteger("maxdock.hand.steps", 2000);
    private static final int LOOKS_AGAIN = 100;
    private static final int REMEMBERED = 60;
    private static final int SECONDS = 40;
    private static final long LONGEST_WORK_MILLIS = 200;

    /** What is typed, of which some is hostile; none of it is a command that does harm in a terminal. */
    private static final List<String> TEXTS = List.of(
            "a",
            "0",
            "-1",
            "max",
            "ü/ß",
            "../..",
            "$(id)",
            "%n{0}",
            "x".repeat(80),
            " ",
            "1:30",
            "/data",
            "#",
            "\u202e");

    private static final List<KeyCode> KEYS = List.of(
            KeyCode.TAB,
            KeyCode.TAB,
            KeyCode.ENTER,
            KeyCode.SPACE,
            KeyCode.ESCAPE,
            KeyCode.UP,
            KeyCode.DOWN,
            KeyCode.LEFT,
            KeyCode.RIGHT,
            KeyCode.HOME,
            KeyCode.END,
            KeyCode.PAGE_UP,
            KeyCode.PAGE_DOWN,
            KeyCode.DELETE,
            KeyCode.BACK_SPACE,
            KeyCode.F5,
            KeyCode.CONTEXT_MENU);

    private static final List<KeyCode> WITH_CONTROL = List.of(
            KeyCode.K,
            KeyCode.A,
            KeyCode.C,
            KeyCode.V,
            KeyCode.Z,
            KeyCode.S,
            KeyCode.ENTER,
            KeyCode.TAB,
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT8,
            KeyCode.DIGIT9,
            KeyCode.DIGIT0,
            KeyCode.PLUS,
            KeyCode.MINUS,
            KeyCode.F);

    /** One that runs, one that waits, and several of one array. */
    private static final List<String> JOBS = List.of("-J runs", "-J waits --hold", "-J several --array=1-3");

    @TempDir
    Path folder;

    private Stage stage;
    private OpenWindow window;
    private Project project;
    private final FxRobot robot = new FxRobot();
    private final Deque<String> done = new ArrayDeque<>();
    private int undone;

    @Start
    void start(Stage primary) throws Exception {
        stage = primary;
        project = new Project(Files.createDirectories(folder.resolve("recon")), new Json());
        Files.writeString(project.folder().resolve("Dockerfile"), "FROM " + Lab.BASE + "\nRUN true\n");
        project.putMounts(List.of(new Mapping("/tmp", "/scratch", false)));
        project.put(new MountPlan("named", List.of(new Mapping("/home/mxuser", "/mine", true))));
        project.put(ProjectBench.record(Lab.BASE, "2026-01-01T00:00:00Z"));
        project.put(ProjectBench.launch("recon", Lab.BASE, new Mapping("/tmp", "/data", true)));
        stage.setWidth(1280);
        stage.setHeight(800);
        for (String job : JOBS) {
            Lab.must("mxuser@max-wgs", "sbatch --parsable -o /dev/null -t 4:00:00 " + job + " --wrap 'sleep 14400'");
        }
        window = new Window()
                .show(stage, Lab.ssh(), Lab.site(), folder.resolve("settings.json"), project.folder(), "overview");
        window.connect("max-wgs");
    }

    @AfterEach
    void end() throws Exception {
        Lab.sh("max-wgs", "scancel -u mxuser; true");
        Windows.end(window);
    }

    private Set<String> kept() throws Exception {
        Set<String> kept = new TreeSet<>();
        project.launches().stream().map(Launch::name).forEach(kept::add);
        project.plans().stream().map(MountPlan::name).forEach(kept::add);
        project.records().forEach(record -> kept.add(record.reference().toString()));
        kept.add(Files.exists(project.folder().resolve("Dockerfile")) ? "Dockerfile" : "no Dockerfile");
        return kept;
    }

    /** The names of the jobs that have not ended. */
    private static List<String> jobs() {
        return Lab.must("mxuser@max-wgs", "squeue -h -u mxuser -o %j").lines().toList();
    }

    @Test
    void nothingGoesWrong() throws Exception {
        long seed = Long.getLong("maxdock.hand.seed", System.nanoTime());
        Random random = new Random(seed);
        Seen seen = new Seen(robot, stage);
        seen.await(() -> seen.shows(l -> l.matches("[0-9]+ ms")));
        Set<String> before = kept();
        try (FxWatch watch = new FxWatch()) {
            for (int step = 0; step < STEPS; step++) {
                if (step % LOOKS_AGAIN == 0) {
                    again(seen, before, step);
                }
                act(random);
                if (!kept().containsAll(before)) {
                    undo(before);
                }
                WaitForAsyncUtils.checkException(); // of the window's own thread
            }
            again(seen, before, STEPS);
            System.out.printf(
                    "random hand: seed %d, %d steps; the FX thread answered within %d ms, worked %d ms at most "
                            + "(of 99.9 %%: %d, %d); undone %d times%n",
                    seed,
                    STEPS,
                    watch.within(1),
                    watch.workedWithin(1),
                    watch.within(0.999),
                    watch.workedWithin(0.999),
                    undone);
            assertThat(watch.waited()).as("seed %d", seed).isEmpty();
            assertThat(watch.workedWithin(0.999)).as("seed %d", seed).isLessThan(LONGEST_WORK_MILLIS);
        } catch (Throwable e) {
            Screenshots.take(stage.getScene(), Lab.mode() + "-hand-failed");
            throw new AssertionError("seed " + seed + ": " + String.join("\n", done), e);
        }
    }

    /** It answers, and what was kept is there; it is connected for what comes next. */
    private void again(Seen seen, Set<String> before, int step) throws Exception {
        leaveQuestions();
        assertThat(kept()).as("after %d steps", step).containsAll(before);
        assertThat(jobs()).as("after %d steps", step).contains("runs", "waits", "several");
        Platform.runLater(() -> window.connect("max-wgs")); // which may ask what becomes of what still runs
        WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> {
            leaveQuestions();
            return seen.shows(l -> l.startsWith("● ")); // where terminals take all sessions no round trip is measured
        });
    }

    /** What was taken away without a question can be had back at once. */
    private void undo(Set<String> before) throws Exception {
        leaveQuestions();
        done.addLast("undo");
        WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> robot.lookup("#undo").queryButton().fire());
        WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> kept().containsAll(before));
        undone++;
    }

    private void leaveQuestions() {
        for (int i = 0; i < 10 && Seen.look(() -> !front().isEmpty() && front().getLast() != stage); i++) {
            robot.type(KeyCode.ESCAPE);
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    /** The windows that are open, that in front last. */
    private static List<javafx.stage.Window> front() {
        return javafx.stage.Window.getWindows().stream()
                .filter(javafx.stage.Window::isShowing)
                .filter(w -> !(w instanceof PopupWindow popup) || popup.isFocused() || popup.isAutoHide())
                .toList();
    }

    private void act(Random random) {
        javafx.stage.Window front = Seen.look(() -> front().getLast());
        if (front instanceof Stage dialog && dialog.getModality() != Modality.NONE) {
            KeyCode answer = random.nextBoolean() ? KeyCode.ENTER : KeyCode.ESCAPE;
            did("answer " + Seen.look(() -> words(dialog.getScene().getRoot())) + " by " + answer);
            robot.type(answer);
            return;
        }
        if (front instanceof PopupWindow && random.nextInt(5) == 0) {
            did("leave it");
            robot.type(KeyCode.ESCAPE);
            return;
        }
        int kind = random.nextInt(100);
        if (kind < 60) {
            click(random, front, kind < 54 ? MouseButton.PRIMARY : MouseButton.SECONDARY);
        } else if (kind < 78) {
            KeyCode key = KEYS.get(random.nextInt(KEYS.size()));
            did("key " + key);
            robot.type(key);
        } else if (kind < 88) {
            KeyCode key = WITH_CONTROL.get(random.nextInt(WITH_CONTROL.size()));
            did("Ctrl+" + key);
            robot.press(KeyCode.CONTROL).press(key).release(key).release(KeyCode.CONTROL);
        } else {
            String text = TEXTS.get(random.nextInt(TEXTS.size()));
            did("type " + text);
            if (Seen.look(() -> javafx.stage.Window.getWindows().stream().anyMatch(javafx.stage.Window::isFocused))) {
                new SteadyRobot().write(text);
            }
        }
    }

    private void did(String what) {
        done.addLast(what);
        if (done.size() > REMEMBERED) {
            done.removeFirst();
        }
    }

    private record Target(String name, Point2D middle) {}

    private void click(Random random, javafx.stage.Window in, MouseButton button) {
        List<Target> all = Seen.look(() -> {
            List<Target> found = new ArrayList<>();
            collect(in.getScene().getRoot(), in, found);
            return found;
        });
        if (all.isEmpty()) {
            return;
        }
        Target target = all.get(random.nextInt(all.size()));
        did((button == MouseButton.PRIMARY ? "click " : "menu of ") + target.name());
        robot.moveTo(target.middle()).clickOn(button);
    }

    private void collect(Node node, javafx.stage.Window in, List<Target> into) {
        if (!node.isVisible() || node.isDisabled() || node.isMouseTransparent()) {
            return;
        }
        boolean hand = node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase
                || node instanceof Cell<?> cell && !cell.isEmpty()
                || node instanceof Canvas
                || node.getOnMouseClicked() != null
                || node.getStyleClass().contains("tab")
                || node.getStyleClass().contains("menu-item")
                || node.getStyleClass().contains("column-header");
        Bounds at = node.localToScreen(node.getBoundsInLocal());
        if (hand && at != null && !choosesFiles(node)) {
            Point2D middle = new Point2D(at.getCenterX(), at.getCenterY());
            if (middle.getX() > in.getX()
                    && middle.getY() > in.getY()
                    && middle.getX() < in.getX() + in.getWidth()
                    && middle.getY() < in.getY() + in.getHeight()) {
                into.add(new Target(node.getClass().getSimpleName() + " " + words(node), middle));
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, in, into));
        }
    }

    /** The system's own windows for files cannot be left by this hand. */
    private boolean choosesFiles(Node node) {
        String words = words(node);
        return words.equals(window.text("ui.connect.key-choose"))
                || words.contains(window.text("ui.open-project"))
                || words.contains("…")
                        && words.toLowerCase(java.util.Locale.ROOT).contains("folder");
    }

    private static String words(Node node) {
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isEmpty()) {
            return labeled.getText();
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(RandomHandTest::words)
                        .filter(w -> !w.isEmpty())
                        .limit(3)
                        .collect(Collectors.joining(" "))
                : "";
    }
}
