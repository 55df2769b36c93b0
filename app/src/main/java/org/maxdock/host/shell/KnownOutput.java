package org.maxdock.host.shell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What some commands print in the place of a substitution, as far as that is known without running them. */
final class KnownOutput {

    private static final Pattern ABSOLUTE =
            Pattern.compile("(?:\\$\\(|`) *(?:realpath|readlink -f) +([\"']?)([\\w./-]*[\\w./])\\1 *(?:\\)|`)");

    private KnownOutput() {}

    /**
     * Null where it is not known.
     *
     * @param substitution as it stands, with what it is enclosed by
     */
    static String of(String substitution, ShellVariables variables) {
        return switch (substitution) {
            case "$(pwd)", "`pwd`", "$(pwd -P)", "$(pwd -L)", "$(pwd -W)" -> variables.value("PWD");
            case "$(whoami)", "`whoami`", "$(id -un)", "`id -un`" -> variables.value("USER");
            default -> absolute(substitution, variables.value("PWD"));
        };
    }

    /** What realpath(1) and readlink(1) say of a path that is written out, but for links on its way. */
    private static String absolute(String substitution, String here) {
        Matcher path = ABSOLUTE.matcher(substitution);
        if (!path.matches()) {
            return null;
        }
        boolean whole = path.group(2).startsWith("/");
        return whole || here != null ? PathText.clean(whole ? path.group(2) : here + "/" + path.group(2)) : null;
    }
}
