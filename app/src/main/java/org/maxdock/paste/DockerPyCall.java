package org.maxdock.paste;

import java.util.Map;
import java.util.Set;
import org.maxdock.host.shell.Shell;

/**
 * What docker-py is asked to run, as a line of a shell: each of its arguments by the option that says the same; one
 * that has none stays under its own name, and is told as not taken.
 */
final class DockerPyCall {

    private static final Set<String> SWITCHES =
            Set.of("remove", "auto_remove", "tty", "stdin_open", "detach", "privileged", "init", "read_only");

    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("remove", "rm"),
            Map.entry("auto_remove", "rm"),
            Map.entry("stdin_open", "interactive"),
            Map.entry("working_dir", "workdir"),
            Map.entry("network_mode", "network"),
            Map.entry("ipc_mode", "ipc"),
            Map.entry("pid_mode", "pid"),
            Map.entry("userns_mode", "userns"),
            Map.entry("mem_limit", "memory"),
            Map.entry("group_add", "group-add"),
            Map.entry("environment", "env"),
            Map.entry("volumes", "volume"),
            Map.entry("devices", "device"),
            Map.entry("labels", "label"));

    private final SourceWords source;
    private final StringBuilder options = new StringBuilder();
    private String image = "";
    private String command = "";

    /** @param source behind the bracket that opens */
    DockerPyCall(SourceWords source) {
        this.source = source;
    }

    String line() {
        for (int place = 0; !source.isAtEnd(); place++) {
            String name = source.keyword();
            if (name.equals("image") || name.isEmpty() && place == 0) {
                image = source.word();
            } else if (name.equals("command") || name.isEmpty() && place == 1) {
                command = command();
            } else {
                argument(name);
            }
        }
        return ("docker run" + options + " " + image + " " + command).strip();
    }

    /** A string is split as a shell splits it. */
    private String command() {
        if (source.takes('[')) {
            StringBuilder words = new StringBuilder();
            while (!source.isAtEnd()) {
                words.append(words.isEmpty() ? "" : " ").append(source.word());
            }
            source.takes(']');
            return words.toString();
        }
        return source.isString() ? source.text() : source.word();
    }

    private void argument(String name) {
        String option = OPTIONS.getOrDefault(name, name.replace('_', '-'));
        if (SWITCHES.contains(name)) {
            if (source.source().equals("True")) {
                options.append(" --").append(option);
            }
        } else if (source.takes('{')) {
            while (!source.isAtEnd()) {
                pair(option);
            }
            source.takes('}');
        } else if (source.takes('[')) {
            while (!source.isAtEnd()) {
                add(option, source.isString() ? source.word() : Shell.quote(source.source()));
            }
            source.takes(']');
        } else {
            add(option, source.isString() || OPTIONS.containsKey(name) ? source.word() : value());
        }
    }

    /** A number is itself. */
    private String value() {
        String it = source.source();
        return it.matches("[0-9.]+") ? it : "\"" + SourceExpression.inShell(it) + "\"";
    }

    /** A variable and its value, or what is mapped and where to. */
    private void pair(String option) {
        String key = source.key();
        if (!source.takes('{')) {
            add(option, key + (option.equals("volume") ? ":" : "=") + (source.isString() ? source.word() : value()));
            return;
        }
        String to = "";
        String mode = "";
        while (!source.isAtEnd()) {
            switch (source.key()) {
                case "bind" -> to = ":" + source.word();
                case "mode" -> mode = ":" + source.word();
                default -> add(option, Shell.quote(source.source()));
            }
        }
        source.takes('}');
        add(option, key + to + mode);
    }

    private void add(String option, String word) {
        options.append(" --").append(option).append(' ').append(word);
    }
}
