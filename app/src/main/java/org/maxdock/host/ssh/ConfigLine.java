package org.maxdock.host.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * A line of ssh_config(5).
 *
 * @param keyword in lower case
 * @param values the words after it, without quotes and comment; for a command the rest of the line as it is
 */
record ConfigLine(String keyword, List<String> values) {

    private static final Set<String> COMMANDS =
            Set.of("proxycommand", "localcommand", "remotecommand", "knownhostscommand");
    private static final String SPACE = " \t\r\f";

    ConfigLine {
        values = List.copyOf(values);
    }

    /**
     * Nothing for an empty line or a comment.
     *
     * @param where file and line, for the trouble
     */
    static Optional<ConfigLine> parse(String text, String where) throws Trouble {
        String line = text.strip();
        if (line.isEmpty() || line.startsWith("#")) {
            return Optional.empty();
        }
        int end = 0;
        while (end < line.length() && SPACE.indexOf(line.charAt(end)) < 0 && line.charAt(end) != '=') {
            end++;
        }
        String keyword = line.substring(0, end).replaceAll("^\"|\"$", "").toLowerCase(Locale.ROOT);
        String rest = line.substring(end).replaceFirst("^[ \t\r\f]*=?[ \t\r\f]*", "");
        List<String> values = COMMANDS.contains(keyword) ? List.of(rest) : words(rest, where);
        if (keyword.isEmpty() || values.isEmpty() || values.equals(List.of(""))) {
            throw new Trouble(TroubleKind.SSH_CONFIG_BAD, where + ": " + line);
        }
        return Optional.of(new ConfigLine(keyword, values));
    }

    /** Words as OpenSSH splits them: single and double quotes, a backslash before a quote, a backslash or a space. */
    private static List<String> words(String text, String where) throws Trouble {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            boolean space = SPACE.indexOf(c) >= 0;
            if (word == null && c == '#') {
                return words;
            }
            if (quote == 0 && space) {
                if (word != null) {
                    words.add(word.toString());
                }
                word = null;
                continue;
            }
            word = word == null ? new StringBuilder() : word;
            if (c == '\\' && (next == '"' || next == '\'' || next == '\\' || quote == 0 && next == ' ')) {
                word.append(next);
                i++;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else {
                word.append(c);
            }
        }
        if (quote != 0) {
            throw new Trouble(TroubleKind.SSH_CONFIG_BAD, where + ": " + text);
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }
}
