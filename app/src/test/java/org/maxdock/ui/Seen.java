package org.maxdock.ui;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.maxdock.lab.Lab;
import org.maxdock.ui.terminals.TerminalTab;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The window as a user sees it: texts and buttons that are in view, and waiting for them. */
final class Seen {

    private static final int SECONDS = 40;

    private final FxRobot robot;
    private final Stage stage;

    Seen(FxRobot robot, Stage stage) {
        this.robot = robot;
        this.stage = stage;
    }

    /**
     * Clicks a button that shows this text, as soon as there is one; {@code kind} is a style class, or empty for any.
     */
    void click(String text, String kind) throws TimeoutException {
        await(() -> !buttons(text, kind).isEmpty());
        robot.clickOn((Node n) -> isButton(n, text, kind));
    }

    Set<Node> buttons(String text, String kind) {
        return look(() -> robot.lookup((Node n) -> isButton(n, text, kind)).queryAll());
    }

    /** Looks at the window on its own thread. */
    static <T> T look(Callable<T> question) {
        if (!Platform.isFxApplicationThread()) {
            return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
        }
        try {
            return question.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isButton(Node node, String text, String kind) {
        return node instanceof ButtonBase button
                && text.equals(button.getText())
                && visible(node)
                && !node.isDisabled()
                && (kind.isEmpty() || node.getStyleClass().contains(kind));
    }

    void text(String text) throws TimeoutException {
        await(() -> shows(text::equals));
    }

    boolean shows(Predicate<String> text) {
        return look(() -> !robot.lookup(
                        n -> n instanceof Labeled l && l.getText() != null && text.test(l.getText()) && visible(n))
                .queryAll()
                .isEmpty());
    }

    /** All code, scripts and logs in view. */
    String code() {
        return look(() ->
                robot
                        .lookup((Node n) -> n.getStyleClass().contains("code")
                                || n.getStyleClass().contains("log"))
                        .queryAll()
                        .stream()
                        .filter(Seen::visible)
                        .map(Seen::textOf)
                        .reduce("", String::concat));
    }

    private static String textOf(Node node) {
        return switch (node) {
            case TextInputControl input -> input.getText();
            case CodeArea area -> area.getText();
            default -> "";
        };
    }

    /** What the terminal in view shows. */
    String screen() {
        return look(() -> robot.lookup(".tab-pane").queryAllAs(TabPane.class).stream()
                .map(t -> t.getSelectionModel().getSelectedItem())
                .filter(TerminalTab.class::isInstance)
                .map(t -> ((TerminalTab) t).screen())
                .findFirst()
                .orElse(""));
    }

    /** Types into the terminal in view, as soon as it has the keyboard. */
    void typeInTerminal(String text) throws TimeoutException {
        await(() -> stage.getScene().getFocusOwner() instanceof Canvas);
        robot.write(text);
    }

    void type(String field, String text) throws TimeoutException {
        await(() -> robot.lookup(field).tryQuery().filter(Seen::visible).isPresent());
        robot.clickOn(field);
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> robot.lookup(field).queryAs(TextInputControl.class).clear());
        robot.write(text);
    }

    void await(Callable<Boolean> condition) throws TimeoutException {
        try {
            WaitForAsyncUtils.waitFor(
                    SECONDS,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition).get());
        } catch (TimeoutException e) {
            Screenshots.take(stage.getScene(), Lab.mode() + "-failed");
            TimeoutException told = new TimeoutException("in view: " + texts());
            told.initCause(e);
            throw told;
        }
    }

    /** What can be read in the window: where a picture of it cannot be looked at, that tells most. */
    private String texts() {
        return look(() -> robot
                .lookup(n -> n instanceof Labeled l
                        && l.getText() != null
                        && !l.getText().isBlank()
                        && visible(n))
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .collect(Collectors.joining(" | ")));
    }

    static boolean visible(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }
}
