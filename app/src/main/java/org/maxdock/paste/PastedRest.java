package org.maxdock.paste;

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
 * @param ahead what stands before the options and changes what they do: another host, a job, variables
 */
public record PastedRest(
        String program,
        List<Option> options,
        String image,
        List<String> command,
        List<String> site,
        List<String> unresolved,
        List<String> ahead) {

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
        ahead = List.copyOf(ahead);
    }
}
