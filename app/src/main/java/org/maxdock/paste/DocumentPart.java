package org.maxdock.paste;

import com.google.re2j.Pattern;
import java.util.List;

/**
 * The part of a pasted text that is a compose file or a devcontainer.json: inside of a fence as of Markdown, behind a
 * sentence, or behind the command that printed it.
 */
final class DocumentPart {

    private static final Pattern FENCE = Pattern.compile("^\\s*(?:```+|~~~+)\\s*([\\w-]*).*$");
    private static final Pattern LANGUAGE = Pattern.compile("(?i)(?:ya?ml|json[c5]?|compose|docker-compose)");
    /** What says nothing yet. */
    private static final Pattern SILENT = Pattern.compile("^\\s*(?:(?:#|//|/\\*|\\*|---|%).*)?$");
    /** A key without a blank in it, an item of a list, or the begin of JSON. */
    private static final Pattern KEY = Pattern.compile("^\\s*(?:\\{|- |\"[\\w.-]+\"\\s*:|'?[\\w.-]+'?:(?:\\s.*)?$)");
    /** Keys at the begin of a compose file, and a brace alone. */
    private static final Pattern OPENS = Pattern.compile("^(?:\\{\\s*(?:\"[\\w-]+\"\\s*:.*|//.*|/\\*.*)?"
            + "|[\"']?(?:services|volumes|version|name|x-[\\w-]+)[\"']?:(?:\\s.*)?)$");

    private static final Pattern PROMPT =
            Pattern.compile("^(?:\\[[^\\]]{1,100}\\]\\s?|[\\w.-]{1,50}@[^\\s$#%]{1,100}\\s?)?[$%❯➜](?:\\s.*)?$");

    private DocumentPart() {}

    /** That part; the whole text where there is none, or where a line to run comes first. */
    static String of(String text) {
        List<String> lines = text.lines().toList();
        boolean fenced = lines.stream().anyMatch(FENCE::matches);
        return fenced ? inFence(text, lines) : CopiedText.isLine(text.strip()) ? text : behindOthers(text, lines);
    }

    /** What stands around that part; empty where it is the whole text. */
    static String beside(String text) {
        String all = String.join("\n", text.lines().toList());
        String part = of(text);
        int begin = all.indexOf(part);
        return begin < 0 || part.equals(text)
                ? ""
                : all.substring(0, begin) + "\n" + all.substring(begin + part.length());
    }

    private static String inFence(String text, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            var fence = FENCE.matcher(lines.get(i));
            if (!fence.matches()) {
                continue;
            }
            int end = i + 1;
            while (end < lines.size() && !FENCE.matches(lines.get(end))) {
                end++;
            }
            List<String> inside = lines.subList(i + 1, end);
            if (LANGUAGE.matches(fence.group(1)) || KEY.matcher(firstOf(inside)).find()) {
                return String.join("\n", inside);
            }
            if (inside.stream().anyMatch(CopiedText::isRun)) {
                return text;
            }
            i = end;
        }
        return text;
    }

    private static String firstOf(List<String> lines) {
        return lines.stream().filter(line -> !SILENT.matches(line)).findFirst().orElse("");
    }

    private static String behindOthers(String text, List<String> lines) {
        if (KEY.matcher(firstOf(lines)).find()) {
            return text;
        }
        int begin = 0;
        while (begin < lines.size() && !OPENS.matches(lines.get(begin))) {
            if (CopiedText.isRun(lines.get(begin)) && PROMPT.matches(lines.get(begin))) {
                return text;
            }
            begin++;
        }
        int end = begin;
        while (end < lines.size() && !PROMPT.matches(lines.get(end))) {
            end++;
        }
        return begin == lines.size() ? text : String.join("\n", lines.subList(begin, end));
    }
}
