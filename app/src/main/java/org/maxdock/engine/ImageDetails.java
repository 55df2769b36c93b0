package org.maxdock.engine;

import java.util.List;
import java.util.Map;

/** What an engine says an image is made of: the fields of an identity, as the engine names them. */
public record ImageDetails(String id, List<String> repoDigests, List<String> layers, String platform,
                           List<String> entrypoint, List<String> command, List<String> environment, String user,
                           String workingDirectory, List<String> ports, List<String> volumes, List<String> healthcheck,
                           Map<String, String> labels) {
}
