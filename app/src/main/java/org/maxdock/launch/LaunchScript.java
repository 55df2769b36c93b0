package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maxdock.host.shell.QuietLogin;
import org.maxdock.host.shell.Shell;
import org.maxdock.node.JobContainers;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.UserDefaults;

/**
 * A launch as one bash script. It is the launch: copied to a terminal of the workgroup server it does the same without
 * MaxDock, as it does when given to sbatch.
 */
public final class LaunchScript {

    private final ContainerScript container;

    public LaunchScript(ContainerScript container) {
        this.container = container;
    }

    public String write(LaunchPlan plan) {
        Launch launch = plan.launch();
        List<ScriptStep> steps = new ArrayList<>(launch.place().isServer() ? here(launch) : steps(plan));
        ScriptValues.step(launch).ifPresent(step -> steps.add(0, step));
        ScriptFolders.of(launch).step().ifPresent(step -> steps.add(0, step));
        steps.addAll(container.steps(plan));
        return """
                #!/bin/bash
                # MaxDock launch: %1$s
                %2$s
                # shellcheck disable=SC2016,SC2054,SC2064 # in single quotes nothing is for this shell; \
                commas belong to Docker
                %6$sset -euo pipefail
                %5$s
                main() {
                %3$s}
                # It ends as what it runs ends; with 3 where this stops it and says why; with 129, 130, 143 by a signal;
                # as salloc, srun or docker end where they fail first (1, 125).
                # For another image make another script: what was recorded of this one stands in several places.

                # says why, and ends this with 3
                stop() { printf 'MaxDock: %%s\\n' "$*" >&2; exit 3; }
                # any other command that fails, as by a full disk, ends this, too
                set -E
                trap '((BASH_SUBSHELL)) ||
                  echo "MaxDock: on $(uname -n) ${FUNCNAME-} failed, for what stands above" >&2' ERR
                %4$s
                main
                """.formatted(
                        launch.name(),
                        head(plan),
                        steps.stream().map(ScriptStep::call).collect(Collectors.joining()),
                        steps.stream().map(ScriptStep::function).collect(Collectors.joining()),
                        ScriptValues.block(plan),
                        ScriptFolders.of(launch).block());
    }

    /**
     * The same, for what is to run.
     *
     * @throws org.maxdock.text.InvalidValue where it is longer than what takes it to a node can carry
     */
    public String writeToRun(LaunchPlan plan) {
        return ScriptLength.checked(write(plan), plan.mark());
    }

    private static List<String> options(LaunchPlan plan) {
        Launch launch = plan.launch();
        List<String> options = new ArrayList<>(launch.options());
        options.add("--job-name=" + launch.name());
        options.add("--comment=" + plan.mark());
        return options;
    }

    /** What it is, how it is begun, and what of it may be edited, in one place. */
    private static String head(LaunchPlan plan) {
        Launch launch = plan.launch();
        boolean folders = !ScriptFolders.of(launch).plain().isEmpty();
        String mapped = folders ? "# Edit here: the folders that are mapped, as docker writes them.\n" : "";
        String alike = launch.kind() instanceof LaunchKind.Mpi && launch.mode() != RunMode.DOCKERCLUSTER
                ? "# MPI needs a virtual cluster, and all modes but dockercluster make one alike: as mode me does.\n"
                : "";
        return (alike
                        + (launch.place().allocates()
                                ? header(plan, folders)
                                : "# Run it with bash on the workgroup server.\n" + mapped + elsewhere(launch)))
                .strip();
    }

    /** What is no line of its own, since values in it may have several. */
    private static String elsewhere(Launch launch) {
        return launch.isCluster()
                ? "# The command is command=(...) in run_in_cluster; a variable: run+=(--env X=Y) in prepare, last.\n"
                : "# The command is command=(...) in run_container; a variable: run+=(--env X=Y) before that line.\n";
    }

    private static String header(LaunchPlan plan, boolean folders) {
        List<String> options = options(plan);
        String how = plan.launch().isX11()
                ? "# Run it with bash on the workgroup server, at a terminal that has a display.\n"
                : "# Run it with bash on the workgroup server, or give it to sbatch.\n";
        if (plan.launch().kind() instanceof LaunchKind.Batch batch
                && !batch.array().isEmpty()) {
            options.add("--array=" + batch.array());
            how = "# Give it to sbatch: run with bash, it is one task that does not know which.\n";
        }
        return how
                + "# Edit here: what SLURM is asked for, an option a line (sbatch(1));"
                + " by --comment MaxDock finds the job"
                + (folders ? ".\n# Below these, the folders that are mapped, as docker writes them.\n" : ".\n")
                + elsewhere(plan.launch())
                + SbatchHeader.of(options);
    }

    /** Whether one node runs it, however many there are. */
    private static boolean isAlone(Launch launch) {
        return launch.isCluster() || isOnce(launch);
    }

    private static String again(Launch launch) {
        if (isAlone(launch)) {
            return ", there";
        }
        return launch.kind() instanceof LaunchKind.Command
                ? " on each"
                : " on each, but at a terminal only on the first";
    }

    private static final String GUARDED = "a process on each node removes what it leaves, also after kill -9";

    private static String terminal(Launch launch) {
        return launch.kind() instanceof LaunchKind.Command ? "tty=no\n" : """
                tty=no
                if [[ -t 0 && -t 1 ]]; then tty=yes; fi
                """;
    }

    /** Before anything is asked for: a batch job is told of the display that sbatch was called at, which is not its. */
    private static String display(Launch launch) {
        return !launch.isX11() ? "" : """
                if [[ -z ${MAXDOCK_STEP:-} ]]; then
                  [[ ${ENVIRONMENT:-} != BATCH ]] || \
                    stop "a batch job has no display for a program with a window: run this with bash, at a terminal"
                  [[ -n ${DISPLAY:-} ]] || \
                    stop "there is no DISPLAY on $(uname -n) for a program with a window: log in with ssh -Y, or X11" \
                    "forwarding is off in sshd"
                fi
                """;
    }

    private static List<ScriptStep> here(Launch launch) {
        return List.of(
                new ScriptStep("begin", "whether somebody sits at a terminal", display(launch) + terminal(launch)));
    }

    private List<ScriptStep> steps(LaunchPlan plan) {
        Launch launch = plan.launch();
        Optional<JobId> job = launch.place().joined();
        return List.of(
                new ScriptStep(
                        "begin",
                        "keeps this script for the steps below"
                                + (launch.kind() instanceof LaunchKind.Command
                                        ? ""
                                        : "; whether somebody sits at a terminal"),
                        display(launch) + terminal(launch) + "script=${BASH_EXECUTION_STRING:-$(cat -- \"$0\")}\n"
                                + ScriptValues.takenOut(plan)),
                job.isEmpty()
                        ? new ScriptStep("allocate", WANTED, allocate(launch))
                        : new ScriptStep(
                                "join_job", "job " + job.get() + ", which has its nodes already", join(job.get())),
                new ScriptStep(
                        isAlone(launch) ? "on_first_node" : "on_each_node",
                        "this script again" + again(launch) + "; " + GUARDED,
                        onNodes(launch)));
    }

    private static final String WANTED =
            "salloc, for what is asked for above, and in it this script again; within a job, that job, and"
                    + " the #SBATCH lines count for nothing";

    private String onNodes(Launch launch) {
        return """
                %5$sif [[ -z ${MAXDOCK_STEP:-} ]]; then
                  # the guard: a process on each node that notes what the containers use and, whatever ends this,
                  # removes them and the folder
                  # --export: a job that was given less of the environment would not know its step
                  all=(--quiet --overlap --export=ALL --nodes="$SLURM_JOB_NUM_NODES" \
                --ntasks="$SLURM_JOB_NUM_NODES" --ntasks-per-node=1)
                  # each launch in a job has its own, which nobody can know beforehand
                  export MAXDOCK_STEP=$SLURM_JOB_ID-$(((RANDOM << 30) + (RANDOM << 15) + RANDOM))
                  # for scripts on nodes, too: the site's settings, without what start-up files print
                  export MAXDOCK_LOGIN=%1$s
                  # what a guard says that cannot start, in a file without a name
                  said=$(mktemp -p /tmp); exec {heard}<>"$said"; rm -- "$said"
                  coproc guard { exec setsid srun "${all[@]}" bash -c "$(declare -f yours)"%2$s >&"$heard" 2>&1; }
                  lifeline=${guard[1]:-} # none where it has ended already, and with it the job
                  # --disable-status: one Ctrl-C is for the program, as without SLURM
                  step=(srun --overlap --disable-status --export=ALL --ntasks-per-node=1%3$s)
                  if [[ $tty == yes ]]; then step=(srun --overlap --export=ALL --pty --nodes=1 \
                --ntasks=1 --relative=0); fi
                  status=0 interrupted=no
                  trap interrupted=yes INT # salloc would make 0 of it
                  run=(bash -c "$MAXDOCK_LOGIN" bash "$script")
                %4$s%6$s  if ((status == 3)); then cat "/dev/fd/$heard" >&2 || true; fi
                  if [[ -n $lifeline ]]; then exec {lifeline}>&-; fi
                  wait || true
                  if [[ $interrupted == yes ]] && ((status <= 1)); then status=130; fi
                  exit $status
                fi
                """.formatted(
                        Shell.quoteForBash(QuietLogin.LINE),
                        Shell.quoteForBash(container.guard(launch)),
                        isAlone(launch)
                                ? " --nodes=1 --ntasks=1 --relative=0"
                                : " --nodes=\"$SLURM_JOB_NUM_NODES\" --ntasks=\"$SLURM_JOB_NUM_NODES\"",
                        isAlone(launch) ? "" : CHECK,
                        JobContainers.OF_STEP,
                        ProgramSignals.batch("\"${step[@]}\" \"${run[@]}\"").indent(2));
    }

    /** What somebody works in by a window or a browser is there once, however many nodes there are. */
    private static boolean isOnce(Launch launch) {
        return launch.kind().serves() || launch.isX11();
    }

    /** A launch runs on all its nodes or on none. */
    private static final String CHECK = """
              if [[ $tty == no && $SLURM_JOB_NUM_NODES != 1 ]]; then # each has what it must have, or none starts
                MAXDOCK_CHECK=yes srun "${all[@]}" "${run[@]}" </dev/null || status=$?
                [[ $interrupted == no ]] || status=130
              fi
            """;

    private static String allocate(Launch launch) {
        String display = launch.isX11() ? "--x11 " : ""; // sbatch(1) has no such option
        return """
                if [[ -z ${SLURM_JOB_ID:-} ]]; then
                  # the options at the head, as sbatch reads them, with quotes, backslashes and comments; salloc knows
                  # no arrays and no files for output
                  local word c n q w has skip=no options=() asked=()
                  while IFS= read -r word && [[ -z $word || $word == '#'* ]]; do
                    [[ $word == '#SBATCH '* ]] || continue
                    word=${word#* } q='' w='' has=no
                    for ((n = 0; n < ${#word}; n++)); do
                      c=${word:n:1}
                      case $q$c in
                        *\\\\) w+=${word:n+1:1} n=$((n + 1)) has=yes ;;
                        \\'\\' | '""') q='' ;;
                        \\' | '"') q=$c has=yes ;;
                        '#') break ;;
                        ' ' | $'\\t') if [[ $has == yes ]]; then options+=("$w"); fi; w='' has=no ;;
                        *) w+=$c has=yes ;;
                      esac
                    done
                    if [[ $has == yes ]]; then options+=("$w"); fi
                  done <<<"$script"
                  for word in ${options[@]+"${options[@]}"}; do
                    case $skip$word in
                      no--array | no--output | no--error | no--input | no-[aoei]) skip=yes ;;
                      no--array=* | no--output=* | no--error=* | no--input=* | no-[aoei]?*) ;;
                      no--export=* | no--open-mode=* | no--requeue | no--no-requeue) ;;
                      no*) asked+=("$word") ;;
                      *) skip=no ;;
                    esac
                  done
                %1$s  interrupted=no again=yes by=''
                  # it comes to salloc, too, which makes 0 or 1 of it, but where it runs something already
                  trap 'again=yes; pgrep -P "${!:-0}" >/dev/null || interrupted=yes' INT
                  for n in TERM HUP; do
                    trap "again=yes by=$((128 + $(kill -l $n))); trap - $n
                      kill -$n \\${!:-\\$\\$} 2>/dev/null || true" $n
                  done
                  salloc %2$s${asked[@]+"${asked[@]}"} bash -c "$script" <&0 &
                  while [[ $again == yes ]]; do again=no status=0; wait $! || status=$?; done # after a signal again
                  if [[ $interrupted == yes ]] && ((status <= 1)); then
                    status=130
                    echo "MaxDock: interrupted before it had begun; what was asked of SLURM is taken back" >&2
                  fi
                  if ((status <= 1)); then status=${by:-$status}; fi
                  exit "$status"
                fi
                """.formatted(forget(UserDefaults.ofSalloc()).indent(2), display);
    }

    /**
     * Of what the user has set for salloc and srun (their manual pages, INPUT ENVIRONMENT VARIABLES) stays what says
     * where SLURM is, and {@code kept}.
     */
    private static String forget(String kept) {
        return """
                # of what you have set for salloc and srun by hand only these stay: the rest is not meant for this job
                kept=" SLURM_CONF SLURM_CONF_SERVER SLURM_JWT %s"
                for name in "${!SALLOC_@}" "${!SRUN_@}" "${!SLURM_@}"; do
                  if [[ $kept != *" $name "* ]]; then unset -v "$name"; fi
                done""".formatted(kept.isEmpty() ? kept : kept + " ");
    }

    /** A step takes from its surroundings which job it belongs to (srun(1), INPUT ENVIRONMENT VARIABLES). */
    private static String join(JobId job) {
        return """
                if [[ -n ${MAXDOCK_STEP:-} ]]; then return; fi # this is in it
                %2$s
                job=%1$s state=''
                IFS='|' read -r SLURM_JOB_ID state SLURM_JOB_NUM_NODES SLURM_JOB_NODELIST \
                < <(squeue --all --noheader --noconvert --jobs="$job" --format='%%A|%%T|%%D|%%N' 2>/dev/null) || true
                [[ $state == RUNNING ]] ||
                  stop "job $job does not run, or no longer: choose one that runs, or let this have one of its own"
                export SLURM_JOB_ID SLURM_JOB_NUM_NODES SLURM_JOB_NODELIST
                """.formatted(Shell.quoteForBash(job.text()), forget(""));
    }
}
