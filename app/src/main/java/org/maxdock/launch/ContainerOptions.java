package org.maxdock.launch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.RawText;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/**
 * Options of a container beside its mounts, its run mode and its command.
 *
 * @param environment {@code NAME=VALUE}, or {@code NAME} for the value that it has in the job, if it has one there
 *     (docker run, --env); later ones win, also over what a run mode sets
 * @param sharedMemory size of /dev/shm in Docker's notation, such as 2g; empty for Docker's own 64 MB
 * @param ulimits such as memlock=-1, which InfiniBand needs
 * @param arguments further options of docker run, each in one word ({@link DockerWords})
 * @param site options of the site's own script, such as -no-add-wd of dockerrun; for no other run mode
 */
public record ContainerOptions(
        List<String> environment,
        String sharedMemory,
        List<String> ulimits,
        List<String> arguments,
        List<String> site) {

    private static final int MOST = 500;
    private static final String PUBLISH = "--publish=";
    /** A variable's name is whatever stands before the first =; Docker takes any that is not empty and in one line. */
    private static final Pattern VARIABLE = Pattern.compile("(?s)[^=\\s][^=\n]*+=.*|[A-Za-z_][A-Za-z0-9_]*");

    private static final Pattern SIZE =
            Pattern.compile("(?:[0-9]{1,12}(?:\\.[0-9]{1,6})? ?(?:[kKmMgGtT]?[iI]?[bB]?))?");
    private static final Pattern LIMIT = Pattern.compile("[a-z]{1,20}=-?[0-9]{1,19}(?::-?[0-9]{1,19})?");
    /** Name and port (-n, -p) are the launch's own. */
    private static final Pattern SITES = Pattern.compile("-(?:[a-z][a-z-]{1,60}|[a-moq-z])");
    /**
     * An address, a port or a range of the host, then that of the container, and its protocol (docker run --publish);
     * all but the container's may be absent.
     */
    private static final Pattern PORTS =
            Pattern.compile("(?:(?:\\[[0-9a-fA-F:]{2,45}]|[0-9.]{1,15}):)?(?:(?:[0-9]{1,5}(?:-[0-9]{1,5})?)?:)?"
                    + "[0-9]{1,5}(?:-[0-9]{1,5})?(?:/(?:tcp|udp|sctp))?");

    public static final ContainerOptions NONE = new ContainerOptions(List.of(), "", List.of(), List.of());

    /** @throws InvalidValue where docker, or the site's script, would not take one for what it is meant to be */
    public ContainerOptions {
        environment = Valid.list("--env", environment, MOST);
        environment.forEach(ContainerOptions::checkVariable);
        sharedMemory = Valid.matching("--shm-size", sharedMemory, SIZE, Valid.LONG);
        ulimits = Valid.list("--ulimit", ulimits, MOST);
        ulimits.forEach(limit -> Valid.matching("--ulimit", limit, LIMIT, Valid.LONG));
        arguments = Valid.list("--docker-arg", arguments, MOST);
        arguments.forEach(word -> Valid.text("--docker-arg", word, Valid.LONG));
        arguments = List.copyOf(DockerWords.joined(arguments));
        arguments.stream()
                .filter(word -> word.startsWith(PUBLISH))
                .forEach(word -> Valid.matching("--publish", word.substring(PUBLISH.length()), PORTS, Valid.LONG));
        arguments.stream().filter(GpuRequest::isOne).forEach(GpuRequest::of);
        site = Valid.list("--site-arg", site, MOST);
        site.forEach(word -> Valid.matching("--site-arg", word, SITES, Valid.LONG));
    }

    /** Without options of the site's script. */
    public ContainerOptions(
            List<String> environment, String sharedMemory, List<String> ulimits, List<String> arguments) {
        this(environment, sharedMemory, ulimits, arguments, List.of());
    }

    private static void checkVariable(String variable) {
        Valid.text("--env", variable, Valid.LONG);
        if (!VARIABLE.matcher(variable).matches()) {
            throw new InvalidValue(TroubleKind.BAD_VARIABLE, Valid.shown(variable));
        }
    }

    /**
     * That the launch script could pass each variable on: one that it has itself has another value by then. What was
     * kept before may name one, and can be read all the same.
     *
     * @throws InvalidValue where it could not
     */
    public ContainerOptions passedOn() {
        environment.stream()
                .filter(ScriptNames::isOwn)
                .findFirst()
                .ifPresent(
                        name -> { // with a value it is none
                            throw new InvalidValue(TroubleKind.SCRIPTS_VARIABLE, name);
                        });
        return this;
    }

    /**
     * That docker run stays with the launch for as long as its container runs, and leaves nothing. What was kept before
     * may say otherwise, and can be read all the same.
     *
     * @throws InvalidValue where an option is for another end
     */
    public ContainerOptions attended() {
        arguments.stream().filter(DockerWords::isUnattended).findFirst().ifPresent(option -> {
            throw new InvalidValue(TroubleKind.DOCKER_OPTION_LEAVES, Valid.shown(option));
        });
        return this;
    }

    public ContainerOptions withSite(List<String> words) {
        return new ContainerOptions(environment, sharedMemory, ulimits, arguments, words);
    }

    /** All variables, in the order in which Docker takes them: also those that an option of docker run sets. */
    Stream<String> variables() {
        return Stream.concat(environment.stream(), arguments.stream().flatMap(ContainerOptions::variable));
    }

    /** Whether the user sets a variable, which then wins over what a launch would tell its container by that name. */
    boolean sets(String name) {
        return variables().anyMatch(variable -> variable.split("=", 2)[0].equals(name));
    }

    private static Stream<String> variable(String option) {
        String own = DockerWords.withoutSwitches(option);
        return own.startsWith("--env=")
                ? Stream.of(own.substring("--env=".length()))
                : own.startsWith("-e") ? Stream.of(own.substring(2).replaceFirst("^=", "")) : Stream.empty();
    }

    /**
     * Variables that docker is given by a file, in their order, each name once; without those that hold what is not
     * UTF-8, which Docker cannot carry.
     */
    List<String> given() {
        LinkedHashMap<String, String> last = new LinkedHashMap<>();
        Stream.concat(environment.stream(), arguments.stream().flatMap(ContainerOptions::givenBy))
                .filter(variable -> !RawText.isRaw(variable))
                .forEach(variable -> last.putLast(variable.split("=", 2)[0], variable));
        return List.copyOf(last.values());
    }

    /** What an option of docker run says of a variable, where that can be in a file as well. */
    private static Stream<String> givenBy(String option) {
        return variable(option)
                .filter(v -> v.contains("=") && VARIABLE.matcher(v).matches() && !RawText.isRaw(v));
    }

    /** An option without what it says of a variable: nothing, or the switches ahead of that. */
    private static Stream<String> withoutVariable(String option) {
        if (givenBy(option).findAny().isEmpty()) {
            return Stream.of(option);
        }
        int switches = option.length() - DockerWords.withoutSwitches(option).length();
        return switches == 0 ? Stream.empty() : Stream.of(option.substring(0, switches + 1));
    }

    /** As words for docker run, without variables. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (!sharedMemory.isEmpty()) {
            words.add("--shm-size=" + sharedMemory);
        }
        ulimits.forEach(limit -> words.add("--ulimit=" + limit));
        arguments.stream().flatMap(ContainerOptions::withoutVariable).forEach(words::add);
        return words;
    }
}
