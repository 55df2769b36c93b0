package org.maxdock.paste;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Text as a page, a mail or an editor shows it, without what these put around each of its lines: marks of a quotation,
 * of a comment or of a change, numbers of lines, tags and entities of HTML.
 */
final class PageText {

    /** Each in front of all lines, or none of them. */
    private static final List<Pattern> MARKS = List.of(
            Pattern.compile("^\\s*>(?: |$)?"),
            Pattern.compile("^\\s*\\+(?: |$)?"),
            Pattern.compile("^\\s*#(?: |$)"),
            Pattern.compile("^\\s*//(?: |$)"),
            Pattern.compile("^\\s*\\*(?: |$)"));

    private static final Pattern INDENT = Pattern.compile("(?m)^[\\x{00A0}\\x{2000}-\\x{200A}\\x{202F}\\x{3000} \\t]+");

    private static final Pattern NUMBER = Pattern.compile("^\\s*([0-9]{1,6})(?:\\s?[|:.)│](?: |$)?|\\s|$)");

    private static final String TAGS = "(?:pre|code|kbd|samp|tt|span|div|p|br|li|ul|ol|td|tr|b|em|strong)";
    private static final Pattern TAG = Pattern.compile("(?i)</?" + TAGS + "(?:\\s[^<>]*)?/?>");
    /** What ends a line, and what is set apart from the words around it. */
    private static final Pattern BREAK =
            Pattern.compile("(?i)<br\\s*/?>|</(?:p|div|li|tr)>|</?(?:pre|code|kbd|samp|tt)(?:\\s[^<>]*)?>");

    private static final Pattern PROGRAM = Pattern.compile("\\b(?:docker|podman|nerdctl|dockerrun|dockercluster)\\b");
    private static final Pattern IN_QUOTES = Pattern.compile("'[^'\n]*'|\"[^\"\n]*\"");
    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|quot|apos|nbsp|#39|#x27|#34|#x22|#38|#x26);");
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("#38", "&"),
            Map.entry("#x26", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("#34", "\""),
            Map.entry("#x22", "\""),
            Map.entry("apos", "'"),
            Map.entry("#39", "'"),
            Map.entry("#x27", "'"),
            Map.entry("nbsp", " "));

    /** More of one mark nobody puts before another. */
    private static final int DEEPEST = 5;

    private PageText() {}

    static String plain(String text) {
        String plain = ofPage(indented(text.replace('\0', ' '))); // which no word holds
        for (int i = 0; i < DEEPEST; i++) {
            String less = withoutMarks(plain);
            if (less.equals(plain)) {
                return withoutNumbers(plain);
            }
            plain = less;
        }
        return withoutNumbers(plain);
    }

    /** Indented by blanks, however a page has shown them. */
    private static String indented(String text) {
        Matcher begin = INDENT.matcher(text);
        StringBuilder all = new StringBuilder();
        int end = 0;
        for (; begin.find(); end = begin.end()) {
            all.append(text, end, begin.start())
                    .append(TypedText.SPACES.matcher(begin.group()).replaceAll(" "));
        }
        return end == 0 ? text : all.append(text.substring(end)).toString();
    }

    private static String ofPage(String text) {
        Matcher tag = TAG.matcher(text);
        Matcher program = PROGRAM.matcher(text);
        boolean page = tag.find() && (!program.find() || tag.start() < program.start());
        String plain = page ? TAG.matcher(BREAK.matcher(text).replaceAll("\n")).replaceAll("") : text;
        return page || ENTITY.matcher(IN_QUOTES.matcher(text).replaceAll("")).find() ? withoutEntities(plain) : text;
    }

    private static String withoutEntities(String text) {
        StringBuilder all = new StringBuilder();
        int end = 0;
        for (Matcher entity = ENTITY.matcher(text); entity.find(); end = entity.end()) {
            all.append(text, end, entity.start()).append(ENTITIES.get(entity.group(1)));
        }
        return all.append(text.substring(end)).toString();
    }

    private static String withoutMarks(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        for (Pattern mark : MARKS) {
            if (!lines.isEmpty()
                    && lines.stream().allMatch(line -> mark.matcher(line).find())) {
                return text.lines()
                        .map(line -> mark.matcher(line).replaceFirst(""))
                        .collect(Collectors.joining("\n"));
            }
        }
        return text;
    }

    /** Of lines that are counted, one after the other. */
    private static String withoutNumbers(String text) {
        List<String> plain = new ArrayList<>();
        int before = -1;
        for (String line : text.lines().toList()) {
            Matcher number = NUMBER.matcher(line);
            if (line.isBlank()) {
                plain.add(line);
                continue;
            }
            if (!number.find() || before >= 0 && Integer.parseInt(number.group(1)) != before + 1) {
                return text;
            }
            before = Integer.parseInt(number.group(1));
            plain.add(line.substring(number.end()));
        }
        return plain.size() > 1 ? String.join("\n", plain) : text;
    }
}
