package org.maxdock.store;

import java.util.List;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Valid;

/**
 * What a site has to show the main job with.
 *
 * @param server where to connect to
 * @param partition where the job goes; absent means wherever SLURM puts it
 * @param nodes those whose image somebody replaces
 * @param other that somebody: an account of the nodes
 * @param image what is built
 * @param base what it is built on
 * @param closed a folder that root may not enter
 */
public record SiteExample(
        String server,
        Partitions partition,
        List<NodeName> nodes,
        String other,
        ImageReference image,
        ImageReference base,
        String closed) {

    private static final int MOST = 100;

    /** @throws InvalidValue where one is absent */
    public SiteExample {
        server = Valid.line("server", Valid.present("server", server), Valid.LONG);
        partition = partition == null ? Partitions.DEFAULT : partition;
        nodes = Valid.list("nodes", nodes, MOST);
        other = Valid.line("other", Valid.present("other", other), Valid.LONG);
        Valid.present("image", image);
        Valid.present("base", base);
        closed = Valid.line("closed", Valid.present("closed", closed), Valid.LONG);
    }
}
