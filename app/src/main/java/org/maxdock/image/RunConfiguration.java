package org.maxdock.image;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a container of an image does unless told otherwise: the part of an identity beside the layers. */
public record RunConfiguration(List<String> entrypoint, List<String> command, List<String> environment, String user,
                               String workingDirectory, List<String> ports, List<String> volumes, List<String> healthcheck,
                               Map<String, String> labels) {

    public RunConfiguration {
        entrypoint = entrypoint == null ? List.of() : List.copyOf(entrypoint);
        command = command == null ? List.of() : List.copyOf(command);
        environment = environment == null ? List.of() : List.copyOf(environment);
        user = user == null ? "" : user;
        workingDirectory = workingDirectory == null ? "" : workingDirectory;
        ports = ports == null ? List.of() : List.copyOf(ports);
        volumes = volumes == null ? List.of() : List.copyOf(volumes);
        healthcheck = healthcheck == null ? List.of() : List.copyOf(healthcheck);
        labels = java.util.Collections.unmodifiableMap(labels == null ? new TreeMap<>() : new TreeMap<>(labels));
    }
}
