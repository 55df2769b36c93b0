package org.maxdock.launch;

import org.maxdock.engine.ExecCommand;
import org.maxdock.host.shell.ScriptCleanup;

/**
 * Signals that are for the program in the container, as SLURM sends them (sbatch(1), --signal; scancel(1), --signal; at
 * the end of a job SIGTERM, and after KillWait seconds SIGKILL, slurm.conf(5)). It depends on the site whether they
 * come to all processes of a step or to its first one (slurm.conf(5), ProctrackType): so Docker's client hands none on,
 * and the script does, each once. What waits beside the program heeds none of them. SIGHUP and, where somebody sits at
 * the script, Ctrl-C end a launch.
 */
final class ProgramSignals {

    /** Those that end who does not catch them, and are for nobody but the program; and one that ends nobody. */
    private static final String NAMES = "QUIT ALRM ABRT USR1 USR2 URG";

    /** A line for what is beside the program. */
    static final String PASSED_OVER = "trap '' " + NAMES + "\n";

    /** The same for a container that a program runs in beside what started it, which SIGTERM may be for, too. */
    static final String FOR_PROGRAM = "trap '' TERM " + NAMES + "\n";

    /** The same for what runs where single quotes cannot stand, and that no terminal is above. */
    static final String GUARD = "trap \"\" HUP INT " + NAMES + "\n";

    private static final String ONCE = """
              again=yes
              [[ $1 != "$passed" ]] || ((SECONDS > since + 1)) || return 0 # it may come by several ways
              passed=$1 since=$SECONDS
            """;

    private static final String TO_CONTAINER = """
            # gives a signal to the program; fails where that does not catch it, and so is not ended by it
            pass_on() {
              local key pid facts number heeds=no
            %1$s  for key in 1 2 3; do # where it comes to all processes it ends Docker's client, too
                pid=$(%2$s inspect --format '{{.State.Pid}}' -- "$name") && break
              done
              [[ ${pid:-0} != 0 ]] || return
              facts=$(<"/proc/$pid/status") || return # at once: line by line it changes meanwhile
              number=$(kill -l "$1")
              for key in SigBlk SigCgt; do
                if [[ $facts =~ $key:[[:space:]]*([0-9a-f]+) ]] && ((0x${BASH_REMATCH[1]} >> number - 1 & 1)); then
                  heeds=yes
                fi
              done
              for key in 1 2 3; do
                %2$s kill --signal="$1" -- "$name" >/dev/null || (($? < 2)) || continue
                break
              done
              [[ $heeds == yes ]]
            } 2>/dev/null
            """.formatted(ONCE, ScriptCleanup.ASK);

    /**
     * What the sh of a container does before it becomes a command that is to be signalled: a file has its number, and
     * when it began, since a number is given again when its process has ended (proc(5), /proc/pid/stat).
     */
    static final String NOTE_PROCESS = "cut -d\" \" -f1,22 /proc/$$/stat >" + JobVariables.FOLDER + "/pid || exit";

    /** Sends the signal {@code $0} to that, or fails where it is gone. */
    static final String SIGNAL_PROCESS = "read p t <" + JobVariables.FOLDER
            + "/pid; case $(cat /proc/$p/stat) in *\" $t \"*) kill -s $0 $p;; *) exit 1; esac";

    /** Twice, since a signal that comes to all processes of a step ends Docker's client, too. */
    private static final String TO_COMMAND = """
            # signals the command in the container, if number and start are still its own
            send() { timeout -k 1 20 %s "$name" sh -c '%s' "$1"; }
            # gives it a signal
            pass_on() {
            %s  send "$1" || send "$1"
            } 2>/dev/null
            """.formatted(ExecCommand.as("\"$me\""), SIGNAL_PROCESS, ONCE);

    private static final String AWAIT = """
            # waits for the program, and hands on what signals come
            await_program() {
              for n in %1$s; do trap "pass_on $n || true" "$n"; done
              # Ctrl-C: ten seconds for who catches it
              trap 'trap "" INT; if pass_on INT; then linger; fi; tidy; exit 130' INT
              trap '%2$s' TERM
              again=yes
              while [[ $again == yes ]]; do
                again=no status=0
                wait $! || status=$?
                if kill -0 $! 2>/dev/null; then again=yes; fi # bash may tell of a signal twice
              done
            %3$s  return "$status"
            }
            # waits ten seconds at most until the program has ended
            linger() { for ((n = 0; n < 50; n++)); do kill -0 $! 2>/dev/null || break; sleep 0.2; done; }
            """;

    private static final String UNLIMITED = "pass_on TERM || { tidy; exit 143; }";

    /** Where no guard is that ends it when its time is over. */
    private static final String LIMITED = "trap \"\" TERM; if pass_on TERM; then linger; fi; tidy; exit 143";

    /**
     * Where a signal that ends Docker's client came to all processes (os/signal of Go: these, of those that are handed
     * on), the client is gone, or will be, with whatever status, and the container has its time all the same; docker
     * tells its status (docker wait).
     */
    private static final String BEYOND_CLIENT = """
              if [[ $passed == @(TERM|QUIT|ABRT) || $status == 143 ]]; then
                [[ $passed == [QA]* ]] || trap '' TERM # once is enough
                for n in 1 2 3 4 5; do said=$(docker wait "$name" 2>/dev/null) && break; done
                status=${said:-$status} # the program's
              fi
            """;

    /** The same for a command: docker has nothing that waits for one. */
    private static final String BEYOND_EXEC = """
              if [[ $passed == @(TERM|QUIT|ABRT) ]]; then
                [[ $passed == [QA]* ]] || trap '' TERM # once is enough
                while send 0 2>/dev/null || (($? != 1)); do
                  status=$((128 + $(kill -l "$passed"))); sleep 1 || true
                done
              fi
            """;

    private ProgramSignals() {}

    /** Functions of bash for one container; {@code await_program} waits for {@code $!}, and returns its status. */
    static String ofContainer(Launch launch) {
        boolean guarded = !launch.place().isServer();
        return PASSED_OVER
                + "passed=''\n"
                + TO_CONTAINER
                + AWAIT.formatted(NAMES, guarded ? UNLIMITED : LIMITED, guarded ? BEYOND_CLIENT : "");
    }

    /** The same for a command that runs in a container beside others. */
    static String ofCommand() {
        return "passed=''\n" + TO_COMMAND + AWAIT.formatted(NAMES, UNLIMITED, BEYOND_EXEC);
    }

    /**
     * Lines of bash that run the steps: of a batch job SLURM may signal this script alone (--signal=B:, scancel
     * --batch), which is then for its steps. srun does not hand on each signal: at SIGTERM it ends the step.
     */
    static String batch(String start) {
        return """
                  if ((status > 0)); then :
                  elif [[ $(tr -d '\\0' <"/proc/$PPID/cmdline") == slurmstepd*.batch* ]]; then
                    # what SLURM signals this script alone is for the steps
                    %1$s <&0 &
                    for n in TERM %2$s; do
                      trap "again=yes; scancel --signal=$n $SLURM_JOB_ID 2>/dev/null || true" "$n"
                    done
                    again=yes
                    while [[ $again == yes ]]; do again=no status=0; wait $! || status=$?; done
                  else %1$s || status=$?; fi
                """.formatted(start, NAMES);
    }
}
