package org.maxdock.slurm;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.maxdock.text.Message;

/**
 * What a job waits for.
 *
 * @param ahead how many jobs that wait for one of its partitions SLURM thinks more urgent
 */
public record Waiting(Job job, int ahead) {

    /** Reasons that have a sentence of their own (squeue(1), JOB REASON CODES); others are told in SLURM's word. */
    private static final Set<String> KNOWN = Set.of(
            "Resources",
            "Priority",
            "Dependency",
            "DependencyNeverSatisfied",
            "BeginTime",
            "JobHeldUser",
            "JobHeldAdmin",
            "Reservation",
            "Licenses",
            "PartitionTimeLimit",
            "PartitionNodeLimit",
            "PartitionDown",
            "PartitionInactive",
            "ReqNodeNotAvail",
            "NodeDown",
            "NodesAway",
            "BadConstraints",
            "QOSMaxJobsPerUserLimit",
            "AssocMaxJobsLimit",
            "AssocGrpCpuLimit",
            "QOSMaxCpuPerUserLimit",
            "QOSMaxGRESPerUser",
            "JobArrayTaskLimit",
            "Prolog",
            "ReservationDeleted",
            "InvalidAccount",
            "InvalidQOS",
            "QOSNotAllowed",
            "AccountNotAllowed",
            "JobHoldMaxRequeue",
            "Cleaning",
            "SystemFailure",
            "launch failed requeued held",
            "None");

    /** Limits of an account or a quality of service, of which there is one for each kind of resource. */
    private static final Map<String, Pattern> LIMITS = Map.of(
            "limit-group", Pattern.compile("AssocGrp[A-Za-z]{1,60}"),
            "limit-qos", Pattern.compile("QOSGrp[A-Za-z]{1,60}"),
            "limit-job", Pattern.compile("(?:QOS|Assoc)?Max[A-Za-z]{1,50}Per(?:Job|Node)[A-Za-z]{0,20}"),
            "limit-own",
                    Pattern.compile("(?:QOS|Assoc)Max(?!.*Per(?:Job|Node))[A-Za-z]{1,60}"
                            + "|(?:Association|QOS)(?:Job|Resource|Time)Limit"),
            "limit-least", Pattern.compile("(?:QOS|Assoc)Min[A-Za-z]{1,60}"));

    /** SLURM has no word for this one, and goes on with a comma: or reserved for jobs in higher priority partitions. */
    private static final String AWAY = "Nodes required for job are DOWN";

    /** @param others all jobs that wait, or those of its partitions */
    static Waiting among(Job job, List<Job> others) {
        Set<String> mine = partitions(job);
        long ahead = others.stream()
                .filter(j ->
                        j.priority() > job.priority() && partitions(j).stream().anyMatch(mine::contains))
                .count();
        return new Waiting(job, Math.toIntExact(ahead));
    }

    /** A job may wait for several at once (sbatch(1), --partition). */
    private static Set<String> partitions(Job job) {
        return new HashSet<>(Arrays.asList(job.partition().split(",")));
    }

    /** The reason in words: in a sentence of its own, or else as a whole in SLURM's. */
    public Message why() {
        String reason = job.reason().strip();
        String word = reason.startsWith(AWAY)
                ? "NodesAway"
                : reason.replaceFirst("[,(:].*", "").strip();
        if (KNOWN.contains(word)) {
            return Message.of("slurm.reason." + word.replace(' ', '-'), job.partition());
        }
        return LIMITS.entrySet().stream()
                .filter(limit -> limit.getValue().matcher(word).matches())
                .findFirst()
                .map(limit -> Message.of("slurm.reason." + limit.getKey(), reason))
                .orElseGet(() -> Message.of("slurm.reason.other", reason.isEmpty() ? job.state() : reason));
    }

    /** Whether SLURM expects a time. */
    public boolean hasStart() {
        return job.start().matches("\\d{4}-\\d\\d-\\d\\dT.*");
    }
}
