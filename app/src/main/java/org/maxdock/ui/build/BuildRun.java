package org.maxdock.ui.build;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.maxdock.engine.Progress;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.identity.Identity;
import org.maxdock.operation.LoggedBuilds;
import org.maxdock.operation.OpenProject;
import org.maxdock.operation.Recorder;
import org.maxdock.store.BuildHistory;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Activity;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;
import org.maxdock.ui.terminals.TerminalsPage;

/**
 * A build as it goes on: its steps, what they say, how it ended, and a shell in the last good layer where it failed.
 */
final class BuildRun {

    private static final Duration EVERY = Duration.millis(150);

    private final Session session;
    private final TerminalsPage terminals;
    private final BuildHistory history;
    private final BuildSteps model = new BuildSteps(System::nanoTime);
    private final ListView<BuildSteps.Step> list;
    private final LogPanel log;
    private final Label result = new Label();
    private final Label count = Controls.muted("");
    private final Button shell;
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final Queue<Progress> reports = new ConcurrentLinkedQueue<>();
    private final Timeline tick = new Timeline(new KeyFrame(EVERY, e -> take()));
    private final VBox view;
    private Activity activity;

    BuildRun(Session session, TerminalsPage terminals, BuildHistory history) {
        this.session = session;
        this.terminals = terminals;
        this.history = history;
        list = new ListView<>(model.steps());
        list.setId("steps");
        list.setCellFactory(l -> new StepCell(session));
        list.setPlaceholder(Controls.muted(session.text("ui.build.no-steps")));
        list.setAccessibleText(session.text("ui.build.steps"));
        log = new LogPanel(session, this::tellLog);
        list.setOnMouseClicked(e -> choose());
        list.getSelectionModel().selectedIndexProperty().addListener((o, was, is) -> {
            if (list.isFocused()) {
                choose();
            }
        });
        shell = Controls.button(session.text("ui.build.shell"), "fth-terminal", this::openShell);
        shell.setTooltip(new Tooltip(session.text("ui.build.shell-tip")));
        offerShell(false);
        tick.setCycleCount(Animation.INDEFINITE);
        view = new VBox(
                12,
                Controls.panel(
                        Controls.row(
                                Controls.head(session.text("ui.build.steps")), count, Controls.space(), shell, result),
                        list),
                log.view());
        list.setPrefHeight(240);
        list.setMinHeight(120);
        VBox.setVgrow(log.view(), Priority.ALWAYS);
        view.setPrefWidth(540);
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running;
    }

    void cancel() {
        activity.cancel();
    }

    /** Nothing where one runs already, as after a double click. */
    void start(OpenProject project, BuildRequest request) {
        if (running.get()) {
            return;
        }
        count.setText("");
        model.clear();
        log.clear();
        log.widen();
        log.titled("");
        reports.clear();
        offerShell(false);
        Controls.badge(result, "", "plain");
        running.set(true);
        tick.play();
        activity = session.withBench(
                session.text("ui.work.build", request.tag()),
                (bench, a) -> new LoggedBuilds(project, new Recorder(project, bench.images()), history)
                        .build(request, reports::add, a.cancellation())
                        .identity(),
                this::built,
                this::failed);
    }

    /** What has come since: drawn together, for a build may say a thousand lines a second. */
    private void take() {
        for (Progress report; (report = reports.poll()) != null; ) {
            model.report(report);
        }
        list.refresh();
        if (!model.steps().isEmpty()) {
            BuildSteps.Step last = model.steps().getLast();
            count.setText(session.text(
                    "ui.build.count",
                    last.number(),
                    last.of(),
                    StepCell.seconds(model.time(), session.texts().locale())));
            if (running.get()) {
                list.scrollTo(model.steps().size() - 1);
            }
        }
        tellLog();
    }

    private void choose() {
        if (list.getSelectionModel().getSelectedIndex() >= 0) {
            log.narrow();
            tellLog();
        }
    }

    private void tellLog() {
        int chosen = log.isWhole() ? -1 : list.getSelectionModel().getSelectedIndex();
        log.titled(chosen < 0 ? "" : String.valueOf(model.steps().get(chosen).number()));
        log.show(chosen, model.log(chosen));
    }

    private void end(boolean well, String said) {
        tick.stop();
        running.set(false);
        take();
        model.end(well, said);
        take();
    }

    private void built(Identity identity) {
        end(true, "");
        Controls.badge(result, session.text("ui.build.built", identity.shortId()), "ok");
    }

    private void failed(Trouble trouble) {
        end(false, session.texts().explain(trouble) + "\n");
        boolean cancelled = trouble.kind() == TroubleKind.CANCELLED;
        Controls.badge(result, session.text(cancelled ? "ui.build.cancelled" : "ui.build.failed"), "bad");
        if (!cancelled && !model.steps().isEmpty()) {
            list.getSelectionModel().selectLast();
            choose();
            offerShell(model.lastLayer().isPresent());
        }
        if (trouble.kind() != TroubleKind.BUILD_STEP_FAILED) { // what that says stands in the log, where the eye is
            session.background().trouble(trouble);
        }
    }

    private void offerShell(boolean offered) {
        shell.setVisible(offered);
        shell.setManaged(offered);
    }

    private void openShell() {
        model.lastLayer()
                .ifPresent(layer -> terminals.open(
                        session.text("ui.build.shell-in", layer),
                        (bench, columns, rows) -> bench.containerPaths().shellIn(layer, columns, rows)));
    }

    VBox view() {
        return view;
    }
}
