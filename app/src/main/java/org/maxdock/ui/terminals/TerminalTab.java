package org.maxdock.ui.terminals;

import com.techsenger.jeditermfx.ui.JediTermFxWidget;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.maxdock.host.Terminal;
import org.maxdock.operation.Connected;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;

/**
 * One terminal. It stays readable when what ran in it has ended; closing it ends what still runs. One that can be
 * attached to again outlives the connection: it comes back as soon as there is one.
 */
public final class TerminalTab extends Tab {

    private static final int HELD = 3; // frames
    private static final int TRIED = 90;

    private static final int COLUMNS = 120;
    private static final int ROWS = 32;
    private static final int LOST = 255;
    private static final int GONE = 254;

    private final Session session;
    private final String title;
    private final Optional<TerminalOpener> attacher;
    private final Label state = new Label();
    private final HBox bar;
    private final Button again;
    private final BorderPane pane = new BorderPane();
    private final ChangeListener<Connected> comesBack;
    private JediTermFxWidget widget = new JediTermFxWidget(COLUMNS, ROWS, new TerminalSettings());
    private Terminal terminal;
    private Runnable onAttach = () -> {};
    private Runnable onEnd = () -> {};
    private boolean lost;

    /** @param attacher attaches to it again after a lost connection, where that can be */
    TerminalTab(
            Session session, String title, TerminalOpener opener, Optional<TerminalOpener> attacher, Runnable restart) {
        super(title);
        this.session = session;
        this.title = title;
        this.attacher = attacher;
        again = Controls.go(session.text("ui.terminal.again"), "fth-play", restart);
        again.setVisible(false);
        again.setManaged(false);
        state.setText(session.text("ui.terminal.starting"));
        state.setMinWidth(0);
        bar = Controls.row(state, Controls.space(), again);
        bar.getStyleClass().add("terminal-bar");
        pane.setCenter(widget.getPane());
        pane.setTop(bar);
        setContent(pane);
        setOnClosed(e -> end());
        comesBack = (o, was, is) -> {
            if (is != null && lost) {
                attachAgain();
            }
        };
        session.connectedProperty().addListener(comesBack);
        start(opener);
    }

    private void start(TerminalOpener opener) {
        session.withBench(
                session.text("ui.work.terminal", title),
                (bench, activity) -> opener.open(bench, COLUMNS, ROWS),
                this::attach,
                this::failed);
    }

    private void attachAgain() {
        lost = false;
        widget.close();
        widget = new JediTermFxWidget(COLUMNS, ROWS, new TerminalSettings());
        pane.setCenter(widget.getPane());
        say(session.text("ui.terminal.attaching"));
        attacher.ifPresent(this::start);
    }

    private void attach(Terminal opened) {
        terminal = opened;
        if (getTabPane() == null) {
            end();
            return;
        }
        widget.setTtyConnector(new HostTty(opened, title, () -> Platform.runLater(this::ended)));
        widget.start();
        say(session.text("ui.terminal.running"));
        onAttach.run();
        focus();
    }

    private void failed(Trouble trouble) {
        say(session.texts().explain(trouble));
        offerAgain();
        session.background().trouble(trouble);
    }

    private void offerAgain() {
        again.setVisible(true);
        again.setManaged(true);
    }

    private void ended() {
        Terminal ended = terminal;
        session.background()
                .quietly(
                        activity -> {
                            try (ended) {
                                return ended.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                                throw new Trouble(e, TroubleKind.CANCELLED);
                            }
                        },
                        this::ended,
                        session.background()::trouble);
    }

    private void ended(int status) {
        if (status == LOST
                && attacher.isPresent()
                && session.connectedProperty().get() == null) {
            lost = true;
            say(session.text("ui.terminal.goes-on"));
            return;
        }
        say(
                status == GONE
                        ? session.text("ui.terminal.gone")
                        : session.text(status == LOST ? "ui.terminal.lost" : "ui.terminal.ended", status));
        offerAgain();
        onEnd.run();
    }

    /** Something to be done each time that a terminal is there: at the start, and after a lost connection. */
    void onAttach(Runnable action) {
        onAttach = action;
    }

    /** Something to be done once, when what ran has ended or the tab is closed. */
    void onEnd(Runnable action) {
        onEnd = action;
    }

    /** Whether something runs in it, as far as is known. */
    boolean isAlive() {
        return terminal != null && terminal.isAlive();
    }

    /** What the line above the terminal says. */
    void say(String text) {
        state.setText(text);
        state.setTooltip(new Tooltip(text));
    }

    /** A button in that line. */
    void offer(Button button) {
        if (!bar.getChildren().contains(button)) {
            bar.getChildren().add(bar.getChildren().size() - 1, button);
        }
    }

    /** Takes the keyboard once the tab is laid out, and again if what was shown before gives it away on leaving. */
    void focus() {
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

    void end() {
        session.connectedProperty().removeListener(comesBack);
        onEnd.run();
        Terminal open = terminal;
        if (open != null) {
            session.background()
                    .quietly(
                            a -> {
                                open.close();
                                return open;
                            },
                            closed -> {},
                            session.background()::trouble);
        }
        widget.close();
    }

    /** What the screen shows now. */
    public String screen() {
        return widget.getTerminalTextBuffer().getScreenLines();
    }
}
