package org.maxdock.slurm;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Why SLURM did not do what it was asked, as a trouble that says what to do. */
public final class SlurmRefusal {

    private static final int NO_SUCH_COMMAND = 127;
    /** Its commands are there, and no slurm.conf that says of which cluster (slurm.conf(5)). */
    private static final String NO_CLUSTER = "Could not establish a configuration source";

    private static final int MOST_LINES = 5;

    /** The number that a sentence is about, where it names one. */
    private static final String NUMBERED = "(?s).*\\bjob ?id ([0-9][0-9_+\\[\\],-]*)[^0-9].*";

    private static final List<String> FOR_WANT = List.of(
            "Requested node configuration is not available",
            "Required node not available",
            "Requested nodes are busy",
            "Node count specification invalid");

    /** That something was refused is said already, in the user's language. */
    private static final Pattern AHEAD =
            Pattern.compile("\\b(?:sbatch|salloc|srun|scancel|scontrol|squeue): (?:error|fatal): "
                    + "(?:Batch job submission failed: |Job submit/allocate failed: )?(?:Unspecified error$)?");

    private SlurmRefusal() {}

    /** Of a command of SLURM's that failed on a host. */
    public static Trouble of(Output output, String host) {
        if (output.status() == NO_SUCH_COMMAND || output.errors().contains(NO_CLUSTER)) {
            return new Trouble(TroubleKind.NO_SLURM, host);
        }
        List<String> said = output.errors()
                .lines()
                .filter(l -> !l.isBlank() && !l.startsWith("Try \""))
                .map(String::strip)
                .toList();
        return explain(said.isEmpty() ? "" : isGeneral(said.getLast()) ? errors(said) : said.getLast());
    }

    /** Where a site's own rules refuse (job_submit plugins), they say why ahead of it. */
    private static boolean isGeneral(String last) {
        return last.contains("Unspecified error");
    }

    private static String errors(List<String> said) {
        return said.stream()
                .filter(l -> l.contains("error: "))
                .skip(Math.max(
                        0, said.stream().filter(l -> l.contains("error: ")).count() - MOST_LINES))
                .collect(Collectors.joining(" "));
    }

    /**
     * Whether it refuses for want of nodes. Asked when a job would start, SLURM says that of nodes that are down or
     * drained as of those that there will never be; submitted, the first would wait.
     */
    public static boolean isForWantOfNodes(Trouble refusal) {
        return refusal.kind() == TroubleKind.SLURM_REFUSED
                && refusal.arguments().stream()
                        .anyMatch(said -> FOR_WANT.stream().anyMatch(said::contains));
    }

    /** SLURM's own sentence as a trouble, without the names of its commands. */
    public static Trouble explain(String words) {
        String rest = AHEAD.matcher(words).replaceAll("").strip();
        String said = rest.isEmpty() ? words.strip() : rest;
        if (said.contains("Invalid partition") || said.contains("invalid partition")) {
            return new Trouble(TroubleKind.PARTITION_UNKNOWN, said.replaceFirst("^invalid partition specified: ", ""));
        }
        if (said.contains("not permitted to use this partition")
                || said.contains("Invalid account or account/partition")) {
            return new Trouble(TroubleKind.PARTITION_FORBIDDEN, said);
        }
        if (said.contains("Requested time limit is invalid") || said.contains("PartitionTimeLimit")) {
            return new Trouble(TroubleKind.TIME_OVER_LIMIT, said);
        }
        if (said.contains("Invalid job id")) {
            return new Trouble(TroubleKind.NO_SUCH_JOB, said.replaceFirst(NUMBERED, "$1"));
        }
        if (said.contains("Access/permission denied") || said.contains("Invalid user id")) {
            return new Trouble(TroubleKind.SLURM_NOT_ALLOWED, said);
        }
        if (said.contains("Unable to contact slurm controller") || said.contains("Connection refused")) {
            return new Trouble(TroubleKind.SLURM_SILENT, said);
        }
        return new Trouble(TroubleKind.SLURM_REFUSED, said);
    }
}
