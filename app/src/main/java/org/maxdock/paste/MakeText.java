package org.maxdock.paste;

import java.util.List;
import java.util.regex.Pattern;

/** Lines of a Makefile as its shell gets them (GNU make, 4.3, 6.1, 8.14). */
final class MakeText {

    /** What only make has. */
    private static final Pattern ONLY = Pattern.compile("\\$\\((?:shell |CURDIR\\))|\\$\\{CURDIR\\}|^\\w+\\s*[:?]=");

    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\$|\\$\\(shell ([^()\\n]*+)\\)|\\$[({](CURDIR)[)}]|\\$\\(([A-Z_][A-Z0-9_]*+)\\)");
    private static final Pattern SETS = Pattern.compile("^(\\w+)\\s*[:?]?=\\s*+(\\S[^'\"\\n]*)$");

    private MakeText() {}

    /** Whether a line of these is make's. */
    static boolean is(List<String> lines) {
        return lines.stream().anyMatch(line -> ONLY.matcher(line).find());
    }

    /** Make itself reads one dollar sign of two, and has its own brackets. */
    static String forShell(String line) {
        String set = SETS.matcher(line).replaceFirst("$1=\"$2\"");
        return REFERENCE.matcher(set).replaceAll(found -> {
            if (found.group(1) != null) {
                return "\\$(" + java.util.regex.Matcher.quoteReplacement(found.group(1)) + ")";
            }
            String name = found.group(2) != null ? "PWD" : found.group(3);
            return name == null ? "\\$" : "\\${" + name + "}";
        });
    }
}
