package org.maxdock.ui.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;

/** Says what happened, why, and what to do, above the page; technical details only to copy. */
final class TroubleBar extends HBox {

    private final Session session;
    private final Label what = Controls.wrapped("");
    private final Label mend = Controls.wrapped("");
    private final Button reconnect;
    private Trouble shown;

    TroubleBar(Session session) {
        super(12);
        this.session = session;
        what.getStyleClass().add("trouble-what");
        VBox texts = new VBox(2, what, mend);
        HBox.setHgrow(texts, Priority.ALWAYS);
        reconnect = Controls.primary(session.text("ui.reconnect"), "fth-refresh-cw", () -> {
            hide();
            session.reconnect();
        });
        getChildren()
                .addAll(
                        new FontIcon("fth-alert-triangle"),
                        texts,
                        reconnect,
                        Controls.button(session.text("ui.copy-details"), null, () -> Controls.copy(details())),
                        Controls.iconButton("fth-x", session.text("ui.close"), this::hide));
        getStyleClass().add("trouble-bar");
        hide();
        session.connectedProperty().addListener((o, was, is) -> {
            if (is != null && shown != null && shown.kind() == TroubleKind.CONNECTION_LOST) {
                hide();
            }
        });
    }

    void show(Trouble trouble) {
        if (trouble.kind() == TroubleKind.CANCELLED
                || (session.lostProperty().get() && trouble.kind() != TroubleKind.CONNECTION_LOST && shown != null)) {
            return; // what failed with the connection needs no sentence of its own
        }
        shown = trouble;
        what.setText(session.texts().what(trouble));
        mend.setText(session.texts().mend(trouble));
        mend.setManaged(!mend.getText().isEmpty());
        boolean lost = trouble.kind() == TroubleKind.CONNECTION_LOST;
        reconnect.setVisible(lost);
        reconnect.setManaged(lost);
        setVisible(true);
        setManaged(true);
    }

    private void hide() {
        shown = null;
        setVisible(false);
        setManaged(false);
    }

    private String details() {
        StringWriter text = new StringWriter();
        text.write(session.texts().explain(shown) + "\n\n");
        shown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
