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
import org.testfx.util.NodeQueryUtils;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Clicks as a person does: at what is in view and stays where it is, and waits for that. It looks on the window's own
 * thread, since elsewhere the window may change while one looks, and even to ask where something is lays out its text.
 */
final class SteadyRobot extends FxRobot {

    private static final int SECONDS = 40;

    @Override
    public FxRobot clickOn(String query, Motion motion, MouseButton... buttons) {
        return clickOn(inView(query, () -> lookup(query)), motion, buttons);
    }

    @Override
    public <T extends Node> FxRobot clickOn(Predicate<T> predicate, Motion motion, MouseButton... buttons) {
        return clickOn(inView("what is asked for", () -> lookup(predicate)), motion, buttons);
    }

    @Override
    public FxRobot doubleClickOn(String query, Motion motion, MouseButton... buttons) {
        return doubleClickOn(inView(query, () -> lookup(query)), motion, buttons);
    }

    @Override
    public FxRobot clickOn(Node node, Motion motion, MouseButton... buttons) {
        return clickOn(Seen.look(() -> node.localToScreen(node.getBoundsInLocal())), motion, buttons);
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

    private Bounds inView(String what, Supplier<NodeQuery> query) {
        Node[] found = new Node[1];
        Bounds[] before = new Bounds[1];
        try {
            WaitForAsyncUtils.waitFor(
                    SECONDS,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(() -> {
                                Optional<Node> node = query.get()
                                        .match(NodeQueryUtils.isVisible())
                                        .tryQuery();
                                Bounds now = node.map(n -> n.localToScreen(n.getBoundsInLocal()))
                                        .orElse(null);
                                boolean stays = now != null && node.get() == found[0] && now.equals(before[0]);
                                found[0] = node.orElse(null);
                                before[0] = now;
                                return stays;
                            })
                            .get());
        } catch (TimeoutException e) {
            Screenshots.take(listTargetWindows().getFirst().getScene(), Lab.mode() + "-failed");
            throw new AssertionError("not in view, or never at rest: " + what, e);
        }
        return before[0];
    }
}
