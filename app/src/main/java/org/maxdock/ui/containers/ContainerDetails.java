package org.maxdock.ui.containers;

import java.time.Duration;
import javafx.collections.ListChangeListener;
import javafx.scene.chart.AreaChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Ticker;

/** The chosen container, as it goes on. */
final class ContainerDetails {

    private static final Duration EVERY = Duration.ofSeconds(2);

    private final ContainerDetailsModel model;
    private final Texts texts;
    private final XYChart.Series<Number, Number> cpu = new XYChart.Series<>();
    private final VBox view;

    ContainerDetails(ContainersModel containers, ContainerDetailsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Label usage = Controls.muted("");
        usage.textProperty().bind(model.usageProperty());
        Label mounts = Controls.wrapped("");
        mounts.textProperty().bind(model.mountsProperty());
        VBox body = new VBox(8, usage, new HBox(12, chart(), processes()), mounts);
        body.getStyleClass().add("panel-body");
        view = Controls.panel(Controls.head(texts.get("ui.containers.now")), body);
        view.visibleProperty().bind(containers.selectedProperty().isNotNull());
        view.managedProperty().bind(view.visibleProperty());
        model.used().addListener((ListChangeListener<ContainerDetailsModel.Used>) this::draw);
        new Ticker(EVERY, Ticker.inWindow(view), model::poll).start();
    }

    VBox view() {
        return view;
    }

    private AreaChart<Number, Number> chart() {
        NumberAxis time = new NumberAxis();
        time.setTickLabelsVisible(false);
        time.setForceZeroInRange(false);
        NumberAxis percent = new NumberAxis();
        percent.setLabel(texts.get("ui.containers.cpu"));
        AreaChart<Number, Number> chart = new AreaChart<>(time, percent);
        chart.getData().add(cpu);
        chart.setAnimated(false);
        chart.setLegendVisible(false);
        chart.setCreateSymbols(false);
        chart.setAccessibleText(texts.get("ui.containers.cpu"));
        chart.setPrefSize(330, 170);
        chart.setMinHeight(150);
        return chart;
    }

    private TextArea processes() {
        TextArea processes = new TextArea();
        processes.setEditable(false);
        processes.getStyleClass().add("mono");
        processes.setAccessibleText(texts.get("ui.containers.processes"));
        processes.setPrefRowCount(6);
        HBox.setHgrow(processes, Priority.ALWAYS);
        model.processesProperty().addListener((o, was, is) -> {
            double down = processes.getScrollTop();
            processes.setText(is);
            processes.setScrollTop(down);
        });
        return processes;
    }

    private void draw(ListChangeListener.Change<? extends ContainerDetailsModel.Used> change) {
        while (change.next()) {
            cpu.getData().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
            change.getAddedSubList().forEach(u -> cpu.getData().add(new XYChart.Data<>(u.look(), u.cpu())));
        }
    }
}
