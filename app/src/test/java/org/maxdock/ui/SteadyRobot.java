package org.maxdock.ui;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.maxdock.lab.Lab;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.service.query.NodeQuery;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Clicks as a person does: at what is in view and stays where it is, once the window knows that the pointer is over it
 * (before its layout is done, a thing seems to stay where it will not be). It looks on the window's own thread, since
 * elsewhere the window may change while one looks, and even to ask where something is lays out its text.
 */
final class SteadyRobot extends FxRobot {

    private static final int SECONDS = 40;

    @Override
    public FxRobot clickOn(String query, Motion motion, MouseButton... buttons) {
        point(query, () -> lookup(query), motion);
        return clickOn(buttons);
    }

    @Override
    public <T extends Node> FxRobot clickOn(Predicate<T> predicate, Motion motion, MouseButton... buttons) {
        point("what is asked for", () -> lookup(predicate), motion);
        return clickOn(buttons);
    }

    @Override
    public FxRobot doubleClickOn(String query, Motion motion, MouseButton... buttons) {
        point(query, () -> lookup(query), motion);
        return doubleClickOn(buttons);
    }

    @Override
    public FxRobot clickOn(Node node, Motion motion, MouseButton... buttons) {
        point(node.toString(), () -> from(node), motion);
        return clickOn(buttons);
    }

    /** As fast as the window takes it: TestFX's own waits a good while after each letter. */
    @Override
    public FxRobot write(String text) {
        Scene scene = Seen.look(() -> listWindows().stream()
                .filter(Window::isFocused)
                .findFirst()
                .orElseGet(this::targetWindow)
                .getScene());
        text.chars().forEach(c -> {
            robotContext().getBaseRobot().typeKeyboard(scene, key(c), String.valueOf((char) c));
            Seen.look(() -> true);
        });
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    private static KeyCode key(int c) {
        return switch (c) {
            case '\n' -> KeyCode.ENTER;
            case '\t' -> KeyCode.TAB;
            default -> KeyCode.UNDEFINED;
        };
    }

    /** Leaves the pointer over that. */
    private void point(String what, Supplier<NodeQuery> query, Motion motion) {
        Bounds[] pointed = new Bounds[1];
        try {
            WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> {
                Optional<Aim> aim = Seen.look(() ->
                        query.get().match((Node n) -> isShown(n)).tryQuery().map(Aim::at));
                if (aim.isPresent() && !aim.get().where().equals(pointed[0])) {
                    pointed[0] = aim.get().where();
                    moveTo(pointed[0], motion);
                    return false;
                }
                return aim.filter(Aim::underThePointer).isPresent();
            });
        } catch (TimeoutException e) {
            Screenshots.take(listTargetWindows().getFirst().getScene(), Lab.mode() + "-failed");
            throw new AssertionError(
                    "not in view, never at rest, or below something else: " + what + ", last at " + pointed[0], e);
        }
    }

    private static boolean isShown(Node node) {
        return Seen.visible(node) && node.localToScreen(node.getBoundsInLocal()) != null;
    }

    private record Aim(Bounds where, boolean underThePointer) {

        static Aim at(Node node) {
            Node seesThePointer = node;
            while (seesThePointer.isMouseTransparent() && seesThePointer.getParent() != null) { // as words in a menu
                seesThePointer = seesThePointer.getParent();
            }
            return new Aim(node.localToScreen(node.getBoundsInLocal()), seesThePointer.isHover());
        }
    }
}
