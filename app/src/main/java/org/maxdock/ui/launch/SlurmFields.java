package org.maxdock.ui.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;

/**
 * What can be asked of SLURM beside partition, nodes and time: a field for what most people know, and one for all else.
 */
final class SlurmFields {

    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private final CheckBox exclusive;
    private final TextField others = new TextField();
    private final GridPane view = new GridPane(10, 8);

    SlurmFields(Session session, List<String> words) {
        exclusive = new CheckBox(session.text("ui.slurm.exclusive"));
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        view.getColumnConstraints().setAll(half, half);
        for (String name : SlurmTexts.KNOWN) {
            TextField field = new TextField();
            field.getStyleClass().add("mono");
            field.setId("slurm-" + name);
            field.setPromptText("--" + name);
            view.add(Controls.field(session.text("ui.slurm." + name), field), fields.size() % 2, fields.size() / 2);
            fields.put(name, field);
        }
        others.setId("slurm-args");
        others.getStyleClass().add("mono");
        view.add(exclusive, 0, 6);
        view.add(Controls.field(session.text("ui.launch.slurm-args"), others), 1, 5, 1, 2);
        show(SlurmTexts.of(words));
    }

    private void show(SlurmTexts texts) {
        texts.known().forEach((name, value) -> fields.get(name).setText(value));
        exclusive.setSelected(texts.exclusive());
        others.setText(texts.others());
    }

    Node view() {
        return view;
    }

    /** In SLURM's long form; throws where it is none, or one that a launch sets itself. */
    List<String> words() throws Trouble {
        Map<String, String> known = new LinkedHashMap<>();
        fields.forEach((name, field) -> known.put(name, field.getText()));
        List<String> words = new SlurmTexts(known, exclusive.isSelected(), others.getText()).words();
        return InvalidValue.orTrouble(
                () -> LaunchPlace.Allocation.of("", 1, "").withMore(words).more());
    }
}
