package org.maxdock.launch;

/** Docker on a node: bash, docker and coreutils are all it needs there; for a cluster also ssh-keygen, awk and ip. */
public final class DockerScript implements ContainerScript {

    /** A container may be on its way when the end comes, hence thrice; and its client may have escaped from SLURM. */
    private static final String GUARD = """
            etc=/tmp/maxdock-${MAXDOCK_STEP:?}
            clear() {
              rm -rf -- "$etc" # SLURM grants seconds (slurm.conf(5), KillWait): what is quick comes first
              pkill -KILL -u "$(id -u)" -f -- "--label maxdock.step=$MAXDOCK_STEP "
              # DOCKER_HOST and the like are what the node's start-up files set, whatever else these do
              bash -c "$MAXDOCK_LOGIN" bash '
                for n in 1 2 3; do # a signal may have ended the asking: only what was answered counts
                  if left=$(docker ps --all --quiet --filter "label=maxdock.step=$MAXDOCK_STEP"); then
                    if [ -n "$left" ]; then docker rm --force $left; elif [ -n "$1" ]; then break; fi
                  fi
                  sleep 0.4
                done' "$1"
              rm -rf -- "$etc"
            }
            trap 'trap "" TERM HUP INT; trap - EXIT; clear ""; exit' TERM HUP INT
            trap 'trap "" TERM HUP INT; clear ended' EXIT
            mkdir -m 700 "$etc" || { trap - EXIT; exit 9; }
            cat <&0 & wait $!
            """;

    private static final String CHECKED = """
            if [[ -n ${MAXDOCK_CHECK:-} ]]; then exit 0; fi # it was about the image alone

            """;

    @Override
    public String guard() {
        return GUARD;
    }

    @Override
    public String steps(LaunchPlan plan) {
        String image = ImageSteps.find(plan) + "\n" + ImageSteps.check(plan);
        if (plan.launch().isCluster()) {
            return "recorded_image() {\n" + image + "}\nrecorded_image\n\n" + SingleRun.folder(plan.launch()) + "\n"
                    + new ClusterRun(plan).text();
        }
        SingleRun run = new SingleRun(plan);
        return run.prologue() + "\n" + image + (plan.launch().place().isServer() ? "\n" : CHECKED) + run.text();
    }
}
