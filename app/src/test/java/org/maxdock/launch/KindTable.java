package org.maxdock.launch;

import java.util.List;
import java.util.Optional;

/** What each kind of launch does in each run mode, on a site whose SLURM forwards no X11. */
public final class KindTable {

    /** Works, or is refused before an allocation for this reason. */
    private static final List<String> TABLE = """
            kind    | isolated       | me                | dockerrun         | dockercluster
            shell   | works          | works             | works             | works
            command | works          | works             | works             | works
            batch   | works          | works             | works             | works
            mpi     | check.mode.mpi | works             | check.mode.mpi    | works
            jupyter | works          | works             | works             | check.mode.no-cluster
            web     | works          | works             | works             | check.mode.no-cluster
            x11     | check.mode.x11 | check.kind.no-x11 | check.kind.no-x11 | check.mode.no-cluster
            """.lines().toList();

    private KindTable() {}

    /** The key of the reason for which it is refused; empty where it works. */
    public static Optional<String> refusal(LaunchKind.Name kind, RunMode mode) {
        int column = cells(TABLE.getFirst()).indexOf(mode.word());
        return TABLE.stream()
                .map(KindTable::cells)
                .filter(row -> row.getFirst().equals(kind.word()))
                .map(row -> row.get(column))
                .filter(cell -> !cell.equals("works"))
                .findFirst();
    }

    private static List<String> cells(String row) {
        return List.of(row.split(" *\\| *"));
    }
}
