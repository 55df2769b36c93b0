package org.maxdock.mount;

import java.util.List;
import java.util.Set;

/**
 * What a site says of its storage: where root is nobody, and what every node sees. A disk of the host's own never
 * squashes root; the type of a network file system proves nothing.
 *
 * @param squashedRoots folders below which the site's file servers squash root
 * @param sharedRoots folders below which nodes see the same as the workgroup server
 */
public record SiteStorage(List<String> squashedRoots, List<String> sharedRoots) {

    private static final Set<String> OWN_DISKS =
            Set.of("ext2", "ext3", "ext4", "xfs", "btrfs", "tmpfs", "overlay", "zfs", "ramfs", "rootfs", "f2fs");

    public SiteStorage {
        squashedRoots = List.copyOf(squashedRoots);
        sharedRoots = List.copyOf(sharedRoots);
    }

    enum Squash {
        YES,
        NO,
        UNKNOWN
    }

    Squash squash(PathFacts.PathEntry step) {
        if (below(squashedRoots, step.path())) {
            return Squash.YES;
        }
        return OWN_DISKS.contains(step.fileSystem()) ? Squash.NO : Squash.UNKNOWN;
    }

    /** Whether a path is on a disk that only its host has, as far as can be told. */
    boolean onlyHere(PathFacts.PathEntry step) {
        return OWN_DISKS.contains(step.fileSystem()) && !below(sharedRoots, step.path());
    }

    private static boolean below(List<String> roots, String path) {
        return roots.stream().anyMatch(root -> Paths.inside(path, root));
    }
}
