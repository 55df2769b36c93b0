package org.maxdock.launch;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maxdock.host.shell.Shell;
import org.maxdock.mount.Mapping;

/**
 * The folders that a launch maps, which its script names in one place, at its head, where they may be edited. One whose
 * name docker wants in quotes (RFC 4180: a comma, a quote, a line break) is no word to edit, and stays with its
 * mapping.
 *
 * @param plain those that stand there, each once
 * @param odd the others
 */
record ScriptFolders(List<String> plain, List<String> odd) {

    private static final String SOURCE = "type=bind,src=";

    ScriptFolders {
        plain = List.copyOf(plain);
        odd = List.copyOf(odd);
    }

    static ScriptFolders of(Launch launch) {
        List<String> hosts =
                launch.mounts().stream().map(Mapping::host).distinct().toList();
        return new ScriptFolders(
                hosts.stream().filter(ScriptFolders::isPlain).toList(),
                hosts.stream().filter(host -> !isPlain(host)).toList());
    }

    private static boolean isPlain(String host) {
        return host.matches("[^,\"\\n\\r]*");
    }

    /** Lines of bash that name them; none where there are none. */
    String block() {
        return plain.isEmpty()
                ? ""
                : plain.stream()
                        .map(host -> "  " + Shell.quoteForBash(host) + "\n")
                        .collect(Collectors.joining("", "folders=(\n", ")\n"));
    }

    /** What a process on another node is told them by, as bash in double quotes; nothing where there are none. */
    String declared() {
        return plain.isEmpty() ? "" : "declare -p folders; ";
    }

    /** One as a word of bash. */
    String word(String host) {
        return isPlain(host) ? "\"${folders[" + plain.indexOf(host) + "]}\"" : Shell.quoteForBash(host);
    }

    /** All as words of bash. */
    String words() {
        return Stream.concat(
                        plain.isEmpty() ? Stream.empty() : Stream.of("\"${folders[@]}\""),
                        odd.stream().map(Shell::quoteForBash))
                .collect(Collectors.joining(" "));
    }

    /** What docker run --mount takes, as a word of bash. */
    String mount(Mapping mapping) {
        return isPlain(mapping.host())
                ? SOURCE
                        + word(mapping.host())
                        + Shell.quoteForBash(mapping.mount()
                                .substring(SOURCE.length() + mapping.host().length()))
                : Shell.quoteForBash(mapping.mount());
    }
}
