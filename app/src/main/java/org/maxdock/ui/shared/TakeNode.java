package org.maxdock.ui.shared;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.PartitionName;
import org.maxdock.text.Texts;

/** Asks for what a node is taken: which partition, and how long. On the FX thread. */
public final class TakeNode {

    private static final String USUALLY = "2:00:00";
    private static final double WIDTH = 420;

    private final EngineModel model;
    private final Dialogs dialogs;
    private final Texts texts;
    private boolean asking;

    public TakeNode(EngineModel model, Dialogs dialogs, Texts texts) {
        this.model = model;
        this.dialogs = dialogs;
        this.texts = texts;
    }

    /** Nothing where it is asked already: a double click is one. */
    public void open() {
        if (!asking && !model.busyProperty().get()) {
            asking = true;
            BooleanSupplier server = model.server();
            if (!model.partitions(partitions -> ask(partitions, server), () -> asking = false)) {
                asking = false;
            }
        }
    }

    private void ask(List<Partition> partitions, BooleanSupplier server) {
        ComboBox<String> partition = new ComboBox<>();
        partition
                .getItems()
                .setAll(partitions.stream()
                        .map(Partition::name)
                        .map(PartitionName::text)
                        .toList());
        partitions.stream()
                .filter(Partition::isDefault)
                .findFirst()
                .or(() -> partitions.stream().findFirst())
                .ifPresent(p -> partition.setValue(p.name().text()));
        partition.setMaxWidth(Double.MAX_VALUE);
        partition.setAccessibleText(texts.get("ui.engine.partition"));
        TextField time = new TextField(USUALLY);
        time.setAccessibleText(texts.get("ui.engine.time"));
        Label what = Controls.wrapped(texts.get("ui.engine.take-what"));
        what.setMinHeight(Region.USE_PREF_SIZE);
        Label wrong = Controls.wrapped("");
        wrong.getStyleClass().add("danger");
        wrong.setMinHeight(Region.USE_PREF_SIZE);
        wrong.textProperty().bind(time.textProperty().map(t -> model.wrong(t).orElse("")));
        VBox content = new VBox(
                12,
                what,
                Controls.field(texts.get("ui.engine.partition"), partition),
                Controls.field(texts.get("ui.engine.time"), time),
                wrong);
        content.setPrefWidth(WIDTH);
        boolean taken = dialogs.form(
                texts.get("ui.engine.take"), content, wrong.textProperty().isNotEmpty());
        asking = false;
        if (taken && server.getAsBoolean()) {
            model.take(partition.getValue() == null ? "" : partition.getValue(), time.getText());
        }
    }
}
