package org.maxdock.image.dockerfile;

import com.google.re2j.Pattern;
import java.util.stream.Collectors;

/**
 * An instruction of a Dockerfile.
 *
 * @param line its first line, from 1
 * @param lastLine its last one
 * @param keyword in capitals: FROM, RUN, …
 * @param rest what follows it, lines joined by a blank
 * @param documents the lines of its here-documents, where it is RUN
 */
public record Instruction(int line, int lastLine, String keyword, String rest, String documents) {

    /** {@code RUN <<EOF}, or a shell that reads it; to all else it is data. */
    private static final Pattern SCRIPT =
            Pattern.compile("(?:--\\S+\\s+)*(?:(?:\\S*/)?(?:ba|da|a|z|k)?sh(?:\\s+-\\S+)*\\s+)?0?<<-?[^\\s<]+\\s*");

    /** What a first line names for its reader; without one it is a shell. */
    private static final Pattern SHELL = Pattern.compile("(?:[^#]|#[^!]|#!.*\\b(?:ba|da|a|z|k)?sh\\b)(?s:.*)");

    private static final Pattern CONTINUED = Pattern.compile("\\\\\\n\\s*");

    /** One without here-documents. */
    public Instruction(int line, int lastLine, String keyword, String rest) {
        this(line, lastLine, keyword, rest, "");
    }

    public LineRange lines() {
        return new LineRange(line, lastLine);
    }

    /** What RUN runs, on one line: itself, and the commands of a here-document that is a script. */
    String commands() {
        boolean script =
                SCRIPT.matcher(rest).matches() && SHELL.matcher(documents).matches();
        return script
                ? CONTINUED
                        .matcher(documents)
                        .replaceAll(" ")
                        .lines()
                        .map(String::strip)
                        .filter(each -> !each.isEmpty() && !each.startsWith("#"))
                        .collect(Collectors.joining("; ", rest + "; ", ""))
                : rest;
    }

    String text() {
        return keyword + " " + rest;
    }

    boolean is(String word) {
        return keyword.equals(word);
    }
}
