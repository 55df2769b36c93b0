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
import org.maxdock.image.Verdict;
import org.maxdock.project.Finding;
import org.maxdock.project.Location;
import org.maxdock.project.Mender;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Differences;
import org.maxdock.ui.shared.Parts;

/** One verdict: what differs, and the ways to bring the recorded image back. */
final class FindingPanel {

    private final Texts texts;
    private final Clock clock;
    private final BiConsumer<MendWay, List<Finding>> mend;
    private final Runnable recordThis;
    private final Label title = Parts.head("");
    private final VBox body = new VBox(10);
    private final FlowPane ways = new FlowPane(8, 8);
    private final VBox view;

    /**
     * @param mend       by a way, at the places of some findings
     * @param recordThis records what is there instead
     */
    FindingPanel(Texts texts, Clock clock, BiConsumer<MendWay, List<Finding>> mend, Runnable recordThis) {
        this.texts = texts;
        this.clock = clock;
        this.mend = mend;
        this.recordThis = recordThis;
        body.getStyleClass().add("panel-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        ways.getStyleClass().add("panel-body");
        view = Parts.panel(title, new VBox(scroll, ways));
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
        body.getChildren().setAll(Parts.wrapped(texts.get("ui.verify.choose")));
        buttons(List.of());
    }

    /** @param alike findings of the same image on other nodes that do not hold either */
    void show(Finding finding, List<Finding> alike) {
        title.setText(texts.get("ui.verify.on", finding.record().reference(), finding.where() instanceof Location.Registry ? texts.get("ui.verify.registry") : finding.where().title()));
        body.getChildren().setAll(Parts.muted(texts.get("ui.verify.looked", FindingCell.age(texts, finding, clock))));
        finding.trouble().ifPresent(t -> body.getChildren().add(Parts.wrapped(texts.explain(t))));
        finding.verdict().ifPresent(verdict -> body.getChildren().addAll(explain(verdict)));
        boolean bad = finding.verdict().isPresent() && !finding.holds();
        if (bad && Mender.ways(finding.record(), finding.where()).isEmpty()) {
            body.getChildren().add(Parts.wrapped(texts.get("ui.verify.no-way")));
        }
        buttons(bad ? mends(finding, alike) : List.of());
    }

    private List<Node> explain(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Same same -> List.of(Parts.wrapped(texts.get("ui.verify.same")));
            case Verdict.SameContent same -> List.of(Parts.wrapped(texts.get("ui.verify.same-content")));
            case Verdict.Missing missing -> List.of(Parts.wrapped(texts.get("ui.verify.missing")));
            case Verdict.Different different -> List.of(new Differences(texts, different.differences()));
        };
    }

    private List<Button> mends(Finding finding, List<Finding> alike) {
        List<Button> buttons = new java.util.ArrayList<>();
        for (MendWay way : Mender.ways(finding.record(), finding.where())) {
            String text = texts.get("ui.mend." + way.word());
            String where = alike.size() > 1 ? text + " " + texts.get("ui.verify.on-nodes", alike.size()) : text;
            buttons.add(buttons.isEmpty() ? Parts.go(where, "fth-rotate-ccw", () -> mend.accept(way, alike)) : Parts.button(where, null, () -> mend.accept(way, alike)));
        }
        Optional<Verdict> verdict = finding.verdict();
        if (finding.where() instanceof Location.Server && verdict.isPresent() && verdict.get() instanceof Verdict.Different) {
            buttons.add(Parts.button(texts.get("ui.verify.record-this"), null, recordThis));
        }
        return buttons;
    }

    private void buttons(List<Button> buttons) {
        ways.getChildren().setAll(buttons);
        ways.setVisible(!buttons.isEmpty());
        ways.setManaged(!buttons.isEmpty());
    }
}
