package org.maxdock.ui.mounts;

import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.Mend;
import org.maxdock.ui.shared.Parts;
import org.maxdock.ui.shared.Session;

/** Why a mapping would fail, and the mend, one click away. */
final class MendBox {

    private final Session session;
    private final Label title = Parts.wrapped("");
    private final Label reason = Parts.wrapped("");
    private final Label mendText = Parts.wrapped("");
    private final Button apply;
    private final HBox view;
    private CheckedMapping shown;

    MendBox(Session session, BiConsumer<CheckedMapping, Mend> applied) {
        this.session = session;
        title.getStyleClass().add("trouble-what");
        apply = Parts.go(session.text("ui.mounts.apply"), "fth-check", () -> applied.accept(shown, shown.verdict().suggestion().orElseThrow()));
        VBox texts = new VBox(4, title, reason, mendText);
        HBox.setHgrow(texts, Priority.ALWAYS);
        view = new HBox(12, new FontIcon("fth-alert-triangle"), texts, apply);
        view.getStyleClass().add("mend-box");
    }

    Node view() {
        return view;
    }

    /** Shows what is to be said of a mapping; nothing for one that works. */
    void show(CheckedMapping row) {
        shown = row;
        boolean say = row != null && !(row.verdict().holds() && row.verdict().reason().key().equals("mount.ok"));
        view.setVisible(say);
        view.setManaged(say);
        if (!say) {
            return;
        }
        view.getStyleClass().removeAll("mend-box-note");
        if (row.verdict().holds()) {
            view.getStyleClass().add("mend-box-note");
        }
        title.setText(session.text(row.verdict().holds() ? "ui.mounts.note" : "ui.mounts.will-fail", row.mapping().host()));
        String said = row.engineSaid().filter(s -> !s.isEmpty()).map(s -> "\n" + session.text("mount.engine-said", s)).orElse("");
        reason.setText(session.texts().get(row.verdict().reason()) + said);
        Optional<Mend> mend = row.verdict().suggestion();
        mendText.setText(mend.map(m -> session.text("mount.mend", m.host(), m.container(), m.path())).orElse(""));
        mendText.setManaged(mend.isPresent());
        apply.setVisible(mend.isPresent());
        apply.setManaged(mend.isPresent());
    }
}
