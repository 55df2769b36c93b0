package org.maxdock.paste;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * Text as people copy it from pages, chats and terminals, made what was meant: without prompts, fences and what cannot
 * be seen, with the dashes and quotes that were typed, and with the lines joined that belong together. What stands in
 * quotes over several lines stays as it is.
 */
final class CopiedText {

    private static final String PROGRAMS = "(?:nvidia-docker|docker|podman|nerdctl|dockerrun|dockercluster)";
    private static final Pattern PROMPT = Pattern.compile(
            "^\\s*(?:\\[[^\\]\\n]{1,100}\\]\\s?[$#%]|[\\w.-]{1,50}@[^\\s$#%]{1,100}[^$#%\\n]{0,100}?[$#%]|[$%❯➜])\\s+");
    /** Prompts of Windows and of shells that show {@code >}, and signs of lists, notebooks and make. */
    private static final Pattern SIGN =
            Pattern.compile("^\\s*(?:(?:\\([^)\\n]{1,40}\\)\\s*)?(?:PS\\s+)?[A-Za-z]:\\\\[^>\\n]{0,200}>"
                    + "|[^<>|;&#\\n]{1,100}>|In \\[[0-9 ]{0,5}\\]:\\s*!?"
                    + "|(?:[-*+•]\\s+)?[\\w.-]{1,60}:|[-*+!@•])\\s*((?:sudo\\s+)?" + PROGRAMS + "\\s.*)$");

    private static final Pattern ROOT = Pattern.compile("^\\s*#\\s+((?:sudo\\s+)?" + PROGRAMS + "\\s.*)$");
    private static final Pattern COMMAND = Pattern.compile("^\\s*(?:sudo\\s+)?" + PROGRAMS + "\\s");
    private static final Pattern FENCE = Pattern.compile("^\\s*(?:```|~~~).*$");
    private static final Pattern INLINE =
            Pattern.compile("`((?:sudo\\s+)?" + PROGRAMS + "\\s(?:[^`\\n]|`(?:pwd|whoami|id -[ug])`)+)`");
    private static final Pattern RUNS =
            Pattern.compile("(?:^|\\s|/)(?:(?:nvidia-docker|docker|podman|nerdctl)\\s.*\\b(?:run|create)\\b"
                    + "|dockerrun\\b|dockercluster\\b)");
    /** A sign of a list; where one stands before a run, the lines with one are commands. */
    private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*+•]|[0-9]{1,3}[.)])\\s+");

    private static final Pattern LISTED = Pattern.compile(ITEM.pattern() + "(?:sudo\\s+)?" + PROGRAMS + "\\s");
    /** A line of a make recipe that it is not to print. */
    private static final Pattern MAKE = Pattern.compile("^\\s*@\\s*(?:sudo\\s+)?" + PROGRAMS + "\\s");

    /** A row of a table, and what parts its cells; a backslash hides it (github.github.com/gfm). */
    private static final Pattern ROW = Pattern.compile("^\\s*\\|.*\\|\\s*$");

    private static final java.util.regex.Pattern CELL = java.util.regex.Pattern.compile("(?<!\\\\)\\|");
    /** A line that sets something, whose value may go on in the next. */
    private static final Pattern SETS = Pattern.compile("^\\s*(?:export\\s+)?[A-Za-z_]\\w*\\+?=");

    private final List<String> raw;
    private final boolean asComment;
    private final boolean listed;
    private final boolean makefile;
    private final List<CopiedLine> lines = new ArrayList<>();
    /** The quote that the next line begins in, and whether it was typed as it is. */
    private char open = OpenQuote.NONE;

    private boolean typed;
    private boolean goesOn;
    private boolean seen;
    private boolean make;
    /** Whether the command that goes on stands in comments. */
    private boolean commented;

    private CopiedText(List<String> copied) {
        this.raw = copied;
        this.makefile = MakeText.is(copied);
        this.listed = copied.stream().anyMatch(line -> LISTED.matcher(line).find() && isRun(line));
        this.asComment = raw.stream()
                .map(line -> TypedText.of(line, false).replaceFirst("^\\s*#.*", ""))
                .noneMatch(line -> !FENCE.matches(line) && isRun(line));
    }

    /** A line without the sign of a list; what comes behind it is as deep as it was. */
    private static String withoutItem(String line) {
        Matcher item = ITEM.matcher(line);
        return item.find() ? line.substring(0, CopiedLine.indentOf(line)) + line.substring(item.end()) : line;
    }

    /** Whether a line of it runs something, wherever it stands in it. */
    static boolean isRun(String line) {
        return RUNS.matcher(line).find();
    }

    /** Whether it begins with an engine's name, or one of the site's. */
    static boolean isCommand(String line) {
        return COMMAND.matcher(line).find();
    }

    /** Whether its first line is a command, behind whatever stands before that. */
    static boolean isLine(String text) {
        String first = text.lines().findFirst().orElse("").strip();
        boolean comment = first.startsWith("#") || first.startsWith("//") || first.startsWith("/*");
        return !comment && isRun(SecondPrompts.withoutMark(bare(first + " ", false)));
    }

    /**
     * What was meant.
     *
     * @param beside lines that may belong to the run before them, and are none of the text
     */
    record Meant(String text, List<String> beside) {}

    static Meant meant(String text) {
        CopiedText copied = new CopiedText(text.lines().toList());
        copied.read();
        return JoinedLines.of(SecondPrompts.without(copied.lines));
    }

    private void read() {
        int lastSingle = last('\'');
        int lastDouble = last('"');
        for (int i = 0; i < raw.size(); i++) {
            if (open != OpenQuote.NONE) {
                inside(raw.get(i));
                continue;
            }
            boolean block = YamlBlocks.isHeader(raw.get(i));
            int end = block ? YamlBlocks.end(raw, i) : i + 1;
            List<String> one = raw.subList(block ? i + 1 : i, end);
            if (!one.isEmpty()) {
                String line = block ? YamlBlocks.folded(one) : one.getFirst();
                begin(listed ? withoutItem(line) : line, end <= lastSingle, end <= lastDouble);
            }
            i = end - 1;
        }
    }

    /** The last line with that quote, as it is or as a page shows it: what none closes was no quote. */
    private int last(char quote) {
        int last = raw.size() - 1;
        while (last >= 0 && TypedText.of(raw.get(last), false).indexOf(quote) < 0) {
            last--;
        }
        return last;
    }

    /**
     * @param single whether a later line has a single quote
     * @param twice whether a later line has a double quote
     */
    private void begin(String copied, boolean single, boolean twice) {
        boolean first = asComment && ROOT.matches(TypedText.of(copied, false));
        commented = first || commented && goesOn && JoinedLines.isComment(copied);
        String line = commented && !first ? copied.replaceFirst("#", " ") : goesOn ? copied : cell(copied);
        make = makefile || MAKE.matcher(line).find() || make && goesOn;
        String plain = bare(TypedText.of(line, false), asComment);
        seen |= isRun(plain);
        boolean command = seen || SETS.matcher(plain).find();
        char asTyped = command ? OpenQuote.after(bare(line, asComment)) : OpenQuote.NONE;
        typed = asTyped != OpenQuote.NONE;
        char opened = typed || !command ? asTyped : OpenQuote.after(plain);
        open = OpenQuote.sign(opened) == '"' ? (twice ? opened : OpenQuote.NONE) : single ? opened : OpenQuote.NONE;
        boolean opens = open != OpenQuote.NONE;
        if (!FENCE.matches(plain)) {
            String text = opens && typed ? bare(TypedText.of(line, true), asComment) : plain;
            add(line, text, false, opens);
        }
    }

    /** What a row of a table has to run; nothing where it has nothing. */
    private static String cell(String line) {
        return ROW.matches(line)
                ? CELL.splitAsStream(line)
                        .filter(cell -> isRun(cell.replace('`', ' ')))
                        .findFirst()
                        .orElse("")
                        .replace("\\|", "|")
                : line;
    }

    private void inside(String line) {
        String known = typed ? line : TypedText.of(line, false);
        int end = OpenQuote.end(known, open);
        if (end < 0) {
            add(line, known, true, true);
            return;
        }
        String rest = known.substring(end + 1);
        open = OpenQuote.after(rest);
        boolean opens = open != OpenQuote.NONE;
        add(line, known.substring(0, end + 1) + TypedText.of(rest, opens), true, opens);
    }

    private void add(String line, String text, boolean inside, boolean opens) {
        lines.add(new CopiedLine(
                make ? MakeText.forShell(text) : text, CopiedLine.indentOf(line), goesOn && !inside, inside, opens));
        boolean between = text.isBlank() || JoinedLines.isComment(text);
        goesOn = inside || !between || !goesOn ? !opens && JoinedLines.goesOn(text) : true;
    }

    /** @param asComment whether a line that begins like a comment may be one of root's, since there is no other */
    private static String bare(String line, boolean asComment) {
        Matcher inline = INLINE.matcher(line);
        if (inline.find() && !isRun(line.replace(inline.group(), ""))) {
            return inline.group(1);
        }
        Matcher root = ROOT.matcher(line);
        if (asComment && root.matches()) {
            return root.group(1);
        }
        Matcher sign = SIGN.matcher(line);
        if (sign.matches()) {
            return sign.group(1);
        }
        Matcher prompt = PROMPT.matcher(line);
        return prompt.find() ? line.substring(prompt.end()) : line;
    }
}
