package org.maxdock.launch;

import java.util.regex.Pattern;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Valid;

/**
 * Where a launch's containers are a virtual cluster: what tells it from others in the same job.
 *
 * @param name of its containers; empty for the site's own, docker_$SLURM_JOB_ID
 * @param port that sshd listens on; 0 for 2022, as the site's dockercluster
 */
public record VirtualCluster(String name, int port) {

    /** As Docker names containers. */
    private static final Pattern NAME = Pattern.compile("(?:[a-zA-Z0-9][a-zA-Z0-9_.-]{1,199})?");
    /** As the site's dockercluster makes it. */
    public static final VirtualCluster SITES = new VirtualCluster("", 0);

    /** @throws InvalidValue where Docker would not take the name, or the port is a privileged one */
    public VirtualCluster {
        name = Valid.matching("--cluster-name", name, NAME, Valid.LONG);
        port = Ports.checked(port);
    }
}
