package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.host.shell.ShellWords;
import org.maxdock.slurm.Slurm;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What a kind of launch means where it is to run is told before. */
class KindCheckTest {

    private static List<String> said(LaunchKind.Name kind, RunMode mode, int nodes, String... command) throws Trouble {
        Launch launch = StubNode.launch(kind, mode, LaunchPlace.Allocation.of("", nodes, ""), command);
        return new KindCheck(mock(Host.class), mock(Slurm.class))
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
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "bash -lc 'mpirun ./sim' @ true",
                "bash -ec 'mpirun ./sim' @ true",
                "bash -l -c 'mpirun ./sim' @ true",
                "bash -c -l 'mpirun ./sim' @ true",
                "bash --norc -euo pipefail -c 'mpirun ./sim' @ true",
                "/bin/dash -c 'mpirun ./sim' @ true",
                "zsh -c 'mpirun ./sim' @ true",
                "ksh +e -c 'mpirun ./sim' @ true",
                "sh -c 'cd /a && mpirun ./sim' @ true",
                "sh -c 'cd /a; mpirun ./sim | tee out' @ true",
                "sh -c '(cd /a; mpirun ./sim)' @ true",
                "sh -c 'if true; then mpirun ./sim; fi' @ true",
                "sh -c '{ mpirun ./sim; }' @ true",
                "sh -c 'exec mpirun ./sim' @ true",
                "sh -c 'exec -a x mpirun ./sim' @ true",
                "sh -c 'A=b C=d mpirun ./sim' @ true",
                "sh -c 'time -p mpirun ./sim' @ true",
                "sh -c 'env -u A B=c /usr/bin/mpiexec ./sim' @ true",
                "sh -c 'bash -c \"mpirun ./sim\"' @ true",
                "env A=b mpirun ./sim @ true",
                "env -i bash -c 'mpirun ./sim' @ true",
                "mpirun.openmpi ./sim @ true",
                "mpiexec.hydra ./sim @ true",
                "/opt/x.y/bin/prterun ./sim @ true",
                "srun.real ./sim @ true",
                "bash mpirun.txt @ false",
                "bash -l mpirun @ false",
                "bash -c ./sim mpirun @ false",
                "sh -c 'command -v mpirun; ./sim' @ false",
                "sh -c 'if command -V mpirun; then ./sim; fi' @ false",
                "sh -c 'command mpirun ./sim' @ true",
                "sh -c 'time -v mpirun ./sim' @ true",
                "sh -c 'echo mpirun' @ false",
                "sh -c 'echo \"; mpirun\"' @ false",
                "sh -c './sim # mpirun' @ false",
                "sh -c './sim mpirun' @ false",
                "./mpirunner @ false",
                "/mpirun/sim @ false",
                "env A=mpirun ./sim @ false",
                "env -u mpirun ./sim @ false",
            })
    void neitherByAnotherNameNorBehindWordsAhead(String line, boolean refused) throws Trouble {
        List<String> words = ShellWords.read(line, Map.of()).words();
        assertThat(said(LaunchKind.Name.MPI, RunMode.ME, 2, words.toArray(String[]::new)))
                .isEqualTo(refused ? List.of("check.kind.mpi-started") : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "COMMAND, ME, 2, check.nodes.each",
        "BATCH, ISOLATED, 3, check.nodes.each",
        "SHELL, ME, 2, check.nodes.terminal",
        "JUPYTER, ME, 2, check.nodes.first",
        "COMMAND, ME, 1,",
        "MPI, ME, 2,",
        "SHELL, DOCKERCLUSTER, 2,"
    })
    void onWhichNodesItRunsIsTold(LaunchKind.Name kind, RunMode mode, int nodes, String told) throws Trouble {
        assertThat(said(kind, mode, nodes, "true")).isEqualTo(told == null ? List.of() : List.of(told));
    }

    /** What sshd would refuse when the launch is started, or this machine lacks, is asked before. */
    @ParameterizedTest
    @CsvSource({
        "true, X11_REFUSED, trouble.x11-refused",
        "false, X11_REFUSED, trouble.x11-refused",
        "true, NO_DISPLAY, trouble.no-display",
        "true, , check.kind.x11-sees",
        "false, , check.kind.x11-sees",
    })
    void whetherTheServerForwardsADisplayIsToldBefore(boolean here, TroubleKind refused, String told) throws Trouble {
        Host host = mock(Host.class);
        Slurm slurm = mock(Slurm.class);
        when(slurm.forwardsX11()).thenReturn(true);
        when(host.run(argThat(c -> c != null && c.display()))).thenAnswer(call -> {
            if (refused != null) {
                throw new Trouble(refused, "max-wgs");
            }
            return new Output(0, new byte[0], new byte[0]);
        });
        LaunchPlace place = here ? new LaunchPlace.OnServer() : LaunchPlace.Allocation.of("", 1, "");
        Launch launch = StubNode.launch(LaunchKind.Name.X11, RunMode.ME, place, "xeyes");
        PreflightCheck said = Preflight.guarded(new KindCheck(host, slurm), launch, Optional.empty())
                .getFirst();
        assertThat(said.reason().key()).isEqualTo(told);
        assertThat(said.state())
                .isEqualTo(refused == null ? PreflightCheck.Outcome.NOTE : PreflightCheck.Outcome.FAILS);
    }
}
