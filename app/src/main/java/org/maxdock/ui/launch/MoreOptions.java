package org.maxdock.ui.launch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.host.Shell;
import org.maxdock.host.ShellWords;
import org.maxdock.launch.ContainerOptions;
import org.maxdock.launch.Resources;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Ask;
import org.maxdock.ui.shared.Parts;
import org.maxdock.ui.shared.Session;

/** What most launches leave as it is: environment, shared memory, limits, and other options of Docker and SLURM. */
final class MoreOptions {

    private final Session session;
    private final Ask ask;
    private final Runnable changed;
    private final Label summary = Parts.muted("");
    private final HBox view;
    private ContainerOptions container = ContainerOptions.NONE;
    private List<String> slurm = List.of();

    MoreOptions(Session session, Ask ask, Runnable changed) {
        this.session = session;
        this.ask = ask;
        this.changed = changed;
        Button edit = Parts.button(session.text("ui.launch.more"), null, this::edit);
        summary.setMinWidth(0);
        view = Parts.row(summary, Parts.space(), edit);
        view.getStyleClass().add("field-box");
        show(ContainerOptions.NONE, List.of());
    }

    Node view() {
        return view;
    }

    ContainerOptions container() {
        return container;
    }

    /** In SLURM's long form. */
    List<String> slurm() {
        return slurm;
    }

    void show(ContainerOptions options, List<String> slurmOptions) {
        container = options;
        slurm = slurmOptions;
        List<String> others = new ArrayList<>();
        if (!options.sharedMemory().isEmpty()) {
            others.add("--shm-size=" + options.sharedMemory());
        }
        others.addAll(options.ulimits());
        others.addAll(options.arguments());
        others.addAll(slurmOptions);
        summary.setText(others.isEmpty() && options.environment().isEmpty() ? session.text("ui.launch.more-none")
                : session.text("ui.launch.more-some", options.environment().size(), Shell.join(others)));
    }

    private void edit() {
        TextArea environment = new TextArea(String.join("\n", container.environment()));
        environment.setPrefRowCount(5);
        environment.getStyleClass().add("mono");
        environment.setId("environment");
        TextField shm = field("shm", container.sharedMemory());
        TextField ulimits = field("ulimits", String.join(" ", container.ulimits()));
        TextField docker = field("docker-args", Shell.join(container.arguments()));
        TextField others = field("slurm-args", Shell.join(slurm));
        HBox two = new HBox(12, Parts.field(session.text("ui.launch.shm"), shm), Parts.field(session.text("ui.launch.ulimits"), ulimits));
        two.getChildren().forEach(n -> HBox.setHgrow(n, Priority.ALWAYS));
        VBox form = new VBox(12, Parts.field(session.text("ui.launch.environment"), environment), two,
                Parts.field(session.text("ui.launch.docker-args"), docker), Parts.field(session.text("ui.launch.slurm-args"), others));
        form.setPrefWidth(620);
        Optional<Trouble> refused = ask.form(session.text("ui.launch.more"), form, () -> take(environment.getText(), shm.getText(), ulimits.getText(), docker.getText(), others.getText()));
        refused.ifPresentOrElse(session.background()::trouble, changed);
    }

    private static TextField field(String id, String text) {
        TextField field = new TextField(text);
        field.getStyleClass().add("mono");
        field.setId(id);
        return field;
    }

    private void take(String environment, String shm, String ulimits, String docker, String others) throws Trouble {
        ContainerOptions options = new ContainerOptions(environment.lines().filter(l -> !l.isBlank()).toList(), shm.strip(),
                Arrays.stream(ulimits.strip().split("\\s+")).filter(l -> !l.isEmpty()).toList(), ShellWords.read(docker, Map.of()).words()).checked();
        List<String> words = ShellWords.read(others, Map.of()).words();
        Resources.of("", 1, "").withMore(words).checked();
        show(options, words);
    }
}
