package org.maxdock.paste;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * The sign {@code >} ahead of a line: a shell's prompt where a command goes on (sh(1), PS2), and a mark of what is
 * quoted. Elsewhere it is where output goes. PowerShell and cmd have prompts of their own behind their own line ends.
 */
final class SecondPrompts {

    private static final Pattern MARK = Pattern.compile("^\\s*>(?:\\s+|$)");
    /** In quotes, where blanks count. */
    private static final Pattern IN_QUOTES = Pattern.compile("^\\s*>(?: |$)");

    private static final Pattern POWERSHELL = Pattern.compile("^\\s*>>(?:\\s+|$)");
    private static final Pattern CMD = Pattern.compile("^\\s*More\\?(?:\\s+|$)");

    private SecondPrompts() {}

    private static Pattern markBehind(String begin) {
        String line = begin.stripTrailing();
        return line.endsWith("`") ? POWERSHELL : line.endsWith("^") ? CMD : MARK;
    }

    /** A line in which a command begins: no command begins with where its output goes. */
    static String withoutMark(String line) {
        return cut(MARK, line);
    }

    /**
     * All lines without it: where a command goes on only if each of its lines has it, and none deeper than its first
     * begins, unless that has it, too.
     */
    static List<CopiedLine> without(List<CopiedLine> lines) {
        List<CopiedLine> all = new ArrayList<>();
        for (int first = 0; first < lines.size(); ) {
            int end = first + 1;
            while (end < lines.size() && !lines.get(end).isFirst()) {
                end++;
            }
            String begin = lines.get(first).text();
            int indent = MARK.matcher(begin).find()
                    ? Integer.MAX_VALUE
                    : lines.get(first).indent();
            List<CopiedLine> more = lines.subList(first + 1, end);
            Pattern mark = markBehind(begin);
            boolean prompts = more.stream()
                    .allMatch(line -> line.text().isBlank()
                            || line.indent() <= indent
                                    && mark.matcher(line.text()).find());
            all.add(lines.get(first).with(withoutMark(begin)));
            more.stream()
                    .map(line -> prompts ? line.with(cut(line.inside() ? IN_QUOTES : mark, line.text())) : line)
                    .forEach(all::add);
            first = end;
        }
        return all;
    }

    private static String cut(Pattern mark, String line) {
        Matcher found = mark.matcher(line);
        return found.find() ? line.substring(found.end()) : line;
    }
}
