package org.maxdock.ui.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.Mend;
import org.maxdock.operation.OpenProject;
import org.maxdock.paste.PastedLaunch;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.PartitionName;
import org.maxdock.slurm.TimeLimit;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.PlanModel;
import org.maxdock.ui.shared.Session;

/** The launch that is being made: what to start, how and where. The mounts page edits its mappings. */
public final class LaunchForm {

    private final Session session;
    private final PlanModel plan;
    private final TextField name = new TextField("shell");
    private final ComboBox<String> image = new ComboBox<>();
    private final TextField command = new TextField("bash");
    private final TextField workdir = new TextField();
    private final KindButtons kinds;
    private final ModeButtons modes;
    private final MoreOptions more;
    private final Label mountText = Controls.wrapped("");
    private final PartitionCards partitions;
    private final Spinner<Integer> nodes = new Spinner<>(1, 999, 1);
    private final TextField time = new TextField("1:00:00");
    private final ScrollPane view;
    private Runnable changed = () -> {};
    private Runnable kindPicked = () -> {};

    public LaunchForm(Session session, Dialogs ask) {
        this.session = session;
        this.plan = new PlanModel(session);
        this.partitions = new PartitionCards(session, this::placeChosen);
        this.kinds = new KindButtons(session, this::kindPicked, this::changed);
        this.modes = new ModeButtons(session, this::modePicked);
        this.more = new MoreOptions(session, ask, modes::chosen, this::changed);
        name.setId("name");
        command.setId("command");
        nodes.setId("nodes");
        view = new ScrollPane(fields());
        view.setFitToWidth(true);
        view.getStyleClass().add("edge-to-edge");
        for (var property : List.of(
                name.textProperty(),
                image.valueProperty(),
                command.textProperty(),
                workdir.textProperty(),
                nodes.valueProperty(),
                time.textProperty())) {
            property.addListener((o, was, is) -> changed());
        }
        plan.mappings().addListener((ListChangeListener<Mapping>) c -> mappingsChanged());
        mappingsChanged();
    }

    private VBox fields() {
        image.setMaxWidth(Double.MAX_VALUE);
        image.setPromptText(session.text("ui.launch.no-image"));
        time.setPrefColumnCount(8);
        nodes.setPrefWidth(90);
        nodes.setMinWidth(90);
        time.setMinWidth(100);
        nodes.setEditable(true);
        Button editMounts = Controls.button(
                session.text("ui.edit"), null, () -> session.pageProperty().set("mounts"));
        HBox mounts = Controls.row(mountText, Controls.space(), editMounts);
        mounts.getStyleClass().add("field-box");
        HBox first = new HBox(
                12,
                Controls.field(session.text("ui.launch.name"), name),
                Controls.field(session.text("ui.launch.image"), image));
        HBox.setHgrow(first.getChildren().get(1), Priority.ALWAYS);
        HBox second = new HBox(
                12,
                Controls.field(session.text("ui.launch.command"), command),
                Controls.field(session.text("ui.launch.workdir"), workdir));
        HBox.setHgrow(second.getChildren().getFirst(), Priority.ALWAYS);
        command.setPromptText(session.text("ui.launch.command-prompt"));
        workdir.setPromptText(session.text("ui.launch.workdir-prompt"));
        HBox third = new HBox(
                12,
                Controls.field(session.text("ui.launch.nodes"), nodes),
                Controls.field(session.text("ui.launch.time"), time),
                Controls.field(session.text("ui.launch.more-title"), more.view()));
        HBox.setHgrow(third.getChildren().getLast(), Priority.ALWAYS);
        return new VBox(
                10,
                first,
                kinds.view(),
                modes.view(),
                Controls.field(session.text("ui.launch.mounts"), mounts),
                second,
                Controls.field(session.text("ui.launch.where"), partitions.view()),
                third);
    }

    /** @param changes called when it is another launch than before; {@code picks}, when the user picks a kind */
    void onChange(Runnable changes, Runnable picks) {
        changed = changes;
        kindPicked = picks;
    }

    private void changed() {
        changed.run();
    }

    private void mappingsChanged() {
        mountText.setText(
                plan.mappings().isEmpty()
                        ? session.text("ui.launch.no-mounts")
                        : session.text(
                                "ui.launch.mount-count",
                                plan.mappings().size(),
                                String.join(
                                        ", ",
                                        plan.mappings().stream()
                                                .map(Mapping::container)
                                                .toList())));
        changed();
    }

    /** How many nodes, and how long, is asked only where SLURM is to allocate. */
    private void fitToPlace() {
        boolean allocates = partitions.allocates();
        nodes.setDisable(!allocates);
        time.setDisable(!allocates);
    }

    private void placeChosen() {
        fitToPlace();
        changed();
    }

    private void modePicked(RunMode mode) {
        kinds.inMode(mode);
        changed();
    }

    private void kindPicked() {
        if (kinds.chosen() == LaunchKind.Name.MPI) {
            modes.choose(RunMode.DOCKERCLUSTER);
        }
        fitMode();
        kindPicked.run();
    }

    /**
     * An MPI job needs the virtual cluster, and nothing else but a shell does; what is opened in a browser is best
     * one's own.
     */
    private void fitMode() {
        LaunchKind.Name kind = kinds.chosen();
        if (kind == LaunchKind.Name.MPI && modes.chosen() != RunMode.DOCKERCLUSTER && modes.chosen() != RunMode.ME) {
            modes.choose(RunMode.DOCKERCLUSTER);
        } else if (kind != LaunchKind.Name.MPI
                && kind != LaunchKind.Name.SHELL
                && modes.chosen() == RunMode.DOCKERCLUSTER) {
            modes.choose(RunMode.ME);
        }
    }

    ScrollPane view() {
        return view;
    }

    /** The plan of mappings that the launch will have. */
    public PlanModel plan() {
        return plan;
    }

    public String image() {
        return Objects.requireNonNullElse(image.getValue(), "");
    }

    BooleanBinding imageMissing() {
        return image.valueProperty().isNull();
    }

    LaunchKind.Name kind() {
        return kinds.chosen();
    }

    public List<String> command() {
        return CommandText.parse(command.getText());
    }

    public RunMode mode() {
        return modes.chosen();
    }

    /** The chosen partition; empty for SLURM's default. */
    public PartitionName partition() {
        return partitions.chosen();
    }

    public String workingDirectory() {
        return workdir.getText().strip();
    }

    /** After a mend: what named the old place, as working directory or in the command, names the new one. */
    public void mended(Mapping mapping, Mend mend) {
        workdir.setText(directoryAfter(mapping, mend));
        command.setText(CommandText.show(commandAfter(mapping, mend)));
    }

    /** What else a mend changes, in words; empty for nothing. */
    public String consequences(Mapping mapping, Mend mend) {
        List<String> before = command();
        List<String> after = commandAfter(mapping, mend);
        long words = IntStream.range(0, before.size())
                .filter(i -> !before.get(i).equals(after.get(i)))
                .count();
        String place = directoryAfter(mapping, mend);
        String directory = place.equals(workingDirectory()) ? "" : session.text("ui.mounts.changes-workdir", place);
        return directory + (words == 0 ? "" : " " + session.text("ui.mounts.changes-words", words));
    }

    private List<String> commandAfter(Mapping mapping, Mend mend) {
        return command().stream().map(word -> mend.rewrite(mapping, word)).toList();
    }

    private String directoryAfter(Mapping mapping, Mend mend) {
        return workingDirectory().isEmpty() ? mend.path() : mend.rewrite(mapping, workingDirectory());
    }

    /** @throws Trouble where a field is not what it is meant to be */
    Launch launch() throws Trouble {
        LaunchKind kind = kinds.kind();
        return InvalidValue.orTrouble(() -> launch(kind));
    }

    /** What a pasted line does not say. */
    PastedLaunch.Before before() throws Trouble {
        LaunchKind kind = kinds.kind();
        return InvalidValue.orTrouble(() -> new PastedLaunch.Before(name(), place(), kind));
    }

    private String name() {
        return name.getText().isBlank() ? "shell" : name.getText().strip();
    }

    private LaunchPlace place() {
        return partitions.place(nodes.getValue(), new TimeLimit(time.getText().strip()), more.slurm());
    }

    private Launch launch(LaunchKind kind) {
        return new Launch(
                name(),
                ImageReference.parse(image()),
                List.copyOf(plan.mappings()),
                List.of(),
                modes.chosen(),
                place(),
                command(),
                workdir.getText().strip(),
                more.container(),
                kind);
    }

    /** Shows another launch; its mappings are all there. */
    void fill(Launch launch) {
        name.setText(launch.name());
        String called = launch.image().toString();
        if (!image.getItems().contains(called)) {
            image.getItems().add(called);
        }
        image.setValue(called);
        if (!plan.mappings().equals(launch.mounts())) {
            plan.mappings().setAll(launch.mounts());
        }
        kinds.show(launch.kind());
        modes.choose(launch.mode());
        fitMode();
        LaunchPlace.Allocation asked = launch.place().allocation().orElse(LaunchPlace.Allocation.of("", 1, ""));
        partitions.choose(launch.place());
        fitToPlace();
        nodes.getValueFactory().setValue(asked.nodes());
        time.setText(asked.time().text());
        command.setText(CommandText.show(launch.command()));
        workdir.setText(launch.workingDirectory());
        more.show(launch.container(), asked.asMore());
        changed();
    }

    void showPlaces(List<Partition> all, List<Job> running) {
        partitions.show(all, running);
        fitToPlace();
    }

    /** Reads which images are recorded, then does what follows from it. */
    public void loadImages(Runnable then) {
        OpenProject project = session.projectProperty().get();
        if (project != null) {
            session.background()
                    .quietly(
                            a -> project.records().stream()
                                    .map(r -> r.reference().toString())
                                    .toList(),
                            recorded -> {
                                showImages(recorded);
                                then.run();
                            },
                            session.background()::trouble);
        }
    }

    private void showImages(List<String> recorded) {
        String chosen = image.getValue();
        List<String> all = new ArrayList<>(recorded);
        if (chosen != null && !all.contains(chosen)) {
            all.add(chosen);
        }
        image.getItems().setAll(all);
        image.setValue(chosen != null ? chosen : all.stream().findFirst().orElse(null));
    }
}
