package org.maxdock.paste;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * Text as people copy it from pages, chats and terminals, made what was meant: without prompts, fences and what cannot
 * be seen, with the dashes and quotes that were typed, and with the lines joined that belong together.
 */
final class CopiedText {

    private static final String PROGRAMS = "(?:nvidia-docker|docker|podman|nerdctl|dockerrun|dockercluster)";
    private static final Pattern PROMPT = Pattern.compile(
            "^\\s*(?:\\[[^\\]\\n]{1,100}\\]\\s?[$#%]|[\\w.-]{1,50}@[^\\s$#%]{1,100}[^$#%\\n]{0,100}?[$#%]|[$%❯➜])\\s+");
    /** Prompts of Windows and of shells that show {@code >}, and signs of lists, notebooks and make. */
    private static final Pattern SIGN = Pattern.compile("^\\s*(?:(?:PS\\s+)?[A-Za-z]:\\\\[^>\\n]{0,200}>"
            + "|[^\\s@]{1,100}@[^\\s>]{1,200}>|[-*+!@•])\\s*((?:sudo\\s+)?" + PROGRAMS + "\\s.*)$");

    private static final Pattern ROOT = Pattern.compile("^\\s*#\\s+((?:sudo\\s+)?" + PROGRAMS + "\\s.*)$");
    private static final Pattern GOES_ON = Pattern.compile("^\\s*>\\s+");
    private static final Pattern OPTION = Pattern.compile("^\\s*--?[A-Za-z]");
    /** Of an option alone, with its value perhaps; the image may come next. */
    private static final Pattern ONLY_OPTION = Pattern.compile("^\\s*--?[\\w-]+(?:[= ]\\s*\\S+)?\\s*$");
    /** What ls -l writes. */
    private static final Pattern MODES = Pattern.compile("^\\s*-[r-][w-][xsS-][r-][w-][xsS-][r-][w-][xtT-]");
    /** Behind what is outside of quotes. */
    private static final Pattern COMMENT =
            Pattern.compile("^((?:[^\"'#]|[^\\s\"']#|\"[^\"]*\"|'[^']*')*?)\\s+#(?:\\s.*)?$");

    private static final Pattern COMMAND = Pattern.compile("^\\s*(?:sudo\\s+)?" + PROGRAMS + "\\s");
    private static final Pattern FENCE = Pattern.compile("^\\s*(?:```|~~~).*$");
    private static final Pattern INLINE = Pattern.compile("`((?:sudo\\s+)?" + PROGRAMS + "\\s[^`\\n]+)`");
    private static final Pattern RUNS =
            Pattern.compile("(?:^|\\s|/)(?:(?:nvidia-docker|docker|podman|nerdctl)\\s.*\\b(?:run|create)\\b"
                    + "|dockerrun\\b|dockercluster\\b)");
    private static final Pattern LONG_DASH = Pattern.compile("(^|\\s)[‐‑‒–—―−]([A-Za-z][\\w-]+)");
    /** Of docker run: -it, -itd. */
    private static final Pattern SWITCHES = Pattern.compile("(^|\\s)[‒–—―]([ditPq]{2,5})\\b");

    private static final Pattern SHORT_DASH = Pattern.compile("(^|\\s)[‐‑‒–—―−]([A-Za-z])");
    private static final Pattern TWO_DASHES = Pattern.compile("(^|\\s)[-‐‑‒–—―−]{2}([A-Za-z])");
    /** A shell's, PowerShell's and cmd's way to say that a line goes on; blanks behind it are not seen. */
    private static final Pattern CONTINUED = Pattern.compile("\\s(?:\\\\|`|\\^)\\s*$|\\\\\\s*$");

    private CopiedText() {}

    /** Whether its first line is a command, behind whatever stands before that. */
    static boolean isLine(String text) {
        String first = text.lines().findFirst().orElse("").strip();
        boolean comment = first.startsWith("#") || first.startsWith("//") || first.startsWith("/*");
        return !comment && RUNS.matcher(bare(first + " ", false)).find();
    }

    static String meant(String text) {
        List<String> lines = new ArrayList<>();
        text.lines().map(CopiedText::typed).forEach(line -> {
            if (!FENCE.matches(line)) {
                lines.add(line);
            }
        });
        boolean asComment = lines.stream()
                .noneMatch(
                        line -> RUNS.matcher(line.replaceFirst("^\\s*#.*", "")).find());
        return joined(lines.stream().map(line -> bare(line, asComment)).toList());
    }

    /** What a page or a word processor made of what was typed; what stands in plain quotes was typed. */
    private static String typed(String line) {
        StringBuilder all = new StringBuilder();
        int begin = 0;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean ends = quote != 0 && c == quote;
            if (ends || quote == 0 && (c == '\'' || c == '"')) {
                String part = line.substring(begin, ends ? i + 1 : i);
                all.append(ends ? part : unquoted(part));
                begin = ends ? i + 1 : i;
                quote = ends ? 0 : c;
            }
        }
        return all.append(unquoted(line.substring(begin))).toString();
    }

    private static String unquoted(String part) {
        String plain = part.replace('\u00A0', ' ')
                .replace('\u2007', ' ')
                .replace('\u202F', ' ')
                .replaceAll("[\u200B\u200C\u200D\u2060\uFEFF]", "")
                .replaceAll("[“”„]", "\"")
                .replaceAll("(?<![\\p{L}])[‘’]|[‘’](?![\\p{L}])", "'") // not the one in O’Brien
                .replaceAll("[‐‑−]", "-");
        plain = TWO_DASHES.matcher(plain).replaceAll("$1--$2");
        plain = SWITCHES.matcher(plain).replaceAll("$1-$2");
        plain = LONG_DASH.matcher(plain).replaceAll("$1--$2");
        return SHORT_DASH.matcher(plain).replaceAll("$1-$2");
    }

    /** @param asComment whether a line that begins like a comment may be one of root's, since there is no other */
    private static String bare(String line, boolean asComment) {
        Matcher inline = INLINE.matcher(line);
        if (inline.find() && !RUNS.matcher(line.replace(inline.group(), "")).find()) {
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
        if (prompt.find()) {
            return line.substring(prompt.end());
        }
        Matcher on = GOES_ON.matcher(line);
        return on.find() ? line.substring(on.end()) : line;
    }

    private static String withoutComment(String line) {
        Matcher comment = COMMENT.matcher(line);
        return comment.matches() ? comment.group(1) : line;
    }

    /**
     * Lines that go on are one, whatever stands between them; an option at the begin of a line goes on a command that
     * began before it, though nothing says so.
     */
    private static String joined(List<String> lines) {
        StringBuilder all = new StringBuilder();
        boolean open = false;
        boolean gap = false; // a shell ends the command there
        boolean runs = false;
        boolean awaitsImage = false;
        for (String copied : lines) {
            boolean comment = copied.stripLeading().startsWith("#");
            if (open && (comment || copied.isBlank())) {
                gap |= copied.isBlank();
                continue;
            }
            String line = runs || open || RUNS.matcher(copied).find() ? withoutComment(copied) : copied;
            boolean indented = line.startsWith(" ") || line.startsWith("\t");
            boolean goesOn = OPTION.matcher(line).find() && !MODES.matcher(line).find();
            boolean option = runs && (goesOn || awaitsImage && indented);
            open &= !gap || goesOn || indented && !COMMAND.matcher(line).find();
            gap = false;
            awaitsImage = (runs || open) && goesOn && ONLY_OPTION.matcher(line).find();
            if (!all.isEmpty()) {
                all.append(open || option ? ' ' : '\n');
            }
            runs = open || option
                    ? runs || RUNS.matcher(line).find()
                    : RUNS.matcher(line).find();
            Matcher on = CONTINUED.matcher(line);
            open = !comment && on.find();
            all.append(open ? line.substring(0, on.start()) : line);
        }
        return all.toString();
    }
}
