package org.maxdock.launch;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maxdock.host.shell.Shell;

/**
 * GPUs that docker is asked for by name, as devices of the Container Device Interface: {@code nvidia.com/gpu=all},
 * {@code nvidia.com/gpu=1} (docker run, --device). NVIDIA's are numbered as the node counts them, which is how SLURM
 * names what it granted; of any other name nobody can tell which one it is.
 */
final class CdiGpus {

    private static final Pattern NAMED = Pattern.compile("(?s)--device=[^/=]+/[^/=]*gpu=.*");
    private static final Pattern NUMBERED = Pattern.compile("--device=nvidia\\.com/gpu=(all|[0-9]{1,4})");

    /** In the order of what is filled in: which ones, their new numbers, the options as they were asked for. */
    private static final String LINES = """
            # GPUs that are asked for by name: those of them that SLURM granted here, by the numbers of the node
            if ((${#granted[@]} > 0)) || knows_gpus; then
              ((${#granted[@]} > 0)) || stop "SLURM granted no GPU of $(uname -n): ask for some, as by --gres=gpu:1"
              IFS=, read -r -a granted <<<"${SLURM_STEP_GPUS:-${SLURM_JOB_GPUS:-$grant}}"
              [[ "${granted[*]}" != *[!0-9\\ ]* ]] || \
                stop "which GPUs of $(uname -n) are this job's is not known by number"
            %s  for gpu in "${gpus[@]}"; do
                [[ " ${granted[*]} " == *" $gpu "* ]] || stop "GPU $gpu of $(uname -n) is not this job's"
                run+=("--device=nvidia.com/gpu=$gpu")
              done
              chosen=$(IFS=,; echo "${gpus[*]}")
              run+=(--env NVIDIA_VISIBLE_DEVICES=void) # an engine that shows some unasked adds none
            %selse
              run+=(%s)
            fi
            """;

    private CdiGpus() {}

    static boolean isOne(String option) {
        return NAMED.matcher(option).matches();
    }

    /**
     * Lines of bash, after those that set {@code granted} and {@code grant}, that add to {@code run}.
     *
     * @param options of docker, each of which is one
     * @param counted lines that tell the container how it counts {@code chosen}
     */
    static String lines(List<String> options, String counted) {
        List<String> names = options.stream()
                .map(NUMBERED::matcher)
                .filter(Matcher::matches)
                .map(named -> named.group(1))
                .distinct()
                .toList();
        String which = names.contains("all") ? "\"${granted[@]}\"" : Shell.joinForBash(names);
        String unclear = options.stream()
                .filter(option -> !NUMBERED.matcher(option).matches())
                .map(option ->
                        "  stop \"whether that GPU is this job's is not known:\" " + Shell.quoteForBash(option) + "\n")
                .limit(1)
                .collect(Collectors.joining());
        return LINES.formatted(unclear + "  gpus=(" + which + ")\n", counted, Shell.joinForBash(options));
    }
}
