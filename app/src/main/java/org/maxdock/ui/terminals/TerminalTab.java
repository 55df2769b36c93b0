package org.maxdock.ui.terminals;

import com.techsenger.jeditermfx.ui.JediTermFxWidget;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.maxdock.host.Terminal;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Parts;
import org.maxdock.ui.shared.Session;

/** One terminal. It stays readable when what ran in it has ended; closing it ends what still runs. */
public final class TerminalTab extends Tab {

    private static final int COLUMNS = 120;
    private static final int ROWS = 32;

    private final Session session;
    private final JediTermFxWidget widget = new JediTermFxWidget(COLUMNS, ROWS, new TerminalSettings());
    private final Label state = new Label();
    private final Button again;
    private Terminal terminal;

    TerminalTab(Session session, String title, TerminalOpener opener, Runnable restart) {
        super(title);
        this.session = session;
        again = Parts.go(session.text("ui.terminal.again"), "fth-play", restart);
        again.setVisible(false);
        state.setText(session.text("ui.terminal.starting"));
        HBox bar = Parts.row(state, Parts.space(), again);
        bar.getStyleClass().add("terminal-bar");
        BorderPane pane = new BorderPane(widget.getPane());
        pane.setTop(bar);
        setContent(pane);
        setOnClosed(e -> end());
        start(title, opener);
    }

    private void start(String title, TerminalOpener opener) {
        session.withBench(session.text("ui.work.terminal", title), (bench, activity) -> opener.open(bench, COLUMNS, ROWS),
                opened -> attach(title, opened), this::failed);
    }

    private void attach(String title, Terminal opened) {
        terminal = opened;
        if (getTabPane() == null) {
            end();
            return;
        }
        widget.setTtyConnector(new HostTty(opened, title, () -> Platform.runLater(this::ended)));
        widget.start();
        state.setText(session.text("ui.terminal.running"));
        focus();
    }

    private void failed(Trouble trouble) {
        state.setText(session.texts().explain(trouble));
        again.setVisible(true);
        session.background().trouble(trouble);
    }

    private void ended() {
        Terminal ended = terminal;
        session.background().quietly(activity -> {
            try (ended) {
                return ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Trouble(e, "cancelled");
            }
        }, status -> {
            state.setText(session.text(status == 255 ? "ui.terminal.lost" : "ui.terminal.ended", status));
            again.setVisible(true);
        }, session.background()::trouble);
    }

    void focus() {
        Platform.runLater(() -> widget.getTerminalPanel().getCanvas().requestFocus()); // once the tab is laid out
    }

    void end() {
        Terminal open = terminal;
        if (open != null) {
            Thread.ofVirtual().start(open::close);
        }
        widget.close();
    }

    /** What the screen shows now. */
    public String screen() {
        return widget.getTerminalTextBuffer().getScreenLines();
    }
}
