package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.host.shell.ScriptCleanup;
import org.maxdock.node.JobContainers;
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
              %swritten=$(cat -- "$etc/container.id" 2>/dev/null)
              # SLURM grants seconds (slurm.conf(5), KillWait): what is quick comes first, but its ID, by which a
              # container is found
              for kept in "$etc"/*; do [ "${kept##*/}" = container.id ] || rm -rf -- "$kept"; done
              pkill -KILL -u "$(id -u)" -f -- "--label maxdock.step=$MAXDOCK_STEP "
              # DOCKER_HOST and the like are what the node's start-up files set, whatever else these do
              bash -c "$MAXDOCK_LOGIN" bash '
                written=$2
            %s    for n in 1 2 3; do # a signal may have ended the asking: only what was answered counts
                  if left=$(yours); then answered=yes; else answered=no; fi
                  if [ -n "$left" ]; then %s $left; elif [ "$answered$1" = yesended ]; then break; fi
                  sleep 0.4
                done
                [ "$answered" = yes ] && [ -z "$left" ]' "$1" "$written" || [ -z "$written" ] || return 0
              rm -rf -- "$etc"
            %s}
            %strap 'trap "" TERM HUP INT; trap - EXIT; clear ""; exit' TERM HUP INT
            trap 'trap "" TERM HUP INT; clear ended' EXIT
            mkdir -m 700 "$etc" || { trap - EXIT; exit 9; }
            cat <&0 & wait $!
            """;

    private static final String NOTES = """
            # what its containers use is gone with them: it is looked at meanwhile, and noted in your home
            note() {
              exec bash -c "$MAXDOCK_LOGIN" bash '
            %s' "$$"%s
            }
            # whether that still goes on
            notes() { jobs -pr | grep -qx "$noting"; }
            note & noting=$!
            """;

    private static final String NOTE_NOW = "if notes; then kill -TERM \"$noting\"; fi\n  ";

    private static final String NOTED = "  for n in 1 2 3 4 5; do notes || break; sleep 0.1; done\n";

    private static final String CHECKED = """
            if [[ -n ${MAXDOCK_CHECK:-} ]]; then exit 0; fi # it was about what each node must have
            """;

    /** In a job that was there before, others work, too: what is the launch's alone would be taken for the job's. */
    @Override
    public String guard(Launch launch) {
        boolean notes = launch.place().allocates();
        return GUARD.formatted(
                notes ? NOTE_NOW : "",
                JobContainers.OF_STEP.indent(4),
                ScriptCleanup.REMOVE,
                notes ? NOTED : "",
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
        MappedFolders.step(plan.launch()).ifPresent(steps::add);
        String checked = plan.launch().place().isServer() ? "" : CHECKED;
        steps.add(new ScriptStep("run_container", run.title(), checked + run.text()));
        return steps;
    }
}
