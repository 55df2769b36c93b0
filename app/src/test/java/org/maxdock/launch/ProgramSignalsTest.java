package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A signal to the script is handed on to the program, once; what the program makes of it is its own. */
@Timeout(60)
class ProgramSignalsTest {

    /** The program: half a second after it began the script that started it is signalled, twice at once. */
    private static final String PROGRAM = """
            my ($signal, $catches) = @ARGV;
            my $caught = 0;
            $SIG{$signal} = $catches eq "true" ? sub { $caught++ } : "IGNORE";
            select(undef, undef, undef, 0.5);
            my $n = `kill -$signal $ENV{SCRIPT}; kill -$signal $ENV{SCRIPT}`;
            for (1 .. 20) { select(undef, undef, undef, 0.1); }
            print "caught $caught\\n";
            exit 4;
            """;

    @TempDir
    Path folder;

    static Stream<Arguments> signals() {
        return Stream.of(RunMode.ISOLATED, RunMode.ME, RunMode.DOCKERRUN)
                .flatMap(mode -> Stream.of("USR1", "USR2", "ALRM", "QUIT", "ABRT", "URG", "TERM", "INT", "HUP")
                        .flatMap(signal -> Stream.of(true, false).map(it -> Arguments.of(mode, signal, it))));
    }

    /**
     * Puts a docker before the node's own, which answers what this one does not.
     *
     * @param program of the container, in Perl
     * @param answers in bash
     */
    private void docker(String program, String answers) throws IOException {
        Files.writeString(folder.resolve("program"), program);
        Path docker = folder.resolve("bin/docker");
        Files.move(docker, folder.resolve("bin/docker.answers"));
        Files.writeString(docker, "#!/bin/bash\n" + answers);
        assertThat(docker.toFile().setExecutable(true)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("signals")
    void isTheProgramsOnce(RunMode mode, String signal, boolean catches) throws Exception {
        Launch launch = StubNode.launch(LaunchKind.Name.COMMAND, mode, LaunchPlace.Allocation.of("", 1, ""), "x");
        StubNode node = new StubNode(folder).withSitesScripts();
        docker(PROGRAM, """
                case "$1 $2" in
                  'run '*) echo $$ > %1$s/pid; SCRIPT=$PPID exec perl %1$s/program "$SIGNAL" "$CATCHES" ;;
                  'inspect --format') cat %1$s/pid ;;
                  'kill --signal'*) kill -s "${2#*=}" "$(cat %1$s/pid)" ;;
                  'rm '*) echo >> %1$s/removed; kill -KILL "$(cat %1$s/pid)" 2>/dev/null; exit 1 ;;
                  'wait '* | 'ps '*) ;;
                  *) exec docker.answers "$@" ;;
                esac
                """.formatted(folder));
        StubNode.Told told = node.run(launch, Map.of("SIGNAL", signal, "CATCHES", String.valueOf(catches)));
        boolean ends = signal.equals("HUP") || !catches && (signal.equals("TERM") || signal.equals("INT"));
        if (ends) {
            assertThat(told.said()).doesNotContain("caught");
            assertThat(told.status())
                    .as(told.said())
                    .isEqualTo(Map.of("HUP", 129, "TERM", 143, "INT", 130).get(signal));
        } else {
            assertThat(told.said()).as("status %d", told.status()).contains("caught " + (catches ? 1 : 0));
            assertThat(told.status()).as(told.said()).isEqualTo(signal.equals("INT") ? 130 : 4);
        }
    }

    /** The program: its client, which has been told too, ends before it does, and so does what is asked of docker. */
    private static final String CHECKPOINT = """
            my $caught = 0;
            my $signal = $ENV{SIGNAL};
            $SIG{$signal} = sub { $caught++ };
            select(undef, undef, undef, 0.5);
            my $n = `kill -$signal $ENV{SCRIPT} $ENV{CLIENT}; sleep 0.2; kill -$signal $ENV{SCRIPT}`;
            for (1 .. 10) { select(undef, undef, undef, 0.1); }
            print "caught $caught\\n";
            """;

    static Stream<Arguments> clients() {
        return Stream.of(RunMode.ISOLATED, RunMode.ME, RunMode.DOCKERRUN)
                .flatMap(mode -> Stream.concat(
                        Stream.of(143, 1, 0).map(status -> Arguments.of(mode, "TERM", status)),
                        Stream.of("QUIT", "ABRT").map(signal -> Arguments.of(mode, signal, 2))));
    }

    /**
     * SLURM signals all processes of a step, where the site has it so: Docker's clients among them, which end with 143,
     * or with 1 or 0 as those of today do; with 2 by what programs in Go tell their stacks at; and it does so again.
     */
    @ParameterizedTest
    @MethodSource("clients")
    void whereAllProcessesGetItTheProgramHasItsTime(RunMode mode, String signal, int status) throws Exception {
        Launch launch = StubNode.launch(LaunchKind.Name.COMMAND, mode, LaunchPlace.Allocation.of("", 1, ""), "x");
        StubNode node = new StubNode(folder).withSitesScripts();
        docker(CHECKPOINT, """
                dies() {
                  mkdir %1$s/first-"$1" 2>/dev/null || return 0
                  [[ $SIGNAL != TERM ]] || kill -TERM $$
                  exit 2
                }
                case "$1 $2" in
                  'run '*)
                    trap 'exit %2$d' "$SIGNAL"
                    SCRIPT=$PPID CLIENT=$$ setsid perl %1$s/program & echo $! > %1$s/pid
                    wait $! ;;
                  'inspect --format') dies inspect; cat %1$s/pid ;;
                  'kill --signal'*) dies kill; kill -s "${2#*=}" "$(cat %1$s/pid)" ;;
                  'wait '*)
                    dies wait
                    while kill -0 "$(cat %1$s/pid)" 2>/dev/null; do sleep 0.1; done
                    echo 7 ;;
                  'rm '*) kill -KILL "$(cat %1$s/pid)" 2>/dev/null; exit 1 ;;
                  'ps '*) ;;
                  *) exec docker.answers "$@" ;;
                esac
                """.formatted(folder, status));
        StubNode.Told told = node.run(launch, Map.of("SIGNAL", signal));
        assertThat(told.said())
                .as("status %d", told.status())
                .contains("caught ")
                .doesNotContain("caught 0");
        assertThat(told.status()).as("the program's, not the client's").isEqualTo(7);
    }
}
