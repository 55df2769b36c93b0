package org.maxdock.mount;

import java.util.Optional;
import java.util.Set;

/**
 * What a plan is for, as far as it changes the verdicts.
 *
 * @param who who the container's process is on the host
 * @param currentFolder the folder that the site's dockerrun maps by itself, to {@value #DOCKER_PWD}
 * @param imageFolders folders of the image, where they are known; without them nothing is said of what is hidden
 */
public record ContainerConditions(Who who, Optional<String> currentFolder, Set<String> imageFolders) {

    /** Where dockerrun puts the current folder. */
    public static final String DOCKER_PWD = "/docker_pwd";

    /** Who the container's process is on the host. */
    public enum Who {
        /** The user, as in the modes that keep the user's ids. */
        USER,
        /** Root itself: isolated, on an engine without user namespaces. */
        ROOT,
        /**
         * An id that nobody else has: isolated, on an engine with user namespaces. The user's files belong to nobody
         * inside.
         */
        STRANGER
    }

    public ContainerConditions {
        imageFolders = Set.copyOf(imageFolders);
    }

    /** As oneself, with nothing mapped but the plan. */
    public static ContainerConditions plain() {
        return as(Who.USER);
    }

    public static ContainerConditions as(Who who) {
        return new ContainerConditions(who, Optional.empty(), Set.of());
    }

    public static ContainerConditions dockerrun(String currentFolder) {
        return new ContainerConditions(Who.USER, Optional.of(currentFolder), Set.of());
    }

    public ContainerConditions withImage(Set<String> folders) {
        return new ContainerConditions(who, currentFolder, folders);
    }

    /** Whether the container's process has only the rights of others to something. */
    boolean strangerTo(PathFacts.PathEntry step, SiteStorage storage) {
        return switch (who) {
            case USER -> false;
            case ROOT -> storage.squash(step) != SiteStorage.Squash.NO;
            case STRANGER -> true;
        };
    }
}
