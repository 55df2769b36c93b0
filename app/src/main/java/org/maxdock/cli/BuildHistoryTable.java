package org.maxdock.cli;

import java.util.List;
import org.maxdock.store.PastBuild;

/** Past builds, a line each: when, what, how it ended, which builder it was, how long it took. */
final class BuildHistoryTable {

    private BuildHistoryTable() {}

    static int tell(Console console, boolean json, List<PastBuild> builds) {
        if (json) {
            console.printJson(builds);
        } else {
            console.table(builds.stream()
                    .map(b -> List.of(
                            b.startedAt(),
                            b.reference(),
                            b.wentWell() ? b.id() : b.failure(),
                            b.builder(),
                            b.seconds() + " s"))
                    .toList());
        }
        return Exit.DONE;
    }
}
