package org.maxdock.launch;

import java.util.List;
import org.maxdock.mount.Mapping;

/**
 * What to start: image, mount plan, run mode and resources.
 *
 * @param command          what to run in the container; empty for what the image runs by itself
 * @param workingDirectory inside the container; empty for the image's own
 */
public record Launch(String name, String image, List<Mapping> mounts, RunMode mode, Resources resources, List<String> command,
                     String workingDirectory) {

    public Launch {
        mounts = List.copyOf(mounts);
        command = List.copyOf(command);
    }

    public Launch withMounts(List<Mapping> others) {
        return new Launch(name, image, others, mode, resources, command, workingDirectory);
    }
}
