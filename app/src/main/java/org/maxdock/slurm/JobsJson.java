package org.maxdock.slurm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Jobs as squeue --json tells them (SLURM 21.08 and later). Over the versions numbers became {set, infinite, number}
 * and states became lists, first the state and then what else is so (https://slurm.schedmd.com/job_state_codes.html);
 * each form is read. What has ended is told too, and left out here.
 */
final class JobsJson {

    private static final Set<String> ENDED = Set.of(
            "COMPLETED",
            "CANCELLED",
            "FAILED",
            "TIMEOUT",
            "NODE_FAIL",
            "PREEMPTED",
            "BOOT_FAIL",
            "DEADLINE",
            "OUT_OF_MEMORY",
            "REVOKED");
    private static final Set<String> TOLD_INSTEAD = Set.of(
            "COMPLETING",
            "STAGE_OUT",
            "CONFIGURING",
            "RESIZING",
            "REQUEUED",
            "REQUEUE_FED",
            "REQUEUE_HOLD",
            "SPECIAL_EXIT",
            "STOPPED",
            "SIGNALING");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    private static final String UNLIMITED = "UNLIMITED";
    /** Seconds until the year 9999. */
    private static final long LARGEST = 253_402_300_799L;

    private final Instant now;
    private final ZoneId zone;

    /** @param now and {@code zone}: of SLURM's host, in whose time it speaks */
    JobsJson(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    List<Job> read(String json) throws JsonProcessingException {
        List<Job> jobs = new ArrayList<>();
        for (JsonNode node : new ObjectMapper().readTree(json).path("jobs")) {
            String state = state(node.path("job_state"));
            if (!ENDED.contains(state)) {
                JobId.read(id(node)).ifPresent(id -> jobs.add(job(id, node, state)));
            }
        }
        return jobs;
    }

    private Job job(JobId id, JsonNode node, String state) {
        boolean waits = state.equals("PENDING");
        long start = number(node.path("start_time")).orElse(0);
        Duration used = waits || start == 0 ? Duration.ZERO : Duration.between(Instant.ofEpochSecond(start), now);
        String nodes = text(node, "nodes");
        return new Job(
                id,
                text(node, "name"),
                state,
                text(node, "partition"),
                (int) number(node.path("node_count"))
                        .orElse(NodeNames.expand(nodes).size()),
                waits ? "(" + text(node, "state_reason") + ")" : nodes,
                SlurmTime.show(used),
                limit(node),
                text(node, "comment"),
                text(node, "user_name"),
                left(node, used),
                start == 0 ? "N/A" : SECONDS.format(Instant.ofEpochSecond(start).atZone(zone)),
                number(node.path("priority")).orElse(0));
    }

    private static String limit(JsonNode node) {
        JsonNode limit = node.path("time_limit");
        return infinite(limit)
                ? UNLIMITED
                : number(limit).isPresent()
                        ? SlurmTime.show(Duration.ofMinutes(number(limit).getAsLong()))
                        : "n/a";
    }

    private static String left(JsonNode node, Duration used) {
        String limit = limit(node);
        return SlurmTime.parse(limit)
                .map(l -> SlurmTime.show(l.minus(used).isNegative() ? Duration.ZERO : l.minus(used)))
                .orElse(limit);
    }

    /**
     * As squeue's %i writes it: a task of an array after _, all that still wait in brackets, a part of a heterogeneous
     * job after +.
     */
    private static String id(JsonNode node) {
        long array = number(node.path("array_job_id")).orElse(0);
        long whole = number(node.path("het_job_id")).orElse(0);
        if (array != 0 && number(node.path("array_task_id")).isPresent()) {
            return array + "_" + number(node.path("array_task_id")).getAsLong();
        }
        if (array != 0 && !text(node, "array_task_string").isEmpty()) {
            return array + "_[" + text(node, "array_task_string") + "]";
        }
        return whole != 0
                ? whole + "+" + number(node.path("het_job_offset")).orElse(0)
                : String.valueOf(number(node.path("job_id")).orElse(0));
    }

    /**
     * Of a list the first, unless it holds what squeue's %T says in its place: a job that is RUNNING, COMPLETING is
     * called COMPLETING.
     */
    private static String state(JsonNode state) {
        if (!state.isArray()) {
            return state.asText();
        }
        for (JsonNode flag : state) {
            if (TOLD_INSTEAD.contains(flag.asText())) {
                return flag.asText();
            }
        }
        return state.path(0).asText();
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.asText() : "";
    }

    private static boolean infinite(JsonNode node) {
        return node.path("infinite").asBoolean();
    }

    /** Empty also for what no count or time of SLURM's can be. */
    private static OptionalLong number(JsonNode node) {
        JsonNode number = node.isNumber() ? node : node.path("number");
        boolean told = node.isNumber() || node.path("set").asBoolean() && !infinite(node);
        return told && number.canConvertToLong() && number.asLong() >= 0 && number.asLong() <= LARGEST
                ? OptionalLong.of(number.asLong())
                : OptionalLong.empty();
    }
}
