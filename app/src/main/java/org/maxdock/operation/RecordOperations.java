package org.maxdock.operation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.image.MendWay;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.Tarball;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;
import org.maxdock.store.EditableProject;
import org.maxdock.store.KnownLaunches;
import org.maxdock.text.Trouble;

/** Records what images are, holds them against the records, and brings recorded images back. */
public final class RecordOperations {

    private final Connection connection;
    private final Clock clock;
    private final Optional<KnownLaunches> known;

    public RecordOperations(Connection connection, Clock clock) {
        this(connection, clock, Optional.empty());
    }

    /** @param known is told what the user records: of that no launch needs to be looked at anew */
    public RecordOperations(Connection connection, Clock clock, KnownLaunches known) {
        this(connection, clock, Optional.of(known));
    }

    private RecordOperations(Connection connection, Clock clock, Optional<KnownLaunches> known) {
        this.connection = connection;
        this.clock = clock;
        this.known = known;
    }

    private Recorder recorder(EditableProject project) throws Trouble {
        return new Recorder(project, connection.server().images());
    }

    /** Records what an image is now. */
    public ImageRecord record(EditableProject project, String reference) throws Trouble {
        ImageRecord record = recorder(project).record(reference);
        if (known.isPresent()) {
            known.get().addImage(record);
        }
        return record;
    }

    /** Pushes an image; the digest that the registry gave joins the record, if it is the recorded one. */
    public void push(EditableProject project, String reference, Progress.Listener listener, Cancellation cancellation)
            throws Trouble {
        recorder(project).push(reference, listener, cancellation);
    }

    /** Saves an image to a file of the server, which joins the record, if it is the recorded one. */
    public Tarball save(
            EditableProject project,
            String reference,
            String path,
            Progress.Listener listener,
            Cancellation cancellation)
            throws Trouble {
        return recorder(project).save(reference, path, listener, cancellation);
    }

    /** Holds images against their records, wherever they are, all places at once. */
    public List<PlacedVerdict> verify(List<ImageRecord> records, Verification.Scope scope, Cancellation cancellation)
            throws Trouble {
        return new Verification(connection.server(), clock).verify(records, scope, cancellation);
    }

    /** Mends an image at some places by one way. */
    public void mend(
            EditableProject project,
            ImageRecord record,
            List<Location> places,
            MendWay way,
            Progress.Listener listener,
            Cancellation cancellation)
            throws Trouble {
        new Mender(connection.server(), project).mend(record, places, way, listener, cancellation);
    }

    /** Brings the recorded image into the caches of nodes. */
    public void provide(List<NodeName> nodes, ImageRecord record, Partitions partition, Cancellation cancellation)
            throws Trouble {
        connection.server().provider().provide(nodes, record, partition, cancellation);
    }
}
