package org.maxdock.node;

/** Which containers are a job's, in one place for all who look at them on a node. */
final class JobContainers {

    /**
     * A function of bash, {@code job_containers}, for a step of the job: the ID and the name of each, latest first.
     * They are found by the label that every launch sets, or by the name that dockercluster gives; anybody may write
     * these, and as whom a container runs on the host its engine has checked.
     */
    static final String LINES = """
            job_containers() {
              { docker ps --quiet --no-trunc --filter "label=maxdock.job=$SLURM_JOB_ID" &&
                docker ps --quiet --no-trunc --filter "name=_$SLURM_JOB_ID$"
              } | awk '!seen[$1]++' | { xargs -r docker inspect --format \
                '{{.Id}}|{{.HostConfig.UsernsMode}}|{{.Config.User}}|{{.Name}}' 2>/dev/null || true; } |
                while IFS='|' read -r id mode user name; do
                  case $mode:$user in host:"$EUID" | host:"$EUID":*) ;; host:*) continue ;; esac
                  echo "$id ${name#/}"
                done
            }
            """;

    private JobContainers() {}
}
