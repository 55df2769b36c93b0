package org.maxdock.ui.terminals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Point2D;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** What several keys make together is typed when it has been made, and once. */
class TerminalCompositionTest {

    private final Region screen = new Region();
    private final List<String> typed = new ArrayList<>();

    private void composed(String committed, InputMethodTextRun... runs) {
        screen.getOnInputMethodTextChanged()
                .handle(new InputMethodEvent(
                        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, List.of(runs), committed, runs.length));
    }

    @Test
    void aLetterIsTypedWhenItHasBeenMade() {
        TerminalComposition.on(screen, () -> new BoundingBox(0, 0, 8, 16), typed::add);

        composed("", new InputMethodTextRun("^", null));
        assertThat(typed).isEmpty();
        composed("ê");
        composed("");
        assertThat(typed).containsExactly("ê");
    }

    @Test
    void whatIsAskedBeforeTheScreenIsShownHasAnAnswer() {
        TerminalComposition.on(screen, () -> new BoundingBox(0, 0, 8, 16), typed::add);

        assertThat(screen.getInputMethodRequests().getTextLocation(0)).isEqualTo(Point2D.ZERO);
        assertThat(screen.getInputMethodRequests().getSelectedText()).isEmpty();
    }
}
