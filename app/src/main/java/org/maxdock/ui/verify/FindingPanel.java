package org.maxdock.ui.verify;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.image.MendWay;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.operation.Location;
import org.maxdock.operation.PlacedVerdict;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Differences;

/** One verdict: what differs, and the ways to bring the recorded image back. */
final class FindingPanel {

    private final Texts texts;
    private final VerifyModel model;
    private final Mending mending;
    private final Label title = Controls.head("");
    private final VBox body = new VBox(10);
    private final FlowPane ways = new FlowPane(8, 8);
    private final VBox view;

    FindingPanel(Texts texts, VerifyTable table, VerifyModel model, Mending mending) {
        this.texts = texts;
        this.model = model;
        this.mending = mending;
        table.chosenProperty().addListener((o, was, is) -> show());
        model.changesProperty().addListener((o, was, is) -> show());
        table.records().addListener((ListChangeListener<ImageRecord>) change -> show());
        ways.disableProperty().bind(model.busyProperty());
        body.getStyleClass().add("panel-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        ways.getStyleClass().add("panel-body");
        view = Controls.panel(title, new VBox(scroll, ways));
        show();
    }

    Node view() {
        return view;
    }

    /** Shows the finding that is chosen, as it is now. */
    void show() {
        model.finding().ifPresentOrElse(this::show, this::none);
    }

    private void none() {
        title.setText(texts.get("ui.verify.finding"));
        body.getChildren().setAll(Controls.wrapped(texts.get("ui.verify.choose")));
        buttons(List.of());
    }

    private void show(PlacedVerdict finding) {
        title.setText(texts.get(
                "ui.verify.on",
                finding.record().reference(),
                finding.where() instanceof Location.Registry
                        ? texts.get("ui.verify.registry")
                        : finding.where().title()));
        body.getChildren().setAll(Controls.muted(texts.get("ui.verify.looked", model.age(finding))));
        finding.trouble().ifPresent(t -> body.getChildren().add(Controls.wrapped(texts.explain(t))));
        finding.verdict().ifPresent(verdict -> body.getChildren().addAll(explain(verdict)));
        if (VerifyModel.isBad(finding) && mending.ways(finding).isEmpty()) {
            body.getChildren().add(Controls.wrapped(texts.get("ui.verify.no-way")));
        }
        buttons(mends(finding));
    }

    private List<Node> explain(ImageVerdict verdict) {
        return switch (verdict) {
            case ImageVerdict.Same same -> List.of(Controls.wrapped(texts.get("ui.verify.same")));
            case ImageVerdict.SameContent same -> List.of(Controls.wrapped(texts.get("ui.verify.same-content")));
            case ImageVerdict.Missing missing -> List.of(Controls.wrapped(texts.get("ui.verify.missing")));
            case ImageVerdict.Different different -> List.of(new Differences(texts, different.differences()));
        };
    }

    private List<Button> mends(PlacedVerdict finding) {
        List<PlacedVerdict> alike = model.alike(finding);
        List<Button> buttons = new ArrayList<>();
        for (MendWay way : mending.ways(finding)) {
            String text = texts.get("ui.mend." + way.word());
            String where = alike.size() > 1 ? text + " " + texts.get("ui.verify.on-nodes", alike.size()) : text;
            Runnable mend = () -> mending.mend(way, alike);
            buttons.add(
                    buttons.isEmpty()
                            ? Controls.go(where, "fth-rotate-ccw", mend)
                            : Controls.button(where, null, mend));
        }
        if (mending.canRecord(finding)) {
            buttons.add(Controls.button(
                    texts.get("ui.verify.record-this"),
                    null,
                    () -> mending.record(finding.record().reference())));
        }
        return buttons;
    }

    private void buttons(List<Button> buttons) {
        ways.getChildren().setAll(buttons);
        ways.setVisible(!buttons.isEmpty());
        ways.setManaged(!buttons.isEmpty());
    }
}
