package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.text.RawText;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Options of a container beside its mounts, its run mode and its command.
 *
 * @param environment {@code NAME=VALUE}; later ones win, also over what a run mode sets
 * @param sharedMemory size of /dev/shm in Docker's notation, such as 2g; empty for Docker's own 64 MB
 * @param ulimits such as memlock=-1, which InfiniBand needs
 * @param arguments further words for docker run, as they are
 * @param site options of the site's own script, such as -no-add-wd of dockerrun; for no other run mode
 */
public record ContainerOptions(
        List<String> environment,
        String sharedMemory,
        List<String> ulimits,
        List<String> arguments,
        List<String> site) {

    public static final ContainerOptions NONE = new ContainerOptions(List.of(), "", List.of(), List.of());

    private static final String PUBLISH = "--publish=";
    /**
     * An address, a port or a range of the host, then that of the container, and its protocol (docker run --publish);
     * all but the container's may be absent.
     */
    private static final String PORTS =
            "((\\[[0-9a-fA-F:]+]|[0-9.]+):)?((\\d+(-\\d+)?)?:)?\\d+(-\\d+)?(/(tcp|udp|sctp))?";

    /** Without options of the site's script. */
    public ContainerOptions(
            List<String> environment, String sharedMemory, List<String> ulimits, List<String> arguments) {
        this(environment, sharedMemory, ulimits, arguments, List.of());
    }

    public ContainerOptions {
        environment = environment == null ? List.of() : List.copyOf(environment);
        sharedMemory = sharedMemory == null ? "" : sharedMemory;
        ulimits = ulimits == null ? List.of() : List.copyOf(ulimits);
        arguments = arguments == null ? List.of() : List.copyOf(arguments);
        site = site == null ? List.of() : List.copyOf(site);
    }

    public ContainerOptions withSite(List<String> words) {
        return new ContainerOptions(environment, sharedMemory, ulimits, arguments, words);
    }

    /** @throws Trouble where docker would not take one for what it is meant to be */
    public ContainerOptions checked() throws Trouble {
        for (String variable : environment) {
            if (!variable.matches("(?s)[^=\\s][^=\\n]*=.*") || variable.indexOf('\0') >= 0) {
                throw new Trouble(TroubleKind.BAD_VARIABLE, variable);
            }
        }
        if (!sharedMemory.matches("(\\d+(\\.\\d+)? ?([kKmMgGtT]?[iI]?[bB]?))?")) {
            throw new Trouble(TroubleKind.BAD_ARGUMENT, "--shm-size", sharedMemory);
        }
        for (String limit : ulimits) {
            if (!limit.matches("[a-z]+=-?\\d+(:-?\\d+)?")) {
                throw new Trouble(TroubleKind.BAD_ARGUMENT, "--ulimit", limit);
            }
        }
        for (String word : arguments) {
            if (word.startsWith(PUBLISH) && !word.substring(PUBLISH.length()).matches(PORTS)) {
                throw new Trouble(TroubleKind.BAD_ARGUMENT, "--publish", word.substring(PUBLISH.length()));
            }
        }
        for (String word : site) {
            if (!word.matches("-[a-z-]+")) {
                throw new Trouble(TroubleKind.BAD_ARGUMENT, "--site-arg", word);
            }
        }
        return this;
    }

    /** As words for docker run, without variables that hold what is not UTF-8, which Docker cannot carry. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        for (String variable : environment) {
            if (!RawText.isRaw(variable)) {
                words.addAll(List.of("--env", variable));
            }
        }
        if (!sharedMemory.isEmpty()) {
            words.add("--shm-size=" + sharedMemory);
        }
        ulimits.forEach(limit -> words.add("--ulimit=" + limit));
        words.addAll(arguments);
        return words;
    }
}
