package org.maxdock.launch;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maxdock.host.shell.Shell;

/**
 * The lines of a script that give a container the GPUs that SLURM granted its job on this node, and no others. Docker
 * is outside of the job's cgroup, and so would give it any; where NVIDIA's runtime is the engine's own, or the launch
 * names it, also unasked, and all that the image's NVIDIA_VISIBLE_DEVICES says. They are named as the node counts them
 * ({@code SLURM_STEP_GPUS}, {@code SLURM_JOB_GPUS}: srun(1)), or by UUID: slurmd sets CUDA_VISIBLE_DEVICES where it
 * grants GPUs, and with that how many; alone it is the user's own, and grants nothing. Where SLURM knows of no GPU on
 * the node, it grants whole nodes, and the container gets what was asked for.
 */
final class GpuSteps {

    private static final String WHICH = """
            # GPUs: those that SLURM granted here and no others, as the node counts them, since Docker could give any
            """;

    private static final String GRANTED = """
            grant=${SLURM_STEP_GPUS:-${SLURM_JOB_GPUS:-}}
            if [[ -n $grant || ${SLURM_GPUS_ON_NODE:-0} != 0 ]]; then # else CUDA_VISIBLE_DEVICES is your own
              if [[ -z $grant || ${CUDA_VISIBLE_DEVICES:-} == *-* ]]; then # UUIDs: GPU-…, MIG-…
                grant=${CUDA_VISIBLE_DEVICES:-}
              fi
            fi
            if [[ $grant == NoDevFiles ]]; then grant=''; fi
            IFS=, read -r -a granted <<<"$grant"
            """;

    /** For scripts in which it is needed twice, of the node where it is called. */
    private static final String FIND =
            "# sets granted, and grant, to the GPUs that SLURM granted here\n" + "find_granted() {\n" + GRANTED + "}\n";

    private static final String COUNTED = """
            # what SLURM counts on this node beside processors and memory, such as gpu:4
            gres() {
              timeout 5 scontrol show node "${SLURMD_NODENAME:-$(uname -n)}" 2>/dev/null | sed -n 's/^ *Gres=//p'
            }
            """;

    private static final String KNOWS = COUNTED + """
            # whether GPUs are among that: where they are not, SLURM grants whole nodes with all that is in them
            knows_gpus() { [[ $(gres) == *gpu* ]]; }
            """;

    /** The site's scripts run privileged containers, in which the node's numbers hold. */
    private static final String COUNTED_ANEW = """
            if [[ ${run[0]} == docker && $chosen != *-* ]]; then # in the container their numbers begin at 0
              chosen=$(seq -s , 0 $((${#gpus[@]} - 1)))
            fi
            """;

    /** dockercluster takes one list of options for all nodes; ranks on others have no environment of a container. */
    private static final String SAME_EVERYWHERE = """
            each='echo "${SLURM_STEP_GPUS:-${SLURM_JOB_GPUS:-}} ${CUDA_VISIBLE_DEVICES:-}"'
            same=$(everywhere bash -c "$each" | sort -u)
            [[ $same != *$'\\n'* ]] ||
              stop "dockercluster gives all nodes the same GPUs, not each its own; run it as me: $same"
            """;

    private static final String UNASKED = """
            # an engine may show a container GPUs unasked, by default all: but only what was granted
            if ((${#granted[@]} > 0)); then
              gpus=("${granted[@]}")
              chosen=$grant
              run+=(--env "NVIDIA_VISIBLE_DEVICES=$chosen")
            %selif ! counted=$(gres) || [[ $counted == *gpu* ]]; then run+=(--env NVIDIA_VISIBLE_DEVICES=void); fi
            """;

    /**
     * In its containers are all devices of the node: each node's file says which ones are the job's, the last that
     * docker reads, since of a variable it takes the last.
     */
    private static final String UNASKED_BY_SITE = """
            if ((${#granted[@]} > 0)); then
              printf '%%s\\n' "NVIDIA_VISIBLE_DEVICES=$grant"%s >> "$etc/%s"
            fi
            """;

    /** Of NVIDIA, by the number that the node counts it by. */
    private static final Pattern DEVICE = Pattern.compile("--device=/dev/nvidia([0-9]{1,4})(?=:|$)");

    private final Launch launch;

    GpuSteps(Launch launch) {
        this.launch = launch;
    }

    /** Whether the launch's further options of docker leave this one to these lines. */
    static boolean isGranted(Launch launch, String option) {
        return (GpuRequest.isOne(option) || CdiGpus.isOne(option))
                && !launch.place().isServer();
    }

    /** Adds to {@code run}; nothing where no job is there to have been granted some. */
    String text() {
        if (launch.place().isServer()) {
            return "";
        }
        String devices = devices();
        return asked().isEmpty()
                ? WHICH + granted() + (devices.isEmpty() ? COUNTED : KNOWS + devices) + UNASKED.formatted(counted())
                : asking();
    }

    /** A function that these lines call, where dockercluster may be what makes the cluster, or plain docker is. */
    static String functions() {
        return FIND;
    }

    private String granted() {
        return launch.mode() == RunMode.DOCKERCLUSTER ? "find_granted\n" : GRANTED;
    }

    /** The same for dockercluster, on each node. */
    String bySite() {
        String last = ScriptValues.any(launch) ? "values" : "job";
        String devices = devices();
        return asked().isEmpty()
                ? granted()
                        + (devices.isEmpty() ? "" : KNOWS + devices)
                        + UNASKED_BY_SITE.formatted(setsOwn() ? "" : " \"CUDA_VISIBLE_DEVICES=$grant\"", last)
                : asking();
    }

    private String asking() {
        StringBuilder lines = new StringBuilder(WHICH + granted() + KNOWS).append(devices());
        asked().stream().filter(GpuRequest::isOne).forEach(o -> lines.append(request(o, GpuRequest.of(o))));
        List<String> named = asked().stream().filter(CdiGpus::isOne).toList();
        if (!named.isEmpty()) {
            lines.append(CdiGpus.lines(named, counted()));
        }
        return lines.toString();
    }

    /**
     * Lines that say how the container counts them, unless the user says so; which ones are there is SLURM's to say.
     */
    private String counted() {
        return setsOwn()
                ? ""
                : ((isPrivilegedByItself(launch) ? "" : COUNTED_ANEW)
                                + "run+=(--env \"CUDA_VISIBLE_DEVICES=$chosen\")\n")
                        .indent(2);
    }

    private boolean setsOwn() {
        return launch.container().sets("CUDA_VISIBLE_DEVICES");
    }

    /** Devices that are named as such are held against what was granted, where SLURM counts them. */
    private String devices() {
        String numbers = launch.container().arguments().stream()
                .map(DEVICE::matcher)
                .filter(Matcher::lookingAt)
                .map(device -> device.group(1))
                .distinct()
                .collect(Collectors.joining(" "));
        return numbers.isEmpty() ? "" : """
                if knows_gpus; then # what is named as a device is one of them
                  for gpu in %s; do
                    [[ ",${SLURM_STEP_GPUS:-${SLURM_JOB_GPUS:-$grant}}," == *",$gpu,"* ]] || \
                      stop "GPU $gpu of $(uname -n) is not this job's"
                  done
                fi
                """.formatted(numbers);
    }

    /** What is beside them for dockercluster, after {@link #text()} was run on the first node. */
    String sameEverywhere() {
        return asked().isEmpty() ? "" : SAME_EVERYWHERE + (tellsRanks() ? "sends+=(-x CUDA_VISIBLE_DEVICES)\n" : "");
    }

    /** Whether ranks on other nodes are to be told their GPUs by mpirun. */
    private boolean tellsRanks() {
        return !asked().isEmpty()
                && launch.mode() == RunMode.DOCKERCLUSTER
                && launch.kind() instanceof LaunchKind.Mpi
                && !setsOwn();
    }

    private List<String> asked() {
        return launch.container().arguments().stream()
                .filter(o -> isGranted(launch, o))
                .toList();
    }

    private String request(String option, GpuRequest request) {
        return """
                gpus=(${granted[@]+"${granted[@]}"})
                if ((${#granted[@]} == 0)); then
                  if knows_gpus; then stop "SLURM granted no GPU of $(uname -n): ask for some, as by --gres=gpu:1"; fi
                  run+=(%s)
                else
                %s  chosen=$(IFS=,; echo "${gpus[*]}")
                  run+=("--gpus=\\"device=$chosen\\""%s --env "NVIDIA_VISIBLE_DEVICES=$chosen")
                %sfi
                """.formatted(
                        Shell.quoteForBash(option),
                        choice(request).indent(2),
                        request.others().isEmpty() ? "" : Shell.quoteForBash(request.more()),
                        counted());
    }

    private static String choice(GpuRequest request) {
        if (!request.devices().isEmpty()) {
            String devices = Shell.joinForBash(request.devices());
            return """
                    gpus=(%s)
                    for gpu in "${gpus[@]}"; do
                      [[ " ${granted[*]} " == *" $gpu "* ]] || stop "GPU $gpu of $(uname -n) is not this job's"
                    done
                    """.formatted(devices);
        }
        return request.count() == GpuRequest.ALL ? "" : """
                gpus=("${granted[@]:0:%1$s}")
                ((${#gpus[@]} == %1$s)) || stop "SLURM granted ${#granted[@]} GPUs of $(uname -n), and %1$s are wanted"
                """.formatted(String.valueOf(request.count()));
    }

    /** All devices of the node are in a privileged container, whatever is asked for. */
    static boolean isPrivileged(Launch launch) {
        return launch.mode() == RunMode.DOCKERRUN
                || launch.mode() == RunMode.DOCKERCLUSTER
                || isPrivilegedByItself(launch);
    }

    private static boolean isPrivilegedByItself(Launch launch) {
        return launch.container().arguments().stream().anyMatch(o -> o.matches("--privileged(=true)?"));
    }
}
