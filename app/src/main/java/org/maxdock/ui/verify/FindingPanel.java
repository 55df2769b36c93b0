package org.maxdock.ui.verify;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.image.MendWay;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.operation.Location;
import org.maxdock.operation.Mender;
import org.maxdock.operation.PlacedVerdict;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Differences;

/** One verdict: what differs, and the ways to bring the recorded image back. */
final class FindingPanel {

    private final Texts texts;
    private final Clock clock;
    private final BiConsumer<MendWay, List<PlacedVerdict>> mend;
    private final Runnable recordThis;
    private final Label title = Controls.head("");
    private final VBox body = new VBox(10);
    private final FlowPane ways = new FlowPane(8, 8);
    private final VBox view;

    /**
     * @param mend by a way, at the places of some findings
     * @param recordThis records what is there instead
     */
    FindingPanel(Texts texts, Clock clock, BiConsumer<MendWay, List<PlacedVerdict>> mend, Runnable recordThis) {
        this.texts = texts;
        this.clock = clock;
        this.mend = mend;
        this.recordThis = recordThis;
        body.getStyleClass().add("panel-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        ways.getStyleClass().add("panel-body");
        view = Controls.panel(title, new VBox(scroll, ways));
        none();
    }

    Node view() {
        return view;
    }

    /** While something is under way, nothing else is started. */
    void setBusy(boolean busy) {
        ways.setDisable(busy);
    }

    void none() {
        title.setText(texts.get("ui.verify.finding"));
        body.getChildren().setAll(Controls.wrapped(texts.get("ui.verify.choose")));
        buttons(List.of());
    }

    /** @param alike findings of the same image on other nodes that do not hold either */
    void show(PlacedVerdict finding, List<PlacedVerdict> alike) {
        title.setText(texts.get(
                "ui.verify.on",
                finding.record().reference(),
                finding.where() instanceof Location.Registry
                        ? texts.get("ui.verify.registry")
                        : finding.where().title()));
        body.getChildren()
                .setAll(Controls.muted(texts.get("ui.verify.looked", FindingCell.age(texts, finding, clock))));
        finding.trouble().ifPresent(t -> body.getChildren().add(Controls.wrapped(texts.explain(t))));
        finding.verdict().ifPresent(verdict -> body.getChildren().addAll(explain(verdict)));
        boolean bad = finding.verdict().isPresent() && !finding.holds();
        if (bad && Mender.ways(finding.record(), finding.where()).isEmpty()) {
            body.getChildren().add(Controls.wrapped(texts.get("ui.verify.no-way")));
        }
        buttons(bad ? mends(finding, alike) : List.of());
    }

    private List<Node> explain(ImageVerdict verdict) {
        return switch (verdict) {
            case ImageVerdict.Same same -> List.of(Controls.wrapped(texts.get("ui.verify.same")));
            case ImageVerdict.SameContent same -> List.of(Controls.wrapped(texts.get("ui.verify.same-content")));
            case ImageVerdict.Missing missing -> List.of(Controls.wrapped(texts.get("ui.verify.missing")));
            case ImageVerdict.Different different -> List.of(new Differences(texts, different.differences()));
        };
    }

    private List<Button> mends(PlacedVerdict finding, List<PlacedVerdict> alike) {
        List<Button> buttons = new java.util.ArrayList<>();
        for (MendWay way : Mender.ways(finding.record(), finding.where())) {
            String text = texts.get("ui.mend." + way.word());
            String where = alike.size() > 1 ? text + " " + texts.get("ui.verify.on-nodes", alike.size()) : text;
            buttons.add(
                    buttons.isEmpty()
                            ? Controls.go(where, "fth-rotate-ccw", () -> mend.accept(way, alike))
                            : Controls.button(where, null, () -> mend.accept(way, alike)));
        }
        Optional<ImageVerdict> verdict = finding.verdict();
        if (finding.where() instanceof Location.Server
                && verdict.isPresent()
                && verdict.get() instanceof ImageVerdict.Different) {
            buttons.add(Controls.button(texts.get("ui.verify.record-this"), null, recordThis));
        }
        return buttons;
    }

    private void buttons(List<Button> buttons) {
        ways.getChildren().setAll(buttons);
        ways.setVisible(!buttons.isEmpty());
        ways.setManaged(!buttons.isEmpty());
    }
}
