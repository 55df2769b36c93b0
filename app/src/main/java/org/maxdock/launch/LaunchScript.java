package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.maxdock.host.Shell;

/**
 * A launch as one bash script. It is the launch: copied to a terminal of the workgroup server it does the same without MaxDock,
 * as it does when given to sbatch.
 */
public final class LaunchScript {

    private final ContainerScript container;

    public LaunchScript(ContainerScript container) {
        this.container = container;
    }

    public String write(LaunchPlan plan) {
        Launch launch = plan.launch();
        List<String> options = new ArrayList<>(launch.resources().options());
        options.add("--job-name=" + oneLine(launch.name()));
        options.add("--comment=" + plan.mark());
        String sbatch = options.stream().map(o -> "#SBATCH " + Shell.quote(o)).collect(Collectors.joining("\n"));
        return """
                #!/bin/bash -l
                # MaxDock launch: %1$s
                # Run it with bash on the workgroup server, or give it to sbatch.
                %2$s
                # shellcheck disable=SC2016,SC2054 # in single quotes nothing is for this shell; commas belong to Docker
                set -euo pipefail
                stop() { printf 'MaxDock: %%s\\n' "$*" >&2; exit 3; }

                # 1  an allocation, and this script on %3$s
                tty=no
                if [[ -t 0 && -t 1 ]]; then tty=yes; fi
                if [[ -z ${MAXDOCK_STEP:-} ]]; then
                  script=${BASH_EXECUTION_STRING:-$(cat -- "$0")}
                  step=(srun --ntasks-per-node=1%4$s)
                  if [[ $tty == yes ]]; then step=(srun --pty --nodes=1 --ntasks=1); fi
                  if [[ -z ${SLURM_JOB_ID:-} ]]; then
                    step=(salloc %5$s "${step[@]}")
                  fi
                  MAXDOCK_STEP=1 exec "${step[@]}" bash -l -c "$script"
                fi

                %6$s""".formatted(oneLine(launch.name()), sbatch,
                launch.mode() == RunMode.DOCKERCLUSTER ? "its first node" : "each of its nodes",
                launch.mode() == RunMode.DOCKERCLUSTER ? " --nodes=1 --ntasks=1" : "", Shell.join(options), container.steps(plan));
    }

    private static String oneLine(String name) {
        return name.replaceAll("[\\p{Cntrl}]", " ");
    }
}
