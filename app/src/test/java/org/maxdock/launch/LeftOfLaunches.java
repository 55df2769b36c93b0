package org.maxdock.launch;

import java.util.List;

/** Of what is left, what launches left: not what the site's scripts have kept of jobs, which other tests have, too. */
final class LeftOfLaunches {

    private LeftOfLaunches() {}

    static List<Leftover> of(List<Leftover> all) {
        return all.stream()
                .filter(l ->
                        !(l instanceof Leftover.Folder folder && folder.path().contains("/docker/")))
                .toList();
    }
}
