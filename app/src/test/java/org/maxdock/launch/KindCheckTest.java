package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.slurm.Slurm;
import org.maxdock.text.Trouble;

/** What a kind of launch means where it is to run is told before. */
class KindCheckTest {

    private static List<String> said(LaunchKind.Name kind, RunMode mode, int nodes, String... command) throws Trouble {
        Launch launch = StubNode.launch(kind, mode, LaunchPlace.Allocation.of("", nodes, ""), command);
        return new KindCheck(mock(Slurm.class))
                .check(launch, Optional.empty()).stream()
                        .map(c -> c.reason().key())
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mpirun ./a.out | true",
                "mpirun -n 4 ./a.out | true",
                "/usr/bin/mpiexec ./a.out | true",
                "srun ./a.out | true",
                "-n 4 ./a.out | true",
                "./a.out | false",
                "cd /data; ./a.out | false",
                "python3 mpirun.py | false",
            })
    void mpirunIsNotStartedByWhatItStarts(String line, boolean refused) throws Trouble {
        assertThat(said(LaunchKind.Name.MPI, RunMode.ME, 2, "sh", "-c", line))
                .isEqualTo(refused ? List.of("check.kind.mpi-started") : List.of());
        boolean options = line.startsWith("-"); // as words they are mpirun's own
        assertThat(said(LaunchKind.Name.MPI, RunMode.ME, 2, line.split(" ")))
                .isEqualTo(refused && !options ? List.of("check.kind.mpi-started") : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "COMMAND, ME, 2, check.nodes.each",
        "BATCH, ISOLATED, 3, check.nodes.each",
        "SHELL, ME, 2, check.nodes.first",
        "COMMAND, ME, 1,",
        "MPI, ME, 2,",
        "SHELL, DOCKERCLUSTER, 2,"
    })
    void onWhichNodesItRunsIsTold(LaunchKind.Name kind, RunMode mode, int nodes, String told) throws Trouble {
        assertThat(said(kind, mode, nodes, "true")).isEqualTo(told == null ? List.of() : List.of(told));
    }
}
