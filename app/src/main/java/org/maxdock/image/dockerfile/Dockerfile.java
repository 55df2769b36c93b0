package org.maxdock.image.dockerfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Dockerfiles: lines that go on, comments between them, the escape directive, here-documents
 * (docs.docker.com/reference/dockerfile).
 */
public final class Dockerfile {

    /** Characters that it may have; real ones have some thousand. */
    static final int MOST = 1 << 19;

    /** The instructions that there are. */
    public static final List<String> KEYWORDS = List.of(
            "ADD",
            "ARG",
            "CMD",
            "COPY",
            "ENTRYPOINT",
            "ENV",
            "EXPOSE",
            "FROM",
            "HEALTHCHECK",
            "LABEL",
            "MAINTAINER",
            "ONBUILD",
            "RUN",
            "SHELL",
            "STOPSIGNAL",
            "USER",
            "VOLUME",
            "WORKDIR");

    /** A byte-order mark, also where each of its bytes was taken for a character: Docker passes over it. */
    private static final Pattern MARK = Pattern.compile("^(?:\\x{FEFF}|\\x{EF}\\x{BB}\\x{BF})");

    private static final Pattern ESCAPE = Pattern.compile("(?i)#\\s*escape\\s*=\\s*(\\S)");
    static final Pattern HERE_DOCUMENT = Pattern.compile("(?<=\\s)<<-?([\"']?)([A-Za-z_]\\w*)\\1");

    private final List<Instruction> all = new ArrayList<>();
    private final StringBuilder joined = new StringBuilder();
    private final String escape;
    private int first;
    private String until = "";

    private Dockerfile(String escape) {
        this.escape = escape;
    }

    /** Its instructions in their order; what is none of Docker's is one all the same. */
    public static List<Instruction> read(String text) {
        List<String> lines = MARK.matcher(text).replaceFirst("").lines().toList();
        Matcher directive = ESCAPE.matcher(lines.isEmpty() ? "" : lines.getFirst());
        Dockerfile file = new Dockerfile(directive.matches() ? directive.group(1) : "\\");
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            last.put(lines.get(i).strip(), i);
        }
        for (int i = 0; i < lines.size(); i++) {
            file.line(i + 1, lines.get(i).strip());
            if (last.getOrDefault(file.until, -1) <= i) {
                file.until = ""; // what never ends is none
            }
        }
        file.end(lines.size());
        return List.copyOf(file.all);
    }

    private void line(int number, String line) {
        if (!until.isEmpty()) {
            if (line.equals(until)) {
                until = "";
                Instruction begun = all.removeLast();
                all.add(new Instruction(begun.line(), number, begun.keyword(), begun.rest()));
            }
            return;
        }
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        first = joined.isEmpty() ? number : first;
        boolean goesOn = line.endsWith(escape);
        joined.append(goesOn ? line.substring(0, line.length() - 1) + " " : line);
        if (!goesOn) {
            Matcher here = HERE_DOCUMENT.matcher(joined);
            until = here.find() ? here.group(2) : "";
            end(number);
        }
    }

    private void end(int number) {
        String whole = joined.toString().strip();
        joined.setLength(0);
        if (!whole.isEmpty()) {
            String[] words = whole.split("\\s+", 2);
            all.add(new Instruction(
                    first, number, words[0].toUpperCase(Locale.ROOT), words.length > 1 ? words[1] : ""));
        }
    }
}
