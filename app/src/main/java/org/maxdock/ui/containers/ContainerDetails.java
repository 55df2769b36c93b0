package org.maxdock.ui.containers;

import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.chart.AreaChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.maxdock.engine.ContainerControl;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.engine.ContainerUsage;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;

/** The chosen container: what it uses, as it goes on, its processes, its mappings. */
final class ContainerDetails {

    private static final Duration EVERY = Duration.seconds(2);
    private static final int KEPT = 60;

    private record Seen(ContainerUsage usage, List<List<String>> processes) {}

    private final Session session;
    private final Label usage = Controls.muted("");
    private final Label mounts = Controls.wrapped("");
    private final TextArea processes = new TextArea();
    private final XYChart.Series<Number, Number> cpu = new XYChart.Series<>();
    private final VBox view;
    private final Timeline poll = new Timeline(new KeyFrame(EVERY, e -> look()));
    private ContainerSummary container;
    private boolean looking;
    private int looks;

    ContainerDetails(Session session) {
        this.session = session;
        NumberAxis time = new NumberAxis();
        time.setTickLabelsVisible(false);
        time.setForceZeroInRange(false);
        NumberAxis percent = new NumberAxis();
        percent.setLabel(session.text("ui.containers.cpu"));
        AreaChart<Number, Number> chart = new AreaChart<>(time, percent);
        chart.getData().add(cpu);
        chart.setAnimated(false);
        chart.setLegendVisible(false);
        chart.setCreateSymbols(false);
        chart.setAccessibleText(session.text("ui.containers.cpu"));
        chart.setPrefSize(330, 170);
        chart.setMinHeight(150);
        processes.setEditable(false);
        processes.getStyleClass().add("mono");
        processes.setAccessibleText(session.text("ui.containers.processes"));
        processes.setPrefRowCount(6);
        HBox.setHgrow(processes, Priority.ALWAYS);
        VBox body = new VBox(8, usage, new HBox(12, chart, processes), mounts);
        body.getStyleClass().add("panel-body");
        view = Controls.panel(Controls.head(session.text("ui.containers.now")), body);
        poll.setCycleCount(Animation.INDEFINITE);
        view.sceneProperty().addListener((o, was, is) -> follow());
        show(null);
    }

    VBox view() {
        return view;
    }

    void show(ContainerSummary chosen) {
        boolean other = chosen == null || container == null || !chosen.id().equals(container.id());
        container = chosen;
        if (other) {
            cpu.getData().clear();
            processes.clear();
            usage.setText("");
        }
        view.setVisible(chosen != null);
        view.setManaged(chosen != null);
        if (chosen != null) {
            mounts.setText(
                    chosen.mounts().isEmpty()
                            ? session.text("ui.containers.no-mounts")
                            : chosen.mounts().stream().collect(Collectors.joining("\n")));
            usage.setText(chosen.isRunning() ? usage.getText() : session.text("ui.containers.does-not-run"));
        }
        follow();
    }

    private void follow() {
        if (container != null && container.isRunning() && view.getScene() != null) {
            poll.play();
            look();
        } else {
            poll.stop();
        }
    }

    private void look() {
        if (looking || session.bench().isEmpty() || container == null) {
            return;
        }
        looking = true;
        ContainerSummary asked = container;
        var bench = session.bench().get();
        session.background()
                .quietly(
                        a -> look(bench.engine().control(), asked.id()),
                        seen -> {
                            looking = false;
                            if (container != null && container.id().equals(asked.id())) {
                                tell(seen);
                            }
                        },
                        trouble -> {
                            looking = false;
                            System.getLogger(ContainerDetails.class.getName())
                                    .log(System.Logger.Level.DEBUG, "asked in vain", trouble);
                        });
    }

    private static Seen look(ContainerControl control, String id) throws Trouble {
        return new Seen(control.usage(id), control.processes(id));
    }

    private void tell(Seen seen) {
        ContainerUsage now = seen.usage();
        usage.setText(session.text(
                "ui.containers.usage",
                String.format(session.texts().locale(), "%.0f", now.cpu()),
                Controls.megabytes(now.memory()),
                Controls.megabytes(now.memoryLimit()),
                now.processes()));
        cpu.getData().add(new XYChart.Data<>(looks++, now.cpu()));
        if (cpu.getData().size() > KEPT) {
            cpu.getData().removeFirst();
        }
        processes.setText(
                seen.processes().stream().map(p -> String.join("  ", p)).collect(Collectors.joining("\n")));
    }
}
