package org.maxdock.ui.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.engine.EngineEvent;
import org.maxdock.engine.ImageSummary;
import org.maxdock.engine.RootOnlyAction;
import org.maxdock.image.Images;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.operation.OpenProject;
import org.maxdock.operation.Recorder;
import org.maxdock.operation.Server;
import org.maxdock.store.BuildHistory;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Activity;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.LatestReading;
import org.maxdock.ui.shared.NeedsConnection;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Session;

/** The images of the engine, each with its verdict against the record, and what can be done with them. */
public final class ImagesPage implements Page {

    private final Session session;
    private final Dialogs ask;
    private final BuildHistory history;
    private final ImagesTable table;
    private final Label summary = Controls.muted("");
    private final Button remove;
    private final Button prune;
    private final LatestReading latest = new LatestReading();
    private final Node place;

    /** @param verifyEverywhere holds all images against their records on the page for that */
    public ImagesPage(Session session, Dialogs ask, BuildHistory history, Runnable verifyEverywhere) {
        this.session = session;
        this.ask = ask;
        this.history = history;
        this.table = new ImagesTable(session);
        VerdictPanel verdicts = new VerdictPanel(session);
        summary.setMinWidth(0);
        var selected = table.selectedProperty();
        selected.addListener((o, was, is) -> verdicts.show(is));
        Button record = Controls.button(
                session.text("ui.images.record"),
                "fth-bookmark",
                () -> withChosen("ui.work.record", (r, w) -> w.recorder().record(r)));
        Button push = Controls.button(
                session.text("ui.images.push"),
                "fth-upload-cloud",
                () -> withChosen("ui.work.push", (r, w) -> {
                    w.recorder()
                            .push(
                                    r,
                                    p -> w.activity().progress(p.current(), p.total()),
                                    w.activity().cancellation());
                    return r;
                }));
        Button save = Controls.button(session.text("ui.images.save"), "fth-save", this::save);
        remove = Controls.button(session.text("ui.images.remove"), "fth-trash-2", this::remove);
        var nameless = Bindings.createBooleanBinding(
                () -> selected.get() == null || selected.get().reference().isEmpty(), selected);
        for (Button button : List.of(record, push, save)) {
            button.disableProperty().bind(nameless);
        }
        remove.disableProperty().bind(selected.isNull());
        ImageActions more = new ImageActions(session, ask, selected, this::shown);
        prune = more.prune();
        FlowPane actions = new FlowPane(8, 8, record, push, save);
        actions.getChildren().addAll(more.ofOne());
        actions.getChildren().addAll(remove, prune);
        var top = Controls.row(
                Controls.title(session.text("ui.page.images")),
                summary,
                Controls.space(),
                new GetMenu(session, ask, this::shown).view(),
                Controls.button(session.text("ui.refresh"), "fth-refresh-cw", this::shown),
                Controls.primary(session.text("ui.images.verify"), "fth-shield", () -> {
                    session.pageProperty().set("verify");
                    verifyEverywhere.run();
                }));
        place = new NeedsConnection(
                session, Controls.page(top, table.filters(), table.view(), actions, verdicts.view()));
        session.connectedProperty().addListener((o, was, is) -> table.show(List.of()));
    }

    @Override
    public void shown() {
        OpenProject project = session.projectProperty().get();
        session.bench()
                .ifPresent(b -> session.withBench(
                        session.text("ui.work.images"),
                        (bench, activity) -> read(bench, project),
                        latest.show(this::show)));
    }

    /** Anybody can replace an image at any time: then that is seen here. */
    @Override
    public void changed(EngineEvent.Listed list) {
        OpenProject project = session.projectProperty().get();
        session.bench()
                .ifPresent(bench -> session.background().glance(a -> read(bench, project), latest.show(this::show)));
    }

    private record Found(List<ImageRow> rows, Optional<Message> removeRefused) {}

    private Found read(Server bench, OpenProject project) throws Trouble {
        Images images = bench.images();
        Map<String, List<String>> users = bench.engine().control().list().stream()
                .collect(Collectors.groupingBy(
                        ContainerSummary::imageId, Collectors.mapping(ContainerSummary::name, Collectors.toList())));
        Predicate<String> madeHere = history.madeHere();
        List<ImageRow> rows = new ArrayList<>();
        for (ImageSummary image : images.list()) {
            for (String tag : image.tags().isEmpty() ? List.of("") : image.tags()) {
                Optional<ImageRecord> record =
                        project == null || tag.isEmpty() ? Optional.empty() : project.record(tag);
                Optional<ImageVerdict> verdict =
                        record.isPresent() ? Optional.of(images.verify(record.get())) : Optional.empty();
                rows.add(new ImageRow(
                        image,
                        tag,
                        record,
                        verdict,
                        users.getOrDefault(image.id(), List.of()),
                        record.isPresent() || madeHere.test(image.id())));
            }
        }
        return new Found(rows, bench.engine().refusal(RootOnlyAction.REMOVE_IMAGE));
    }

    private void show(Found found) {
        table.show(found.rows());
        long count = found.rows().stream().map(r -> r.image().id()).distinct().count();
        summary.setText(session.text(
                "ui.images.summary",
                session.bench().map(b -> b.environment().hostName()).orElse(""),
                count));
        found.removeRefused().ifPresent(reason -> {
            remove.disableProperty().unbind();
            remove.setDisable(true);
            Tooltip.install(remove.getParent(), null);
            remove.setTooltip(new Tooltip(session.texts().get(reason)));
            remove.setText(session.text("ui.images.remove-refused"));
            prune.setDisable(true);
        });
    }

    private record Work(Server bench, OpenProject project, Activity activity) {
        Recorder recorder() throws Trouble {
            return new Recorder(project, bench.images());
        }
    }

    private interface OnImage {
        Object run(String reference, Work work) throws Trouble;
    }

    /** One after the other, for those that have a name. */
    private void withChosen(String key, OnImage operation) {
        OpenProject project = session.projectProperty().get();
        List<String> names = table.chosen().stream()
                .map(ImageRow::reference)
                .filter(r -> !r.isEmpty())
                .toList();
        if (project == null) {
            session.background().trouble(new Trouble(TroubleKind.NO_PROJECT));
        } else if (!names.isEmpty()) {
            session.withBench(
                    session.text(key, String.join(", ", names)),
                    (bench, activity) -> {
                        for (String name : names) {
                            operation.run(name, new Work(bench, project, activity));
                        }
                        return names;
                    },
                    done -> shown());
        }
    }

    /** The cache is everybody's, so what goes, and who uses it, is told first. */
    private void remove() {
        List<ImageRow> chosen = table.chosen();
        String which = chosen.stream()
                .map(r -> r.name()
                        + (r.usedBy().isEmpty()
                                ? ""
                                : "  (" + session.text("ui.images.used-by") + ": " + String.join(", ", r.usedBy())
                                        + ")")
                        + (r.mine() ? "" : "  (" + session.text("ui.images.not-mine") + ")"))
                .collect(Collectors.joining("\n"));
        if (ask.confirm(
                session.text("ui.images.remove"),
                session.text("ui.images.remove-what") + "\n\n" + which,
                session.text("ui.images.remove-yes"))) {
            session.withBench(
                    session.text("ui.work.remove", chosen.getFirst().name()),
                    (bench, activity) -> {
                        for (ImageRow row : chosen) {
                            bench.images().remove(row.name());
                        }
                        return chosen;
                    },
                    done -> shown(),
                    trouble -> {
                        shown(); // some may be gone
                        session.background().trouble(trouble);
                    });
        }
    }

    private void save() {
        ImageRow row = table.selectedProperty().get();
        String user = session.bench().map(b -> b.environment().user()).orElse("");
        String name = row.reference().replaceFirst(".*/", "").replace(':', '-');
        ask.text(
                        session.text("ui.images.save"),
                        session.text("ui.images.save-where"),
                        "/beegfs/desy/user/" + user + "/" + name + ".tgz")
                .ifPresent(path -> {
                    table.view()
                            .getSelectionModel()
                            .clearAndSelect(table.view().getItems().indexOf(row));
                    withChosen(
                            "ui.work.save",
                            (r, w) -> w.recorder().save(r, path, w.activity().cancellation()));
                });
    }

    @Override
    public String id() {
        return "images";
    }

    @Override
    public String icon() {
        return "fth-layers";
    }

    @Override
    public Node view() {
        return place;
    }
}
