package org.maxdock.paste;

import java.util.ArrayList;
import java.util.List;

/**
 * What a pasted line says beside its mappings.
 *
 * @param program docker, dockerrun or dockercluster; empty where options stand alone, or where it was no line
 * @param options in their order
 * @param image empty for none
 * @param command the words after the image, which dockercluster has none of
 * @param site options of the site's own script, each with its value
 * @param unresolved what a shell would have put something for that is not known here, such as {@code $DATA}
 * @param left what no launch has a place for: what stands ahead of the options, such as another host; keys of compose
 */
public record PastedRest(
        String program,
        List<Option> options,
        String image,
        List<String> command,
        List<String> site,
        List<String> unresolved,
        List<NotTaken> left) {

    public static final PastedRest NONE = new PastedRest("", List.of(), "", List.of(), List.of(), List.of(), List.of());

    /**
     * An option of docker run.
     *
     * @param name without its dashes; a single letter for a short one
     * @param value empty for a switch that is on
     */
    public record Option(String name, String value) {}

    public PastedRest {
        options = List.copyOf(options);
        command = List.copyOf(command);
        site = List.copyOf(site);
        unresolved = List.copyOf(unresolved);
        left = List.copyOf(left);
    }

    /** Options that the engine only takes in the host's user namespace, which they do not ask for. */
    List<String> hostOnly() {
        boolean host = program.equals("dockerrun")
                || options.stream()
                        .anyMatch(o -> o.name().equals("userns") && o.value().equals("host"));
        return host
                ? List.of()
                : options.stream()
                        .filter(PastedRest::isHostOnly)
                        .map(o -> "--" + o.name() + (o.value().isEmpty() ? "" : "=" + o.value()))
                        .toList();
    }

    private static boolean isHostOnly(Option option) {
        return switch (option.name()) {
            case "privileged" -> !option.value().equals("false");
            case "net", "network", "pid" -> option.value().equals("host");
            default -> false;
        };
    }

    PastedRest with(List<Option> more) {
        List<Option> all = new ArrayList<>(options);
        all.addAll(more);
        return new PastedRest(program, all, image, command, site, unresolved, left);
    }

    PastedRest with(NotTaken more) {
        List<NotTaken> all = new ArrayList<>(left);
        all.add(more);
        return new PastedRest(program, options, image, command, site, unresolved, all);
    }
}
