package org.maxdock.engine;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maxdock.text.Valid;

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

    private static final int MOST = 100_000;

    public static final RunConfiguration NONE =
            new RunConfiguration(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** @throws org.maxdock.text.InvalidValue where a list has a hole, or is far longer than any engine takes */
    public RunConfiguration {
        entrypoint = Valid.list("entrypoint", entrypoint, MOST);
        command = Valid.list("cmd", command, MOST);
        environment = Valid.list("env", environment, MOST);
        user = text(user);
        workingDirectory = text(workingDirectory);
        ports = Valid.list("ports", ports, MOST);
        volumes = Valid.list("volumes", volumes, MOST);
        healthcheck = Valid.list("healthcheck", healthcheck, MOST);
        labels = labels == null ? Map.of() : labels;
        labels.forEach((name, value) -> Valid.present("labels", name == null ? null : value));
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        healthTimes = Valid.list("healthcheck times", healthTimes, MOST);
        onBuild = Valid.list("onbuild", onBuild, MOST);
        shell = Valid.list("shell", shell, MOST);
        stopSignal = text(stopSignal);
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
