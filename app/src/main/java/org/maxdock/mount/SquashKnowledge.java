package org.maxdock.mount;

import java.util.List;
import java.util.Set;

/**
 * Whether root is nobody on a file system. What is known: the places that the site names, and that a disk of the host's own
 * never squashes. The type of a network file system proves nothing.
 *
 * @param squashedRoots folders below which the site's file servers squash root
 */
public record SquashKnowledge(List<String> squashedRoots) {

    private static final Set<String> OWN_DISKS = Set.of("ext2/ext3", "xfs", "btrfs", "tmpfs", "overlayfs", "zfs", "ramfs", "f2fs");

    public SquashKnowledge {
        squashedRoots = List.copyOf(squashedRoots);
    }

    enum Squash { YES, NO, UNKNOWN }

    Squash of(PathFacts.Step step) {
        for (String root : squashedRoots) {
            if (step.path().equals(root) || step.path().startsWith(root + "/")) {
                return Squash.YES;
            }
        }
        return OWN_DISKS.contains(step.fileSystem()) ? Squash.NO : Squash.UNKNOWN;
    }
}
