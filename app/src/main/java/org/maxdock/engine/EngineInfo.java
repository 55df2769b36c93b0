package org.maxdock.engine;

import java.util.List;

/**
 * What an engine says of itself.
 *
 * @param userNamespaces whether containers are isolated by user namespaces unless told otherwise
 * @param containerdStore whether image IDs are manifest digests (the containerd store) and not config digests
 * @param authorization names of the plugins that are asked before each request
 */
public record EngineInfo(
        String version,
        boolean userNamespaces,
        boolean containerdStore,
        int images,
        String platform,
        List<String> authorization) {

    public EngineInfo {
        authorization = List.copyOf(authorization);
    }
}
