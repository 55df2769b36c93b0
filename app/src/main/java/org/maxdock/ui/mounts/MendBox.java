package org.maxdock.ui.mounts;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.mount.CheckedMapping;
import org.maxdock.mount.Mend;
import org.maxdock.mount.MountVerdict;
import org.maxdock.mount.Note;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;

/** Why a mapping would fail, or what to know of it, and the mend, one click away. */
final class MendBox {

    private final Session session;
    private final BiConsumer<CheckedMapping, Mend> applied;
    private final BiFunction<CheckedMapping, Mend, String> consequences;
    private final Label title = Controls.wrapped("");
    private final Label reason = Controls.wrapped("");
    private final Label mendText = Controls.wrapped("");
    private final Button apply;
    private final MenuButton others = new MenuButton();
    private final FontIcon icon = new FontIcon("fth-alert-triangle");
    private final HBox view;
    private CheckedMapping shown;

    /** @param consequences says what else of the launch changes with a mend; empty for nothing */
    MendBox(
            Session session,
            BiConsumer<CheckedMapping, Mend> applied,
            BiFunction<CheckedMapping, Mend, String> consequences) {
        this.session = session;
        this.applied = applied;
        this.consequences = consequences;
        title.getStyleClass().add("trouble-what");
        apply = Controls.go(
                session.text("ui.mounts.apply"),
                "fth-check",
                () -> applied.accept(shown, shown.verdict().suggestion().orElseThrow()));
        others.setText(session.text("ui.mounts.other-ways"));
        others.setMinWidth(Region.USE_PREF_SIZE);
        VBox texts = new VBox(4, title, reason, mendText);
        HBox.setHgrow(texts, Priority.ALWAYS);
        view = new HBox(12, icon, texts, others, apply);
        view.getStyleClass().add("mend-box");
    }

    Node view() {
        return view;
    }

    /** Shows what is to be said of a mapping; nothing for one of which there is nothing to say. */
    void show(CheckedMapping row) {
        shown = row;
        boolean say = row != null
                && !(row.verdict() instanceof MountVerdict.Ok ok && ok.notes().isEmpty());
        visible(view, say);
        if (!say) {
            return;
        }
        boolean holds = row.verdict().holds();
        boolean warns = row.verdict() instanceof MountVerdict.Ok ok && ok.warns();
        view.getStyleClass().removeAll("mend-box-note", "mend-box-info");
        if (holds) {
            view.getStyleClass().add(warns ? "mend-box-note" : "mend-box-info");
        }
        icon.setIconLiteral(holds && !warns ? "fth-info" : "fth-alert-triangle");
        title.setText(session.text(
                holds ? "ui.mounts.note" : "ui.mounts.will-fail", row.mapping().host()));
        reason.setText(reasons(row));
        visible(title, !reason.getText().contains(row.mapping().host())); // else it names the folder itself
        Optional<Mend> mend = row.verdict().suggestion();
        mendText.setText(mend.map(m -> session.text("mount.mend", m.host(), m.container(), m.path()) + " "
                        + consequences.apply(row, m))
                .orElse(""));
        visible(mendText, mend.isPresent());
        visible(apply, mend.isPresent());
        List<Mend> ways = row.verdict().ways();
        visible(others, ways.size() > 1);
        others.getItems()
                .setAll(ways.stream().skip(1).map(way -> other(row, way)).toList());
    }

    private MenuItem other(CheckedMapping row, Mend way) {
        MenuItem item = new MenuItem(session.text("ui.mounts.way-same", way.host(), way.path()));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> applied.accept(row, way));
        return item;
    }

    private String reasons(CheckedMapping row) {
        String said = row.engineSaid()
                .filter(s -> !s.isEmpty())
                .map(s -> "\n" + session.text("mount.engine-said", s))
                .orElse("");
        String why = row.verdict() instanceof MountVerdict.Ok ok
                ? String.join(
                        "\n",
                        ok.notes().stream()
                                .map(Note::text)
                                .map(session.texts()::get)
                                .toList())
                : session.texts().get(row.verdict().reason());
        return why + said;
    }

    private static void visible(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
