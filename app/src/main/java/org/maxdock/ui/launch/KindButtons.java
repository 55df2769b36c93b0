package org.maxdock.ui.launch;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.maxdock.launch.KindFields;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.RunMode;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;

/** The kinds of launch, each explained in a sentence, with the fields that belong to it. */
final class KindButtons {

    private final Session session;
    private final SegmentedButton buttons = new SegmentedButton();
    private final Label text = Controls.wrapped("");
    private final FlowPane fields = new FlowPane(10, 6);
    private final TextField port = field("port", 4);
    private final TextField ranks = field("ranks", 3);
    private final TextField network = field("network", 6);
    private final TextField array = field("array", 8);
    private final TextField cluster = field("cluster", 6);
    private final VBox view;
    private LaunchKind.Name chosen = LaunchKind.Name.SHELL;
    private RunMode mode = RunMode.ME;

    /** @param picked called when the user picks a kind; {@code changed}, when a field changes */
    KindButtons(Session session, Runnable picked, Runnable changed) {
        this.session = session;
        for (LaunchKind.Name each : LaunchKind.Name.values()) {
            ToggleButton button = new ToggleButton(session.text("ui.kind." + each.word()));
            button.setUserData(each);
            button.setTooltip(new Tooltip(session.text("ui.kind." + each.word() + ".text")));
            button.setOnAction(e -> {
                choose(each);
                picked.run();
            });
            buttons.getButtons().add(button);
        }
        for (TextField field : new TextField[] {port, ranks, network, array, cluster}) {
            field.textProperty().addListener((o, was, is) -> changed.run());
        }
        text.getStyleClass().add("text-muted");
        buttons.getStyleClass().add("kind-buttons");
        fields.managedProperty().bind(Bindings.isNotEmpty(fields.getChildren()));
        view = new VBox(4, Controls.field(session.text("ui.launch.kind"), buttons), text, fields);
        choose(LaunchKind.Name.SHELL);
    }

    private static TextField field(String id, int columns) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(columns);
        return field;
    }

    Node view() {
        return view;
    }

    LaunchKind.Name chosen() {
        return chosen;
    }

    private void choose(LaunchKind.Name kind) {
        chosen = kind;
        buttons.getButtons().forEach(b -> b.setSelected(b.getUserData() == kind));
        text.setText(session.text("ui.kind." + kind.word() + ".text"));
        showFields();
    }

    /** A virtual cluster has a name and a port, whatever is done in it. */
    void inMode(RunMode chosenMode) {
        if (mode != chosenMode) {
            mode = chosenMode;
            showFields();
        }
    }

    private boolean cluster() {
        return chosen == LaunchKind.Name.MPI || (chosen == LaunchKind.Name.SHELL && mode == RunMode.DOCKERCLUSTER);
    }

    private void showFields() {
        fields.getChildren().clear();
        switch (chosen) {
            case MPI -> {
                add("ranks", ranks, "ui.launch.ranks-prompt");
                add("network", network, "ui.launch.network-prompt");
            }
            case JUPYTER, WEB -> add("port", port, "ui.launch.port-any");
            case BATCH -> add("array", array, "ui.launch.array-prompt");
            case SHELL, COMMAND, X11 -> {}
        }
        if (cluster()) {
            add("port", port, "ui.launch.port-2022");
            add("cluster", cluster, "ui.launch.cluster-prompt");
        }
    }

    private void add(String caption, TextField field, String prompt) {
        Label label = Controls.muted(session.text("ui.launch." + caption));
        label.setLabelFor(field);
        label.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        field.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        field.setPromptText(session.text(prompt));
        field.setAccessibleText(session.text("ui.launch." + caption));
        fields.getChildren().add(Controls.row(label, field));
    }

    /** @throws Trouble where a field is not what it is meant to be */
    LaunchKind kind() throws Trouble {
        boolean port = cluster() || chosen.plain().serves();
        boolean mpi = chosen == LaunchKind.Name.MPI;
        KindFields given = new KindFields(
                port ? number("--port", this.port) : 0,
                mpi ? number("--ranks", ranks) : 0,
                chosen == LaunchKind.Name.BATCH ? array.getText().strip() : "",
                mpi ? network.getText().strip() : "",
                cluster() ? cluster.getText().strip() : "");
        return InvalidValue.orTrouble(() -> given.of(chosen));
    }

    private static int number(String name, TextField field) throws Trouble {
        String text = field.getText().strip();
        if (!text.matches("\\d{0,5}")) {
            throw new Trouble(TroubleKind.BAD_ARGUMENT, name, text);
        }
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    void show(LaunchKind kind) {
        KindFields work = KindFields.of(kind);
        port.setText(work.port() == 0 ? "" : String.valueOf(work.port()));
        ranks.setText(work.ranks() == 0 ? "" : String.valueOf(work.ranks()));
        network.setText(work.network());
        array.setText(work.array());
        cluster.setText(work.cluster());
        choose(kind.name());
    }
}
