package org.maxdock.image.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list of texts as JSON has it. What only looks like one, with single quotes or a comma too many, docker takes for a
 * line of a shell (docs.docker.com/reference/dockerfile, Shell and exec form).
 */
final class JsonForm {

    private static final Pattern TEXT =
            Pattern.compile("\"((?:[^\"\\\\\\p{Cntrl}]|\\\\(?:[\"\\\\/bfnrt]|u[0-9A-Fa-f]{4}))*+)\"");
    private static final Pattern LIST =
            Pattern.compile("\\s*\\[\\s*(?:" + TEXT.pattern() + "\\s*(?:,\\s*" + TEXT.pattern() + "\\s*)*+)?\\]\\s*");

    private JsonForm() {}

    /** Its texts, with what is escaped in them as it stands; empty where it is none. */
    static Optional<List<String>> read(String text) {
        if (!LIST.matcher(text).matches()) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>();
        for (Matcher one = TEXT.matcher(text); one.find(); ) {
            all.add(one.group(1));
        }
        return Optional.of(all);
    }
}
