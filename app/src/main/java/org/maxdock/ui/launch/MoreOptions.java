package org.maxdock.ui.launch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.host.shell.OptionWords;
import org.maxdock.host.shell.Shell;
import org.maxdock.launch.ContainerOptions;
import org.maxdock.launch.RunMode;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.Session;

/** What most launches leave as it is: environment, shared memory, limits, and other options of Docker and SLURM. */
final class MoreOptions {

    private final Session session;
    private final Dialogs ask;
    private final Supplier<RunMode> mode;
    private final Runnable changed;
    private final Label summary = Controls.muted("");
    private final HBox view;
    private ContainerOptions container = ContainerOptions.NONE;
    private List<String> slurm = List.of();

    /** @param mode the run mode that is chosen when somebody asks */
    MoreOptions(Session session, Dialogs ask, Supplier<RunMode> mode, Runnable changed) {
        this.session = session;
        this.mode = mode;
        this.ask = ask;
        this.changed = changed;
        Button edit = Controls.button(session.text("ui.launch.more"), null, this::edit);
        summary.setMinWidth(0);
        view = Controls.row(summary, Controls.space(), edit);
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
        others.addAll(options.site());
        others.addAll(slurmOptions);
        summary.setText(
                others.isEmpty() && options.environment().isEmpty()
                        ? session.text("ui.launch.more-none")
                        : session.text(
                                "ui.launch.more-some", options.environment().size(), Shell.join(others)));
    }

    private void edit() {
        TextArea environment = new TextArea(
                container.environment().stream().map(Variables::show).collect(Collectors.joining("\n")));
        environment.setPrefRowCount(4);
        environment.getStyleClass().add("mono");
        environment.setId("environment");
        TextField shm = field("shm", container.sharedMemory());
        TextField ulimits = field("ulimits", String.join(" ", container.ulimits()));
        DockerFields docker = new DockerFields(session, container.arguments());
        TextField site = field("site-args", OptionWords.write(container.site()));
        site.setPromptText(session.text("ui.launch.site-args-prompt"));
        session.bench()
                .ifPresent(bench -> session.background()
                        .quietly(
                                a -> bench.siteOptions(mode.get()),
                                found -> site.setPromptText(String.join(" ", found)),
                                session.background()::trouble));
        shm.setPromptText("2g");
        ulimits.setPromptText(session.text("ui.launch.ulimits-prompt"));
        HBox limits = new HBox(
                12,
                Controls.field(session.text("ui.launch.shm"), shm),
                Controls.field(session.text("ui.launch.ulimits"), ulimits));
        limits.getChildren().forEach(n -> HBox.setHgrow(n, Priority.ALWAYS));
        SlurmFields fields = new SlurmFields(session, slurm);
        VBox form = new VBox(
                10,
                Controls.head(session.text("ui.launch.more-container")),
                Controls.field(session.text("ui.launch.environment"), environment),
                limits,
                docker.view(),
                Controls.field(session.text("ui.launch.site-args"), site),
                Controls.head(session.text("ui.launch.more-slurm")),
                fields.view());
        form.setPrefWidth(700);
        Optional<Trouble> refused = ask.form(session.text("ui.launch.more"), form, () -> {
            List<String> variables = new ArrayList<>();
            for (String line :
                    environment.getText().lines().filter(l -> !l.isBlank()).toList()) {
                variables.add(Variables.read(line));
            }
            ContainerOptions options = InvalidValue.orTrouble(() -> new ContainerOptions(
                    variables,
                    shm.getText().strip(),
                    Arrays.stream(ulimits.getText().strip().split("\\s+"))
                            .filter(l -> !l.isEmpty())
                            .toList(),
                    docker.words(),
                    OptionWords.read(site.getText())));
            show(options, fields.words());
        });
        refused.ifPresentOrElse(session.background()::trouble, changed);
    }

    private static TextField field(String id, String text) {
        TextField field = new TextField(text);
        field.getStyleClass().add("mono");
        field.setId(id);
        return field;
    }
}
