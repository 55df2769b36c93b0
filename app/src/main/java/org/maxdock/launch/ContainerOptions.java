package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.text.Trouble;

/**
 * Options of a container beside its mounts, its run mode and its command.
 *
 * @param environment  {@code NAME=VALUE}; later ones win, also over what a run mode sets
 * @param sharedMemory size of /dev/shm in Docker's notation, such as 2g; empty for Docker's own 64 MB
 * @param ulimits      such as memlock=-1, which InfiniBand needs
 * @param arguments    further words for docker run, as they are
 */
public record ContainerOptions(List<String> environment, String sharedMemory, List<String> ulimits, List<String> arguments) {

    public static final ContainerOptions NONE = new ContainerOptions(List.of(), "", List.of(), List.of());

    public ContainerOptions {
        environment = environment == null ? List.of() : List.copyOf(environment);
        sharedMemory = sharedMemory == null ? "" : sharedMemory;
        ulimits = ulimits == null ? List.of() : List.copyOf(ulimits);
        arguments = arguments == null ? List.of() : List.copyOf(arguments);
    }

    /** @throws Trouble where docker would not take one for what it is meant to be */
    public ContainerOptions checked() throws Trouble {
        for (String variable : environment) {
            if (!variable.matches("(?s)[^=\\s][^=\\n]*=.*") || variable.indexOf('\0') >= 0) {
                throw new Trouble("bad-variable", variable);
            }
        }
        if (!sharedMemory.matches("(\\d+(\\.\\d+)? ?([kKmMgGtT]?[iI]?[bB]?))?")) {
            throw new Trouble("bad-argument", "--shm-size", sharedMemory);
        }
        for (String limit : ulimits) {
            if (!limit.matches("[a-z]+=-?\\d+(:-?\\d+)?")) {
                throw new Trouble("bad-argument", "--ulimit", limit);
            }
        }
        return this;
    }

    /** As words for docker run. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        for (String variable : environment) {
            words.addAll(List.of("--env", variable));
        }
        if (!sharedMemory.isEmpty()) {
            words.add("--shm-size=" + sharedMemory);
        }
        ulimits.forEach(limit -> words.add("--ulimit=" + limit));
        words.addAll(arguments);
        return words;
    }
}
