package org.maxdock.image.dockerfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    /** One that is known; the first comment that is none ends them. */
    private static final Pattern DIRECTIVE = Pattern.compile("(?i)\\s*#\\s*(?:syntax|escape|check)\\s*=\\s*\\S.*");

    private static final Pattern ESCAPE = Pattern.compile("(?i)\\s*#\\s*escape\\s*=\\s*(\\S)\\s*");
    private static final Pattern SYNTAX = Pattern.compile("(?i)\\s*#\\s*syntax\\s*=\\s*(\\S+)\\s*");
    /** The instructions that here-documents may follow. */
    private static final Pattern HOLDING = Pattern.compile("(?i)(?:ONBUILD\\s+)?(?:RUN|COPY|ADD)\\s");

    private final List<Instruction> all = new ArrayList<>();
    private final StringBuilder joined = new StringBuilder();
    private final String escape;
    private int first;
    private final StringBuilder documents = new StringBuilder();
    private final Deque<HereDocuments.End> until = new ArrayDeque<>();

    private static boolean ends(HereDocuments.End end, String line) {
        return (end.tabs() ? withoutTabs(line) : line).equals(end.name());
    }

    private static String withoutTabs(String line) {
        return line.replaceFirst("^\\t+", "");
    }

    private Dockerfile(String escape) {
        this.escape = escape;
    }

    /** Its instructions in their order; what is none of Docker's is one all the same. */
    public static List<Instruction> read(String text) {
        List<String> lines = MARK.matcher(text).replaceFirst("").lines().toList();
        Dockerfile file = new Dockerfile(escape(lines));
        Map<String, Integer> last = new HashMap<>();
        Map<String, Integer> lastWithoutTabs = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            last.put(lines.get(i), i);
            lastWithoutTabs.put(withoutTabs(lines.get(i)), i);
        }
        for (int i = 0; i < lines.size(); i++) {
            file.line(i + 1, lines.get(i));
            while (!file.until.isEmpty() && lastOf(file.until.getFirst(), last, lastWithoutTabs) <= i) {
                file.until.removeFirst(); // what never ends is none
            }
        }
        file.end(lines.size());
        return List.copyOf(file.all);
    }

    private static int lastOf(HereDocuments.End end, Map<String, Integer> last, Map<String, Integer> withoutTabs) {
        return (end.tabs() ? withoutTabs : last).getOrDefault(end.name(), -1);
    }

    /** The character that has the next one mean nothing special: a backslash, where no directive says another. */
    static char escapeOf(String text) {
        return escape(MARK.matcher(text).replaceFirst("").lines().toList()).charAt(0);
    }

    /** Whether it says which Dockerfile language it is written in, which is then fetched: {@code # syntax=…}. */
    static boolean asksForLanguage(String text) {
        return directive(MARK.matcher(text).replaceFirst("").lines().toList(), SYNTAX)
                .isPresent();
    }

    private static String escape(List<String> lines) {
        return directive(lines, ESCAPE).orElse("\\");
    }

    /** The value of a directive. They stand before all else, in any order. */
    private static Optional<String> directive(List<String> lines, Pattern which) {
        return lines.stream()
                .takeWhile(line -> DIRECTIVE.matcher(line).matches())
                .map(which::matcher)
                .filter(Matcher::matches)
                .map(m -> m.group(1))
                .findFirst();
    }

    private void line(int number, String raw) {
        if (!until.isEmpty()) {
            if (ends(until.getFirst(), raw)) {
                until.removeFirst();
                Instruction begun = all.removeLast();
                all.add(new Instruction(begun.line(), number, begun.keyword(), begun.rest()));
            } else if (all.getLast().is("RUN")) {
                documents
                        .append(until.getFirst().tabs() ? withoutTabs(raw) : raw)
                        .append('\n');
            }
            return;
        }
        String stripped = raw.strip();
        if (stripped.isEmpty() || stripped.startsWith("#")) {
            return;
        }
        String line = joined.isEmpty() ? stripped : raw.stripTrailing(); // Docker joins them as they stand
        first = joined.isEmpty() ? number : first;
        boolean goesOn = line.endsWith(escape) && !line.endsWith(escape + escape);
        joined.append(goesOn ? line.substring(0, line.length() - 1) : line);
        if (!goesOn) {
            if (HOLDING.matcher(joined).lookingAt()) {
                until.addAll(HereDocuments.of(joined.toString()));
            }
            end(number);
        }
    }

    private void end(int number) {
        if (!documents.isEmpty()) {
            Instruction run = all.removeLast();
            all.add(new Instruction(run.line(), run.lastLine(), run.keyword(), run.rest(), documents.toString()));
            documents.setLength(0);
        }
        String whole = joined.toString().strip();
        joined.setLength(0);
        if (!whole.isEmpty()) {
            String[] words = whole.split("\\s+", 2);
            all.add(new Instruction(
                    first, number, words[0].toUpperCase(Locale.ROOT), words.length > 1 ? words[1] : ""));
        }
    }
}
