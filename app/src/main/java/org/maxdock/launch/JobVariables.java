package org.maxdock.launch;

/**
 * What SLURM tells a task by its environment (srun(1) and sbatch(1), OUTPUT ENVIRONMENT VARIABLES), for a container to
 * know which job, task and node it is. Variables are given to Docker by their names, so that no value is an argument.
 * Left out are what lets others act as the user (SLURM_JWT), and two old names by which an Open MPI in the container
 * takes srun to have started it, and ends: {@code SLURM_JOBID} and {@code SLURM_NODELIST}, beside which there are
 * SLURM_JOB_ID and SLURM_JOB_NODELIST. Who wants one of these names it, as any other variable of the job.
 */
final class JobVariables {

    /** Lines of bash that set {@code told} to options of Docker, for {@code run} and {@code exec} alike. */
    private static final String TOLD = """
            # what SLURM tells this task, the container is told: by names, so that no value is an argument;
            # without what opens SLURM to others, and old names by which Open MPI takes srun to have started it
            told=()
            for v in $(compgen -e); do
              case $v in
                SLURM_JWT | SLURM_SACK_* | SLURM_JOBID | SLURM_NODELIST) ;;
                SLURM_* | SLURMD_NODENAME | CUDA_* | GPU_DEVICE_ORDINAL | ROCR_VISIBLE_DEVICES | ZE_AFFINITY_MASK)
                  told+=(--env "$v") ;;
              esac
            done
            """;

    /**
     * Lines of bash that add to {@code sends} what mpirun is to send to ranks on other nodes: what holds for the job.
     */
    static final String RANKS = """
            for v in ${told[@]+"${told[@]}"}; do
              case $v in
                SLURM_JOB_* | SLURM_ARRAY_* | SLURM_SUBMIT_* | SLURM_CLUSTER_NAME | SLURM_CPUS_PER_TASK)
                  sends+=(-x "$v") ;;
              esac
            done
            """;

    private JobVariables() {}

    /**
     * The same, for a command in a container that runs. Which GPUs it has, and how it counts them, the container knows
     * already where it was given some.
     */
    static String exec(Launch launch) {
        boolean hasGpus = launch.container().arguments().stream().anyMatch(o -> GpuSteps.isGranted(launch, o));
        return (hasGpus ? "unset CUDA_VISIBLE_DEVICES # the container has its own\n" : "")
                + TOLD
                + "exec+=(${told[@]+\"${told[@]}\"})\n";
    }

    /** The same, for a container that is about to be run; nothing where no job is. */
    static String run(Launch launch) {
        return launch.place().isServer() ? "" : TOLD + "run+=(${told[@]+\"${told[@]}\"})\n";
    }
}
