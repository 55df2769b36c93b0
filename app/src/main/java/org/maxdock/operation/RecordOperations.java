package org.maxdock.operation;

import java.time.Clock;
import java.util.List;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.image.MendWay;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.Tarball;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;
import org.maxdock.store.EditableProject;
import org.maxdock.text.Trouble;

/** Records what images are, holds them against the records, and brings recorded images back. */
public final class RecordOperations {

    private final Connection connection;
    private final Clock clock;

    public RecordOperations(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    private Recorder recorder(EditableProject project) throws Trouble {
        return new Recorder(project, connection.server().images());
    }

    /** Records what an image is now. */
    public ImageRecord record(EditableProject project, String reference) throws Trouble {
        return recorder(project).record(reference);
    }

    /** Pushes an image; the digest that the registry gave joins the record, if it is the recorded one. */
    public void push(EditableProject project, String reference, Progress.Listener listener, Cancellation cancellation)
            throws Trouble {
        recorder(project).push(reference, listener, cancellation);
    }

    /** Saves an image to a file of the server, which joins the record, if it is the recorded one. */
    public Tarball save(EditableProject project, String reference, String path, Cancellation cancellation)
            throws Trouble {
        return recorder(project).save(reference, path, cancellation);
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
