package org.maxdock.launch;

import org.maxdock.host.shell.Shell;

/**
 * A virtual cluster by the site's dockercluster, where it and all that it calls are there; else by plain docker. It
 * runs mpirun on the host, for as many containers as SLURM_NNODES says; in a step, which this is, that is what the step
 * has, so it is called with what a shell of salloc would have.
 */
final class SiteCluster {

    /**
     * Dockercluster keeps its keys in one folder for each job, so that one is started after the other. Anybody may lock
     * the script, and so nobody is kept from starting theirs; whether the cluster came up is looked at in any case.
     */
    private static final String CALL = """
              # what it will start is the recorded image, on each node
              everywhere bash -c "set -euo pipefail; $(declare -p pinned; declare -f stop recorded_image)
                docker pull --quiet -- \\"\\$pinned\\" >/dev/null || stop \\"\\$(uname -n) could not fetch \\$pinned\\"
                MAXDOCK_STARTED=\\$pinned; recorded_image" || exit
              exec {lock}<"$(command -v dockercluster)"
              flock --wait 60 "$lock" || [[ $? != 1 ]] || # anybody may hold it, so it stops nobody
                echo "MaxDock: another dockercluster has been starting on $(uname -n) for a minute;" \\
                  "if it is of this job, this one may not come up: then launch it again" >&2
              (
                unset -v "${!SLURM_STEP@}" "${!PMI@}" SLURM_NTASKS SLURM_NPROCS SLURM_NTASKS_PER_NODE SLURM_DISTRIBUTION
                export SLURM_NNODES=$SLURM_JOB_NUM_NODES SLURM_TASKS_PER_NODE="1(x$SLURM_JOB_NUM_NODES)"
                export SLURM_JOBID=$SLURM_JOB_ID SLURM_NODELIST=$SLURM_JOB_NODELIST SLURM_OVERLAP=1
                exec dockercluster%s -n "$name" -p "$port" "$pinned" "${options[@]}"
              ) </dev/null >"$etc/said" {lock}<&- || {
                failed=$?
                cat -- "$etc/said" >&2 || true
                stop "the site's dockercluster failed, with status $failed"
              }
              exec {lock}<&-
              # what each node has started is the recorded image, too
              started=$(everywhere bash -c "set -euo pipefail; $(declare -p name; declare -f stop recorded_image)
                MAXDOCK_STARTED=\\$(docker container inspect --format '{{.Image}}' \\"\\$name\\") || \\
                stop \\"dockercluster started no container on \\$(uname -n)\\"
                happened='Your command was not.' recorded_image; uname -n") || exit
              (($(wc -l <<<"$started") == SLURM_JOB_NUM_NODES)) || stop "a node did not answer: start it again"
            """;

    private final LaunchPlan plan;
    private final ScriptFolders folders;

    SiteCluster(LaunchPlan plan, ScriptFolders folders) {
        this.folders = folders;
        this.plan = plan;
    }

    String text() {
        String pinned =
                plan.record().identity().pullName(plan.record().reference()).orElse("");
        String site = plan.launch().container().site().isEmpty()
                ? ""
                : " " + Shell.joinForBash(plan.launch().container().site());
        GpuSteps gpus = new GpuSteps(plan.launch());
        String granted = gpus.bySite();
        return folders.folderLine()
                + SiteScripts.LACKS
                + SiteWords.byFile(plan.launch())
                + GpuSteps.functions()
                + "# tells the container of the GPUs that this node was granted\ngranted_gpus() {\n" + granted + "}\n"
                + """
                lack=$(set +u; lacks dockercluster)
                if [[ -z $lack ]]; then
                  pinned=%1$s # dockercluster pulls on every node, so it is given the digest
                  [[ -n $pinned ]] || stop "dockercluster pulls the image on every node, and $image was never pushed"
                  whole "$(pwd -P)" || apart "$(pwd -P)"
                  granted_gpus
                %4$s  by_file "${run[@]}"
                  [[ $replaced == no ]] || stop "in a cluster sshd is the entrypoint, not '${entrypoint[*]-}'"
                  if ((SLURM_JOB_NUM_NODES > 1)); then # the files are on each node
                    everywhere bash -c "set -euo pipefail; $(%7$sdeclare -p etc special; \\
                declare -f stop whole apart by_file prepare await_guard find_granted granted_gpus%5$s)
                      %6$sawait_guard; prepare; granted_gpus; by_file \\"\\${run[@]}\\"" || exit
                  fi
                %2$selse
                  echo "MaxDock: $(uname -n) has no ${lack//$'\\n'/, }; the same is done with plain docker" >&2
                %3$sfi
                """.formatted(
                        Shell.quoteForBash(pinned),
                        CALL.formatted(site),
                        new PlainCluster(plan, folders).text(), // not indented: the record in it has lines of its own
                        gpus.sameEverywhere().indent(2),
                        ScriptValues.any(plan.launch()) ? ScriptValues.NAMES + " take_values" : " line",
                        ScriptValues.any(plan.launch()) ? "take_values; " : "",
                        folders.declared());
    }
}
