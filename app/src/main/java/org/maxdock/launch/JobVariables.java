package org.maxdock.launch;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What SLURM tells a task by its environment (srun(1) and sbatch(1), OUTPUT ENVIRONMENT VARIABLES), for a container to
 * know which job, task and node it is. Left out are what lets others act as the user (SLURM_JWT), and two old names by
 * which an Open MPI in the container takes srun to have started it, and ends: {@code SLURM_JOBID} and
 * {@code SLURM_NODELIST}, beside which there are SLURM_JOB_ID and SLURM_JOB_NODELIST. Who wants one of these names it,
 * as any other variable of the job.
 *
 * <p>The containers of a cluster are told of the job and of their node, and not of a step: that would be the one that
 * keeps the container. What runs in it is a task all the same: one command is the first and only one; a rank has its
 * number from mpirun (OMPI_COMM_WORLD_RANK and its like), and by that SLURM's names for it, too.
 */
final class JobVariables {

    /** Variables are given to Docker by their names, so that no value is an argument. */
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
            run+=(${told[@]+"${told[@]}"})
            """;

    /**
     * Lines of bash that note for docker, in a file on each node, what SLURM tells there of job and node, in UTF-8 as
     * docker wants it; and add that to {@code run}. By file, since the site's dockercluster starts the containers of
     * all nodes with the same words, from surroundings of its own.
     */
    static final String CLUSTER = """
            # what SLURM tells of job and node, and not of the step, the container is told by a file
            for v in $(compgen -e); do
              case $v in
                SLURM_JOB_* | SLURM_ARRAY_* | SLURM_SUBMIT_* | SLURM_CLUSTER_NAME | SLURM_CPUS_PER_TASK | \\
                SLURM_NODEID | SLURM_CPUS_ON_NODE | SLURMD_NODENAME | \\
                CUDA_* | GPU_DEVICE_ORDINAL | ROCR_VISIBLE_DEVICES | ZE_AFFINITY_MASK)
                  if [[ ${!v} != *[$'\\n\\r']* ]]; then printf '%s=%s\\n' "$v" "${!v}"; fi ;;
              esac
            done | { iconv -c -f UTF-8 -t UTF-8 || true; } > "$etc/job"
            echo "SLURM_NNODES=$SLURM_JOB_NUM_NODES" >> "$etc/job"
            run+=(--env-file "$etc/job")
            """;

    private static final String RANKS = """
            while IFS='=' read -r v _; do
              case $v in
                SLURM_NODEID | SLURM_CPUS_ON_NODE | SLURM_JOB_GPUS%s) ;;
                SLURM_*) sends+=(-x "$v") ;;
              esac
            done < "$etc/job"
            """;

    /** The launch's folder of its node, in a container of a cluster. */
    static final String FOLDER = "/maxdock.job";

    /**
     * A line that has each container of a cluster see that: what was noted of its own node, for ranks that sshd starts;
     * the nodes that mpirun is told; and there stands which process the command is.
     */
    static final String SEEN = "run+=(--mount \"type=bind,src=$etc,dst=" + FOLDER + "\")\n";

    private static final String RANK = """
            while IFS= read -r maxdock_v; do
              case $maxdock_v in
                SLURM*) eval "[ -n \\"\\${${maxdock_v%%=*}+x}\\" ]" || export "$maxdock_v" ;;
              esac
            done < /maxdock.job/job
            for maxdock_v in OF_A_RANK; do
              [ -z "${maxdock_v#*=}" ] || export "$maxdock_v"
            done
            case $1 in
              */*) ;;
              *)
                if ! command -v "$1" >/dev/null && [ -x "./$1" ]; then
                  maxdock_v=./$1; shift; set -- "$maxdock_v" "$@"; fi ;;
            esac
            unset -v maxdock_v
            exec "$@\"""";

    private static final Map<String, String> OF_A_RANK = Map.of(
            "SLURM_PROCID", "${OMPI_COMM_WORLD_RANK-${PMI_RANK-}}",
            "SLURM_LOCALID", "${OMPI_COMM_WORLD_LOCAL_RANK-${MPI_LOCALRANKID-}}",
            "SLURM_NTASKS", "${OMPI_COMM_WORLD_SIZE-${PMI_SIZE-}}");

    private JobVariables() {}

    /** A line that tells variables to a command in a cluster, but for those that the user sets; none for none. */
    static String told(Launch launch, Map<String, String> variables) {
        String words = words(launch, variables).map(word -> " --env " + word).collect(Collectors.joining());
        return words.isEmpty() ? "" : "exec+=(" + words.strip() + ")\n";
    }

    private static Stream<String> words(Launch launch, Map<String, String> variables) {
        return variables.entrySet().stream()
                .filter(variable -> !launch.container().sets(variable.getKey()))
                .map(variable -> "\"" + variable.getKey() + "=" + variable.getValue() + "\"")
                .sorted();
    }

    /** A line for a command in a cluster: the first process; as of salloc there are as many tasks as nodes. */
    static String oneTask(Launch launch) {
        return told(launch, Map.of("SLURM_PROCID", "0", "SLURM_LOCALID", "0", "SLURM_NTASKS", "$SLURM_JOB_NUM_NODES"));
    }

    /**
     * Lines of bash that add to {@code sends} what mpirun is to send to ranks on other nodes: what holds for the job,
     * and not for the first node alone. What the user sets is sent in any case.
     */
    static String ranks(Launch launch) {
        return RANKS.formatted(launch.container()
                .variables()
                .map(variable -> variable.split("=", 2)[0])
                .filter(name -> name.matches("SLURM_[A-Za-z0-9_]+"))
                .distinct()
                .map(name -> " | " + name)
                .collect(Collectors.joining()));
    }

    /**
     * What the container's sh does in each rank before it becomes the program, which it finds where mpirun would: by
     * PATH, or in the folder that it is in.
     */
    static String rank(Launch launch) {
        return RANK.replace("OF_A_RANK", words(launch, OF_A_RANK).collect(Collectors.joining(" \\\n  ")));
    }

    /** For the container of one task, which is about to be run; nothing where no job is. */
    static String run(Launch launch) {
        return launch.place().isServer() ? "" : TOLD;
    }
}
