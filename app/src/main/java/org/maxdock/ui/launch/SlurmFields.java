package org.maxdock.ui.launch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.maxdock.host.shell.Shell;
import org.maxdock.host.shell.ShellWords;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;

/**
 * What can be asked of SLURM beside partition, nodes and time: a field for what most people know, and one for all else.
 */
final class SlurmFields {

    private static final List<String> KNOWN = List.of(
            "cpus-per-task",
            "mem",
            "gres",
            "constraint",
            "account",
            "reservation",
            "nodelist",
            "begin",
            "dependency",
            "mail-user");

    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private final CheckBox exclusive;
    private final TextField others = new TextField();
    private final GridPane view = new GridPane(10, 8);

    SlurmFields(Session session, List<String> words) {
        exclusive = new CheckBox(session.text("ui.slurm.exclusive"));
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        view.getColumnConstraints().setAll(half, half);
        for (String name : KNOWN) {
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
        show(words);
    }

    private void show(List<String> words) {
        List<String> rest = new ArrayList<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            TextField field = equals < 0 || !word.startsWith("--") ? null : fields.get(word.substring(2, equals));
            if (field != null) {
                field.setText(word.substring(equals + 1));
            } else if (word.equals("--exclusive")) {
                exclusive.setSelected(true);
            } else {
                rest.add(word);
            }
        }
        others.setText(Shell.join(rest));
    }

    Node view() {
        return view;
    }

    /** In SLURM's long form. */
    List<String> words() throws Trouble {
        List<String> words = new ArrayList<>();
        fields.forEach((name, field) -> {
            if (!field.getText().isBlank()) {
                words.add("--" + name + "=" + field.getText().strip());
            }
        });
        if (exclusive.isSelected()) {
            words.add("--exclusive");
        }
        words.addAll(ShellWords.read(others.getText(), Map.of()).words());
        return InvalidValue.orTrouble(
                () -> LaunchPlace.Allocation.of("", 1, "").withMore(words).more());
    }
}
