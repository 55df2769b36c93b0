package org.maxdock.lab;

import java.nio.file.Path;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.operation.Server;
import org.maxdock.slurm.Partitions;

/** What tests of launches begin with: an image that is built, pushed, recorded, and in the caches of all nodes. */
public final class RecordedImage {

    private RecordedImage() {}

    /** @param folder with a Dockerfile */
    public static ImageRecord everywhere(Server server, Path folder, String name) throws Exception {
        ImageRecord record = Lab.atEngine(server, () -> {
            server.images().build(BuildRequest.plain(folder, name), Progress.Listener.none(), new Cancellation());
            server.images().push(name, Progress.Listener.none(), new Cancellation());
            return server.images().record(name);
        });
        server.provider().provide(Lab.NODE_NAMES, record, Partitions.DEFAULT, new Cancellation());
        return record;
    }
}
