package org.maxdock.image;

import java.nio.file.Path;
import java.util.Map;

/**
 * A build.
 *
 * @param folder     the context, on this machine
 * @param dockerfile path of the Dockerfile, relative to the folder
 */
public record BuildRequest(Path folder, String dockerfile, String tag, Map<String, String> arguments, boolean noCache) {

    public BuildRequest {
        arguments = Map.copyOf(arguments);
    }
}
