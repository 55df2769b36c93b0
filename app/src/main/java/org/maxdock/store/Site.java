package org.maxdock.store;

import java.util.List;

/**
 * What differs from cluster to cluster.
 *
 * @param squashedRoots folders on file servers that treat root as nobody
 * @param sharedRoots folders below which all hosts of the site see the same
 * @param beamtimes shell patterns of the folders that hold beamtimes
 * @param places folders that people of the site start from; $USER stands for the user
 */
public record Site(
        String name,
        List<String> squashedRoots,
        List<String> sharedRoots,
        List<String> beamtimes,
        List<String> places) {

    /** DESY's Maxwell cluster: root squash is known for the beamline storage at /asap3. */
    public static Site maxwell() {
        return new Site(
                "Maxwell",
                List.of("/asap3"),
                List.of("/asap3", "/gpfs", "/beegfs", "/data", "/home", "/afs", "/pnfs", "/software"),
                List.of("/asap3/*/gpfs/*/*/data/*", "/gpfs/*/*/data/*"),
                List.of(
                        "/beegfs/desy/user/$USER",
                        "/data/dust/user/$USER",
                        "/asap3/petra3/gpfs",
                        "/gpfs",
                        "/home/$USER"));
    }
}
