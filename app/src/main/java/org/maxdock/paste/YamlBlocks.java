package org.maxdock.paste;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Text blocks of YAML among copied lines, {@code script: >} or {@code - |}: the lines of a folded one are one (YAML
 * 1.2, 8.1.3).
 */
final class YamlBlocks {

    private static final Pattern HEADER =
            Pattern.compile("^\\s*(?:-\\s+(?:[\\w-]+:\\s+)?|[\\w-]+:\\s+)[>|][-+0-9]{0,2}\\s*$");

    private YamlBlocks() {}

    /** Whether that line begins a block. */
    static boolean isHeader(String line) {
        return HEADER.matches(line);
    }

    /** Behind the lines that are one with the next after that header; the next itself where none are. */
    static int end(List<String> lines, int header) {
        int at = header + 1;
        boolean folded = lines.get(header).lastIndexOf('>') > 0;
        int indent = at < lines.size() ? CopiedLine.indentOf(lines.get(at)) : 0;
        while (folded
                && indent > CopiedLine.indentOf(lines.get(header))
                && at < lines.size()
                && !lines.get(at).isBlank()
                && CopiedLine.indentOf(lines.get(at)) == indent) {
            at++;
        }
        return at;
    }

    /** Such lines as one. */
    static String folded(List<String> lines) {
        return " ".repeat(CopiedLine.indentOf(lines.getFirst()))
                + lines.stream().map(String::strip).collect(Collectors.joining(" "));
    }
}
