package org.maxdock.engine;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a container uses at a moment, reckoned as `docker stats` does.
 *
 * @param cpu of one core, in percent: two busy cores are 200
 * @param memory in bytes, without the cache of files
 * @param memoryLimit in bytes
 * @param processes and threads
 */
public record ContainerUsage(double cpu, long memory, long memoryLimit, long processes) {

    static ContainerUsage of(JsonNode stats) {
        JsonNode now = stats.path("cpu_stats");
        JsonNode before = stats.path("precpu_stats");
        double used = now.path("cpu_usage").path("total_usage").asDouble()
                - before.path("cpu_usage").path("total_usage").asDouble();
        double system = now.path("system_cpu_usage").asDouble()
                - before.path("system_cpu_usage").asDouble();
        JsonNode memory = stats.path("memory_stats");
        JsonNode detail = memory.path("stats");
        long cache = detail.path("inactive_file")
                .asLong(detail.path("total_inactive_file").asLong());
        return new ContainerUsage(
                system > 0 && used > 0 ? used / system * now.path("online_cpus").asInt(1) * 100 : 0,
                Math.max(0, memory.path("usage").asLong() - cache),
                memory.path("limit").asLong(),
                stats.path("pids_stats").path("current").asLong());
    }
}
