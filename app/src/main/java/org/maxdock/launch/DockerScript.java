package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.host.shell.ScriptCleanup;
import org.maxdock.node.UsageNotes;

/**
 * Docker on a node: bash, docker and what each Linux has (coreutils, grep, sed, awk, procps) are all it needs there;
 * for a cluster also ssh-keygen and ip.
 */
public final class DockerScript implements ContainerScript {

    /** A container may be on its way when the end comes, hence thrice; and its client may have escaped from SLURM. */
    private static final String GUARD = """

            etc=/tmp/maxdock-${MAXDOCK_STEP:?}
            # removes the folder and what containers of this step are there
            clear() {
              %s[ -O "$etc" ] && [ ! -L "$etc" ] || etc=/none
              written=$(cat -- "$etc/container.id")
              # what is quick comes first, but by what a container and a command are found
              for kept in "$etc"/*; do case ${kept##*/} in container.id | pid) ;; *) rm -rf -- "$kept" ;; esac; done
              rmdir -- "$etc" # without it nothing is started any more
              # with what the node's start-up files set, such as DOCKER_HOST
              bash -c "$MAXDOCK_LOGIN" bash "$(declare -f yours)"'
                written=$2
                while ((SECONDS < $1)) &&
                  [ -n "$(timeout 5 docker ps --quiet --filter "label=maxdock.step=$MAXDOCK_STEP")" ]; do
                  sleep 0.2
                done
                pkill -KILL -u "$(id -u)" -f -- "--label maxdock.step=$MAXDOCK_STEP "
                for n in 1 2 3; do # a signal may have ended the asking: only what was answered counts
                  if left=$(yours); then answered=yes; else answered=no; fi
                  if [ -n "$left" ]; then %s $left; elif [ "$answered$1" = yes0 ]; then break; fi
                  sleep 0.4
                done
                [ "$answered" = yes ] && [ -z "$left" ]' "$1" "$written" || [ -z "$written" ] || return 0
              rm -rf -- "$etc"
            %s}
            # a job that ends: a third of the time that SLURM grants (KillWait) is for programs that caught SIGTERM
            ends() {
              [ "$(for n in 1 2; do
                timeout 5 squeue --noheader --jobs="$SLURM_JOB_ID" --format=%%T && break
              done)" != RUNNING ] || return
              trap "" TERM; trap - EXIT
              n=$(timeout 5 scontrol show config | sed -n "s/^KillWait *= \\([0-9]*\\).*/\\1/p")
              clear "$((${n:-3} / 3 + 1))"; kill -KILL $!; exit
            }
            %s%strap ends TERM
            trap 'trap "" TERM; clear 0' EXIT
            mkdir -m 700 "$etc" || { trap - EXIT; exit 9; }
            exec >/dev/null 2>&1 # it is up
            (trap "" TERM; exec cat) <&0 &
            while kill -0 $!; do wait $!; done
            """;

    private static final String NOTES = """
            # what its containers use is gone with them: it is looked at meanwhile, and noted in your home
            note() {
              exec bash -c "$MAXDOCK_LOGIN" bash "$(declare -f yours)"'
            %s' "$$"%s
            }
            # whether that still goes on
            notes() { jobs -pr | grep -qx "$noting"; }
            note >/dev/null 2>&1 & noting=$!
            """;

    private static final String NOTE_NOW = "if notes; then kill -HUP \"$noting\"; fi\n  ";

    private static final String NOTED = "  for n in 1 2 3 4 5; do notes || break; sleep 0.1; done\n";

    /**
     * Isolated is who is nobody outside, by the engine's user namespaces (dockerd, --userns-remap) or a user's own. Of
     * an engine that refuses to tell (a plugin of its own, docker.com, authorization) the client tells nothing and does
     * not fail.
     */
    private static final String NAMESPACES = """
            has=$(timeout 60 docker info --format '{{.OSType}}{{.SecurityOptions}}') || has=''
            [[ $has == linux* ]] ||
              stop "no Docker Engine tells you on $(uname -n) whether it has user namespaces"
            [[ $has == *name=userns* || $has == *name=rootless* ]] ||
              stop "Docker on $(uname -n) has no user namespaces: isolated, root of the container would be root" \\
                "there. Nothing was started. Run it as yourself (in MaxDock: --mode me), or on another node"
            """;

    private static final String CHECKED = """
            if [[ -n ${MAXDOCK_CHECK:-} ]]; then exit 0; fi # it was about what each node must have
            """;

    /** In a job that was there before, others work, too: what is the launch's alone would be taken for the job's. */
    @Override
    public String guard(Launch launch) {
        boolean notes = launch.place().allocates();
        return GUARD.formatted(
                notes ? NOTE_NOW : "",
                ScriptCleanup.REMOVE,
                notes ? NOTED : "",
                ProgramSignals.GUARD,
                notes ? notes(launch) : "");
    }

    private static String notes(Launch launch) {
        boolean written = !launch.isCluster() && SingleRun.writesId(launch.mode());
        return NOTES.formatted(UsageNotes.SCRIPT, written ? " \"$etc/container.id\"" : "");
    }

    @Override
    public List<ScriptStep> steps(LaunchPlan plan) {
        String is = plan.record().reference() + " is there, as it was recorded on "
                + plan.record().recordedAt().substring(0, 10) + "; else nothing starts";
        String image = ImageSteps.find(plan) + "\n" + ImageSteps.check(plan);
        if (plan.launch().isCluster()) {
            List<ScriptStep> steps = new ArrayList<>(List.of(new ScriptStep("recorded_image", is, image)));
            MappedFolders.step(plan.launch()).ifPresent(steps::add);
            steps.addAll(new ClusterRun(plan).steps());
            return steps;
        }
        SingleRun run = new SingleRun(plan);
        List<ScriptStep> steps = new ArrayList<>(List.of(
                new ScriptStep(
                        "tidy_at_end", "whatever ends this, the container and its files go with it", run.prologue()),
                new ScriptStep("recorded_image", is, image)));
        if (plan.launch().mode() == RunMode.ISOLATED
                && plan.ownNamespaces()
                && !plan.launch().place().isServer()) {
            steps.add(new ScriptStep("own_namespaces", "Docker here makes nobody of root in a container", NAMESPACES));
        }
        MappedFolders.step(plan.launch()).ifPresent(steps::add);
        String checked = plan.launch().place().isServer() ? "" : CHECKED;
        steps.add(new ScriptStep("run_container", run.title(), checked + run.text()));
        return steps;
    }
}
