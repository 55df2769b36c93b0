package org.maxdock.slurm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/** What a job used and was granted, as scontrol tells it of one it still knows, and sacct of one that has ended. */
final class UsageFields {

    /** The fields of sacct; the first line is the job's own, and each of the others one of a step's. */
    static final String FORMAT = "JobID,ElapsedRaw,TimelimitRaw,TotalCPU,MaxRSS,AllocTRES,TRESUsageInAve";

    private static final String ONE = "";
    private static final int FIELDS = 7;
    private static final long MEGA = 1L << 20;

    private UsageFields() {}

    /** From the lines of {@code scontrol show job}, which are many where that is an array. */
    static JobUsage ofController(List<Map<String, String>> told, JobId job) {
        List<Map<String, String>> tasks = told.stream()
                .filter(t -> job.text().equals(t.get("ArrayJobId")))
                .toList();
        List<Map<String, String>> begun = tasks.stream().filter(Begun::has).toList();
        return begun.isEmpty()
                ? ofController(told.stream().findFirst().orElse(Map.of()))
                : JobUsage.ofTasks(begun.stream().map(UsageFields::ofController).toList());
    }

    /** From the words of {@code scontrol show job}; memory and processor time it does not know. */
    static JobUsage ofController(Map<String, String> details) {
        String granted = details.getOrDefault("AllocTRES", details.getOrDefault("TRES", ""));
        int nodes = Math.max(1, (int) tres(granted, "node").orElse(1));
        return new JobUsage(
                SlurmTime.parse(details.getOrDefault("RunTime", "")),
                SlurmTime.parse(details.getOrDefault("TimeLimit", "")),
                OptionalLong.empty(),
                share(memory(granted), nodes),
                Optional.empty(),
                tres(granted, "cpu"),
                nodes,
                0,
                gpus(granted, List.of()));
    }

    /** From what sacct --parsable2 wrote of a job with these fields; unknown where it wrote of none. */
    static JobUsage ofAccounts(String text, JobId job) throws Trouble {
        return Untrusted.of(Untrusted.LARGE, TroubleKind.ANSWER_UNREADABLE, "sacct")
                .text(text, t -> ofLines(t, job));
    }

    private static JobUsage ofLines(String text, JobId job) {
        Map<String, List<String[]>> tasks = new LinkedHashMap<>();
        for (String line : text.split("\n")) {
            String[] f = line.strip().split("\\|", -1);
            if (f.length == FIELDS) {
                tasks.computeIfAbsent(task(f[0], job), t -> new ArrayList<>()).add(f);
            }
        }
        if (tasks.isEmpty()) {
            return JobUsage.UNKNOWN;
        }
        if (tasks.containsKey(ONE)) {
            return ofAccounts(tasks.get(ONE));
        }
        List<JobUsage> single = tasks.entrySet().stream()
                .filter(t -> t.getKey().indexOf('[') < 0)
                .map(t -> ofAccounts(t.getValue()))
                .toList();
        return single.isEmpty() ? ofAccounts(tasks.values().iterator().next()) : JobUsage.ofTasks(single);
    }

    /** Of a line that tells of a task of that array, or of a step of it, the task; else it is of the one job. */
    private static String task(String id, JobId job) {
        return id.startsWith(job + "_") ? id.replaceFirst("(?s)\\..*", "") : ONE;
    }

    private static JobUsage ofAccounts(List<String[]> lines) {
        String[] job = lines.getFirst();
        int nodes = Math.max(1, (int) tres(job[5], "node").orElse(1));
        return new JobUsage(
                seconds(job[1]),
                seconds(job[2]).map(s -> s.multipliedBy(60)),
                lines.stream()
                        .mapToLong(f -> SlurmNumber.read(f[4]).orElse(0))
                        .filter(m -> m > 0)
                        .max(),
                share(memory(job[5]), nodes),
                cpuTime(job[3]).filter(t -> !t.isZero()),
                tres(job[5], "cpu"),
                nodes,
                0,
                gpus(job[5], lines.stream().map(f -> f[6]).toList()));
    }

    /** @param used what each step used of what is counted (sacct(1), TRESUsageInAve); of several the busiest counts */
    private static JobUsage.Gpus gpus(String granted, List<String> used) {
        long count = tres(granted, "gres/gpu").orElse(0);
        return new JobUsage.Gpus(
                count,
                count == 0
                        ? OptionalLong.empty()
                        : used.stream()
                                .flatMapToLong(u -> tres(u, "gres/gpuutil").stream())
                                .filter(percent -> percent <= 100)
                                .max());
    }

    private static Optional<Duration> seconds(String text) {
        return text.matches("[0-9]{1,10}") ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : Optional.empty();
    }

    /** Sacct's processor time has fractions of seconds, and minutes come first: 01:02.345 (sacct(1), TotalCPU). */
    static Optional<Duration> cpuTime(String text) {
        return SlurmTime.parse(text.replaceFirst("\\.[0-9]+$", ""));
    }

    private static OptionalLong share(OptionalLong all, int nodes) {
        return all.isEmpty() ? all : OptionalLong.of(all.getAsLong() / nodes);
    }

    private static OptionalLong memory(String granted) {
        for (String one : granted.split(",")) {
            if (one.startsWith("mem=")) {
                String size = one.substring("mem=".length());
                OptionalLong read = SlurmNumber.read(size);
                return read.isPresent() && size.matches("[0-9.]+")
                        ? OptionalLong.of(read.getAsLong() * MEGA)
                        : read; // without a unit it is in MB
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong tres(String granted, String kind) {
        for (String one : granted.split(",")) {
            if (one.startsWith(kind + "=")) {
                return SlurmNumber.count(one.substring(kind.length() + 1));
            }
        }
        return OptionalLong.empty();
    }
}
