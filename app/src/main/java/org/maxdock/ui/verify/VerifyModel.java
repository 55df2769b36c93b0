package org.maxdock.ui.verify;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.operation.Location;
import org.maxdock.operation.OpenProject;
import org.maxdock.operation.PlacedVerdict;
import org.maxdock.operation.RecordOperations;
import org.maxdock.operation.Verification;
import org.maxdock.slurm.Partitions;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.Question;

/** What was found last of recorded images in the places where they are. */
public final class VerifyModel {

    private record About(long connection, OpenProject project) {}

    private final Background background;
    private final ConnectionModel connection;
    private final ProjectModel project;
    private final Texts texts;
    private final RecordOperations operations;
    private final NodesModel nodes;
    private final Clock clock;
    private final LatestFindings findings = new LatestFindings();
    private final IntegerProperty changes = new SimpleIntegerProperty();
    private final VerifyTable table;
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Question<About> again;
    private int work;

    public VerifyModel(
            Background background,
            ConnectionModel connection,
            ProjectModel project,
            Texts texts,
            RecordOperations operations,
            NodesModel nodes,
            VerifyTable table,
            Clock clock) {
        this.background = background;
        this.connection = connection;
        this.project = project;
        this.texts = texts;
        this.operations = operations;
        this.nodes = nodes;
        this.table = table;
        this.clock = clock;
        this.again = new Question<>(background, this::about);
        connection.onOther(this::forgetAll);
        project.projectProperty().addListener((o, was, is) -> forgetAll());
    }

    private About about() {
        return new About(connection.number(), project.get());
    }

    /** What was found over another connection, or of another project, is not so here. */
    private void forgetAll() {
        findings.clear();
        again.drop();
        work++;
        busy.set(false);
        tell();
    }

    private void tell() {
        changes.set(changes.get() + 1);
    }

    /** Another number each time that something else is known. */
    IntegerProperty changesProperty() {
        return changes;
    }

    BooleanProperty busyProperty() {
        return busy;
    }

    BooleanBinding canVerify() {
        return Bindings.createBooleanBinding(
                () -> connection.connected().get()
                        && !busy.get()
                        && !table.records().isEmpty(),
                connection.connected(),
                busy,
                table.records());
    }

    StringBinding summary() {
        return Bindings.createStringBinding(
                () -> texts.get("ui.verify.summary", table.records().size()), table.records());
    }

    Optional<PlacedVerdict> finding(ImageRecord record, ImagePlace place) {
        return findings.of(record, place.key());
    }

    /** What was found where it is chosen; empty where nobody has looked. */
    Optional<PlacedVerdict> finding() {
        return table.record()
                .flatMap(r -> findings.of(
                        r, table.chosenProperty().get().orElseThrow().place()));
    }

    /** Nodes are mended together: they need the same, and it is one step for all. */
    List<PlacedVerdict> alike(PlacedVerdict finding) {
        return finding.where() instanceof Location.Node
                ? findings.failing(finding.record(), table.placesProperty().get()).stream()
                        .filter(f -> f.where() instanceof Location.Node)
                        .toList()
                : List.of(finding);
    }

    /** How old it is, in words. */
    String age(PlacedVerdict finding) {
        Duration age = Duration.between(finding.at(), clock.instant());
        if (age.toMinutes() < 1) {
            return texts.get("ui.verify.now");
        }
        return age.toHours() < 1
                ? texts.get("ui.verify.minutes", age.toMinutes())
                : texts.get("ui.verify.hours", age.toHours());
    }

    /** Learns what there is to ask. */
    void shown() {
        nodes.load(() -> {});
    }

    /** Holds all images against their records, in all places in view. */
    public void verifyAll() {
        About asked = about();
        nodes.load(() -> {
            if (asked.equals(about())) {
                try {
                    verify(table.records(), new Verification.Scope(true, true, true, nodes.nodes(), nodes.partition()));
                } catch (Trouble e) {
                    background.trouble(e);
                }
            }
        });
    }

    void verify(List<ImageRecord> which, Verification.Scope scope) {
        List<ImageRecord> all = List.copyOf(which);
        if (!all.isEmpty()) {
            run(texts.get("ui.work.verify"), a -> operations.verify(all, scope, a.cancellation()), this::found);
        }
    }

    /** One thing at a time; what it brings is dropped where connection or project are other ones then. */
    <T> void run(String title, Background.Operation<T> operation, Consumer<T> then) {
        if (busy.get()) {
            return;
        }
        int mine = ++work;
        busy.set(true);
        connection.run(
                title,
                operation,
                result -> {
                    if (mine == work) {
                        busy.set(false);
                        then.accept(result);
                    }
                },
                trouble -> {
                    if (mine == work) {
                        busy.set(false);
                        background.trouble(trouble);
                    }
                });
    }

    private void found(List<PlacedVerdict> fresh) {
        findings.add(fresh);
        boolean badIsChosen = finding().filter(VerifyModel::isBad).isPresent();
        fresh.stream()
                .filter(VerifyModel::isBad)
                .min(Comparator.comparing(f -> f.verdict().orElseThrow() instanceof ImageVerdict.Missing))
                .filter(bad -> !badIsChosen)
                .ifPresent(bad -> table.choose(bad.record().reference(), ImagePlace.keyOf(bad.where())));
        tell();
    }

    static boolean isBad(PlacedVerdict finding) {
        return finding.verdict().isPresent() && !finding.holds();
    }

    /** Somebody changed the server's images: what was found there is looked at again. */
    void imagesChanged() {
        String here = connection.engineHost();
        List<ImageRecord> known = table.records().stream()
                .filter(r -> findings.of(r, here).isPresent())
                .toList();
        if (!known.isEmpty()) {
            again.ask(
                    (about, a) -> operations.verify(
                            known,
                            new Verification.Scope(true, false, false, List.of(), Partitions.DEFAULT),
                            a.cancellation()),
                    fresh -> {
                        findings.add(fresh);
                        tell();
                    },
                    trouble -> System.getLogger(VerifyModel.class.getName())
                            .log(System.Logger.Level.DEBUG, "not looked at again", trouble));
        }
    }
}
