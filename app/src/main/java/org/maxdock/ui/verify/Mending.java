package org.maxdock.ui.verify;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.maxdock.image.MendWay;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.operation.Location;
import org.maxdock.operation.Mender;
import org.maxdock.operation.OpenProject;
import org.maxdock.operation.PlacedVerdict;
import org.maxdock.operation.RecordOperations;
import org.maxdock.operation.Verification;
import org.maxdock.slurm.Partitions;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.StillThere;

/** What is done about an image that is not the recorded one; afterwards it is looked at again. */
public final class Mending {

    private final VerifyModel model;
    private final ConnectionModel connection;
    private final ProjectModel project;
    private final Texts texts;
    private final Asks asks;
    private final RecordOperations operations;
    private final NodesModel nodes;
    private final StillThere still;

    public Mending(
            VerifyModel model,
            ConnectionModel connection,
            ProjectModel project,
            Texts texts,
            Asks asks,
            RecordOperations operations,
            NodesModel nodes,
            StillThere still) {
        this.model = model;
        this.connection = connection;
        this.asks = asks;
        this.project = project;
        this.texts = texts;
        this.operations = operations;
        this.nodes = nodes;
        this.still = still;
    }

    /** The ways to bring the recorded image back, the better ones first; none where it is there. */
    List<MendWay> ways(PlacedVerdict finding) {
        return VerifyModel.isBad(finding) ? Mender.ways(finding.record(), finding.where()) : List.of();
    }

    /** Whether what is there can be recorded instead. */
    boolean canRecord(PlacedVerdict finding) {
        return finding.where() instanceof Location.Server
                && finding.verdict()
                        .filter(ImageVerdict.Different.class::isInstance)
                        .isPresent();
    }

    /** Mends it at the places of some findings, which are of one image. */
    void mend(MendWay way, List<PlacedVerdict> at) {
        OpenProject of = project.get();
        ImageRecord record = at.getFirst().record();
        BooleanSupplier engine = still.engine();
        if (!isWanted(way, record) || of != project.get() || !engine.getAsBoolean()) {
            return;
        }
        List<Location> where = at.stream().map(PlacedVerdict::where).toList();
        Verification.Scope scope = scope(where);
        model.run(
                texts.get("ui.work.mend", record.reference()),
                a -> {
                    operations.mend(of, record, where, way, p -> a.progress(p.current(), p.total()), a.cancellation());
                    return record.reference();
                },
                image -> verify(image, scope));
    }

    /** A record comes from a file that others may have written: what it has run or replaced is looked at before. */
    private boolean isWanted(MendWay way, ImageRecord record) {
        Optional<String> what = switch (way) {
            case REBUILD ->
                record.source()
                        .map(source -> texts.get(
                                "ui.mend.rebuild-what",
                                source.dockerfile(),
                                source.server().isEmpty() ? project.get().folder() : source.server(),
                                connection.engineHost()));
            case SAVE ->
                record.tarball().map(file -> texts.get("ui.mend.save-what", file.path(), connection.engineHost()));
            case PULL, LOAD, PUSH -> Optional.empty();
        };
        String yes = texts.get("ui.mend." + way.word());
        return what.isEmpty() || asks.confirm(yes, what.get(), yes);
    }

    /** Records what is there instead of what was recorded. */
    void record(ImageReference image) {
        OpenProject of = project.get();
        model.run(
                texts.get("ui.work.record", image),
                a -> operations.record(of, image.toString()).reference(),
                kept -> verify(kept, new Verification.Scope(true, false, false, List.of(), Partitions.DEFAULT)));
    }

    /** What is recorded of it may be another content now. */
    private void verify(ImageReference image, Verification.Scope scope) {
        model.verify(project.record(image.toString()).stream().toList(), scope);
    }

    private Verification.Scope scope(List<Location> where) {
        return new Verification.Scope(
                where.stream().anyMatch(Location.Server.class::isInstance),
                where.stream().anyMatch(Location.Registry.class::isInstance),
                where.stream().anyMatch(Location.Archive.class::isInstance),
                where.stream()
                        .filter(Location.Node.class::isInstance)
                        .map(l -> ((Location.Node) l).name())
                        .toList(),
                where.stream()
                        .filter(Location.Node.class::isInstance)
                        .map(l -> ((Location.Node) l).partition())
                        .findFirst()
                        .orElseGet(nodes::partition));
    }
}
