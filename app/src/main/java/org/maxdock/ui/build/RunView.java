package org.maxdock.ui.build;

import atlantafx.base.theme.Styles;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ActionKey;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.NextStep;

/** A build as it goes on: its steps, what they say, how it ended, and what comes next. */
final class RunView {

    private static final Duration EVERY = Duration.millis(100);

    private final Texts texts;
    private final BuildRunModel run;
    private final NextSteps next;
    private final ListView<BuildSteps.Step> list;
    private final LogPanel log;
    private final Label result = new Label();
    private final Label count = Controls.muted("");
    private final Timeline tick = new Timeline(new KeyFrame(EVERY, e -> tick()));
    private final VBox view;

    RunView(Texts texts, BuildRunModel run, NextSteps next, ShellOpener shells) {
        this.texts = texts;
        this.run = run;
        this.next = next;
        list = new ListView<>(run.steps());
        list.setId("steps");
        list.setCellFactory(l -> new StepCell(run));
        list.setPlaceholder(Controls.nothing(texts.get("ui.build.no-steps")));
        list.setAccessibleText(texts.get("ui.build.steps"));
        list.setOnMouseClicked(e -> choose());
        list.setOnKeyReleased(e -> choose());
        list.setPrefHeight(240);
        list.setMinHeight(120);
        log = new LogPanel(texts, run);
        run.chosenProperty().addListener((o, was, is) -> mark(is.intValue()));
        Button shell = Controls.button(texts.get("ui.build.shell"), "fth-terminal", () -> run.openBefore(shells));
        shell.setTooltip(new Tooltip(texts.get("ui.build.shell-tip")));
        shell.visibleProperty().bind(run.canOpenBefore());
        shell.managedProperty().bind(shell.visibleProperty());
        tick.setCycleCount(Animation.INDEFINITE);
        run.runProperty().addListener((o, was, is) -> changed());
        view = new VBox(
                12,
                Controls.panel(
                        Controls.row(
                                Controls.head(texts.get("ui.build.steps")), count, Controls.space(), shell, result),
                        new VBox(list, nextSteps())),
                log.view());
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(log.view(), Priority.ALWAYS);
        view.setPrefWidth(540);
        changed();
    }

    /** Beside a good build, the strongest button is the one that most go on with. */
    private HBox nextSteps() {
        Map<Button, Set<NextStep>> all = new LinkedHashMap<>();
        all.put(
                ButtonFacts.key(
                        Controls.button(texts.get("ui.images.record"), "fth-bookmark", next::record), ActionKey.RECORD),
                EnumSet.of(NextStep.RECORD));
        all.put(
                ButtonFacts.key(
                        Controls.button(texts.get("ui.images.push"), "fth-upload-cloud", next::push), ActionKey.PUSH),
                EnumSet.of(NextStep.PROVIDE, NextStep.RECORD));
        all.put(Controls.button(texts.get("ui.images.save"), "fth-save", next::save), EnumSet.of(NextStep.PROVIDE));
        all.put(Controls.button(texts.get("ui.page.mounts"), "fth-share-2", next::map), EnumSet.of(NextStep.MAP));
        all.put(Controls.button(texts.get("ui.page.launch"), "fth-send", next::launch), EnumSet.allOf(NextStep.class));
        HBox steps = Controls.row(Controls.wrapped(texts.get("ui.build.next")), Controls.space());
        steps.getChildren().addAll(all.keySet());
        next.stepProperty().addListener((o, was, is) -> lead(all, is));
        lead(all, next.stepProperty().get());
        steps.getStyleClass().add("panel-body");
        steps.setId("next-steps");
        steps.disableProperty().bind(next.busy());
        steps.visibleProperty().bind(next.offered());
        steps.managedProperty().bind(steps.visibleProperty());
        return steps;
    }

    /** Those that a step goes with are there; the first of them is the strongest. */
    private static void lead(Map<Button, Set<NextStep>> all, NextStep step) {
        boolean first = true;
        for (Map.Entry<Button, Set<NextStep>> each : all.entrySet()) {
            Button button = each.getKey();
            boolean fits = each.getValue().contains(step);
            button.setVisible(fits);
            button.setManaged(fits);
            button.getStyleClass().remove(Styles.ACCENT);
            if (fits && first) {
                button.getStyleClass().add(Styles.ACCENT);
                first = false;
            }
        }
    }

    private void changed() {
        Controls.badge(
                result,
                run.caption(),
                switch (run.state()) {
                    case NONE, RUNNING -> "plain";
                    case BUILT -> "ok";
                    case FAILED, CANCELLED -> "bad";
                });
        if (run.state() == BuildRun.State.RUNNING) {
            tick.play();
        } else {
            tick.stop();
        }
        tick();
    }

    private void tick() {
        run.tick();
        list.refresh(); // for how long the step takes that runs
        count.setText(run.count());
        if (run.state() == BuildRun.State.RUNNING && !run.steps().isEmpty()) {
            list.scrollTo(run.steps().size() - 1);
        }
        log.draw();
    }

    private void choose() {
        int index = list.getSelectionModel().getSelectedIndex();
        if (index >= 0) {
            run.chosenProperty().set(index);
        }
    }

    private void mark(int index) {
        if (index >= 0) {
            list.getSelectionModel().clearAndSelect(index);
        }
    }

    VBox view() {
        return view;
    }
}
