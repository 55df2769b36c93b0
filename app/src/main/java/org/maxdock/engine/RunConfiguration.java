package org.maxdock.engine;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a container of an image does unless told otherwise: the part of an identity beside the layers. It is all that
 * the engine takes over from an image into a container, and what builds upon it take over.
 *
 * @param healthTimes interval, timeout, start period in nanoseconds, and retries; empty where there is no health check
 * @param shell for commands given as text; empty for Docker's own
 */
public record RunConfiguration(
        List<String> entrypoint,
        List<String> command,
        List<String> environment,
        String user,
        String workingDirectory,
        List<String> ports,
        List<String> volumes,
        List<String> healthcheck,
        Map<String, String> labels,
        List<Long> healthTimes,
        List<String> onBuild,
        List<String> shell,
        String stopSignal) {

    public static final RunConfiguration NONE =
            new RunConfiguration(null, null, null, null, null, null, null, null, null, null, null, null, null);

    public RunConfiguration {
        entrypoint = list(entrypoint);
        command = list(command);
        environment = list(environment);
        user = text(user);
        workingDirectory = text(workingDirectory);
        ports = list(ports);
        volumes = list(volumes);
        healthcheck = list(healthcheck);
        labels = Collections.unmodifiableMap(labels == null ? new TreeMap<>() : new TreeMap<>(labels));
        healthTimes = list(healthTimes);
        onBuild = list(onBuild);
        shell = list(shell);
        stopSignal = text(stopSignal);
    }

    private static <T> List<T> list(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
