package org.maxdock.launch;

import java.util.Arrays;
import java.util.Optional;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.mount.ContainerConditions;

/** How a container is run, as the site's page tells them apart. */
public enum RunMode {
    /** With a user namespace of its own; all of Docker's options. */
    ISOLATED("isolated"),
    /** In the host's user namespace, with the user's own ids, without new privileges. */
    ME("me"),
    /** By the site's script dockerrun. */
    DOCKERRUN("dockerrun"),
    /** By the site's script dockercluster: a container with sshd on each node, commands by docker exec. */
    DOCKERCLUSTER("dockercluster");

    private final String word;

    RunMode(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /**
     * What a mount plan is for in this mode. A launch starts in the user's home, which is what the site's scripts map
     * by themselves.
     */
    public ContainerConditions circumstances(LoginEnvironment environment, boolean ownNamespaces) {
        return switch (this) {
            case ISOLATED ->
                ContainerConditions.as(ownNamespaces ? ContainerConditions.Who.STRANGER : ContainerConditions.Who.ROOT);
            case ME -> ContainerConditions.plain();
            case DOCKERRUN, DOCKERCLUSTER -> ContainerConditions.dockerrun(environment.home());
        };
    }

    public static Optional<RunMode> of(String word) {
        return Arrays.stream(values()).filter(m -> m.word.equals(word)).findFirst();
    }
}
