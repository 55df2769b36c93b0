package org.maxdock.ui.terminals;

import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import org.maxdock.host.Terminal;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;

/** A terminal's tab. It stays readable when what ran in it has ended. */
public final class TerminalTab extends Tab {

    private static final int HELD = 3; // frames
    private static final int TRIED = 90;

    private final TerminalTabModel model;
    private final BorderPane pane = new BorderPane();
    private final Supplier<TerminalWidget> widgets;
    private TerminalWidget widget;
    private HostTty tty;

    /** @param widgets makes what shows a terminal, anew for each */
    TerminalTab(TerminalTabModel model, ApplicationBrowser browser, Texts texts, Supplier<TerminalWidget> widgets) {
        this.model = model;
        this.widgets = widgets;
        textProperty().bind(model.titleProperty());
        Button again = Controls.go(texts.get("ui.terminal.again"), "fth-play", model::startAgain);
        again.visibleProperty().bind(model.canStartAgain());
        again.managedProperty().bind(again.visibleProperty());
        Label sentence = new Label();
        sentence.setMinWidth(0);
        sentence.textProperty().bind(model.sentenceProperty());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(model.sentenceProperty());
        sentence.setTooltip(whole);
        var bar = Controls.row(
                sentence,
                Controls.space(),
                ofApplication(Controls.primary(
                        texts.get("ui.terminal.open"),
                        "fth-external-link",
                        () -> browser.open(model.applicationProperty().get()))),
                ofApplication(Controls.button(
                        texts.get("ui.terminal.copy-address"),
                        null,
                        () -> Controls.copy(model.applicationProperty().get().address()))),
                again);
        bar.getStyleClass().add("terminal-bar");
        pane.setTop(bar);
        setContent(pane);
        renew();
        model.terminalProperty().addListener((o, was, is) -> show(is));
        show(model.terminalProperty().get());
    }

    private Button ofApplication(Button button) {
        button.visibleProperty().bind(model.applicationProperty().isNotNull());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    TerminalTabModel model() {
        return model;
    }

    private void renew() {
        widget = widgets.get();
        pane.setCenter(widget.getPane());
    }

    /** Without one, what was shown stays to be read. */
    private void show(Terminal terminal) {
        if (tty != null) {
            tty.release();
        }
        if (terminal == null) {
            return;
        }
        if (tty != null) {
            widget.close();
            renew();
        }
        tty = new HostTty(
                terminal, model.titleProperty().get(), () -> Platform.runLater(() -> model.outputEnded(terminal)));
        widget.setTtyConnector(tty);
        widget.start();
        focus();
    }

    /** Takes the keyboard once the tab is laid out, and again if what was shown before gives it away on leaving. */
    void focus() {
        if (isSelected()) {
            widget.getTerminalPanel().getCanvas().requestFocus(); // what is typed right now is for it
        }
        new AnimationTimer() {
            private int frames;
            private int held;

            @Override
            public void handle(long now) {
                var canvas = widget.getTerminalPanel().getCanvas();
                held = canvas.isFocused() ? held + 1 : 0;
                if (held == HELD || ++frames == TRIED || !isSelected()) {
                    stop();
                } else if (held == 0) {
                    canvas.requestFocus();
                }
            }
        }.start();
    }

    /** The tab is gone; what runs in it is not this one's to end. */
    void dispose() {
        if (tty != null) {
            tty.release();
        }
        widget.close();
    }

    /** What the screen shows now. */
    public String screen() {
        return widget.getTerminalTextBuffer().getScreenLines();
    }
}
