package org.maxdock.paste;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.function.UnaryOperator;

/** What a page or a word processor made of what was typed, made that again; what stands in plain quotes was typed. */
final class TypedText {

    /** Blanks of a page or a word processor; a shell knows none of them as one. */
    static final Pattern SPACES = Pattern.compile("[\\x{00A0}\\x{1680}\\x{2000}-\\x{200A}\\x{202F}\\x{205F}\\x{3000}]");

    /** A remark between options: the output of a comment, which is none. */
    private static final Pattern REMARK = Pattern.compile("(^|\\s)`\\s*#[^`\\n]*`");

    private static final Pattern LONG_DASH = Pattern.compile("(^|\\s)[‐‑‒–—―−]([A-Za-z][\\w-]+)");
    /** Of docker run: -it, -itd. */
    private static final Pattern SWITCHES = Pattern.compile("(^|\\s)[‒–—―]([ditPq]{2,5})\\b");

    private static final Pattern SHORT_DASH = Pattern.compile("(^|\\s)[‐‑‒–—―−]([A-Za-z])");
    private static final Pattern TWO_DASHES = Pattern.compile("(^|\\s)[-‐‑‒–—―−]{2}([A-Za-z])");

    /** A path as Windows has it, behind a drive or a share, or from a folder that a shell knows, too. */
    private static final Pattern DRIVE =
            Pattern.compile("(^|[\\s=,])((?:[A-Za-z]:|%\\w+%|\\\\\\\\[\\w.$-]+)(?:\\\\[\\p{L}0-9][\\w.$-]*)+)");

    private static final Pattern FOLDER =
            Pattern.compile("(^|[\\s=,])((?:\\.{1,2}|\\$\\{?[A-Za-z_]\\w*\\}?)(?:\\\\[\\p{L}0-9][\\w.-]*)+)");
    /** The folder of a mapping in quotes, as PowerShell has it. */
    private static final Pattern QUOTED = Pattern.compile(
            "(^\"(?:[^\"]*\\b(?:src|source)=)?)(\\$\\{?[A-Za-z_]\\w*\\}?(?:\\\\[\\p{L}0-9][\\w .-]*)+)[:,]");
    /** What fish has for it (fish(1), command substitution). */
    private static final Pattern FISH = Pattern.compile("(^|[\\s:=])\\((pwd|whoami|id -u|id -g|id -un)\\)");
    /** The end of a line that a page has joined with the next. */
    private static final Pattern JOINED = Pattern.compile("(\\s)(?:\\\\[ \\t]+(\\S)|[`^][ \\t]+(--?[A-Za-z]))");

    private TypedText() {}

    /**
     * A line that begins outside of quotes, or its rest after them.
     *
     * @param opens whether a quote that it does not close is closed by a later line: what follows it was typed
     */
    static String of(String line, boolean opens) {
        return outsideQuotes(line, opens, TypedText::unquoted);
    }

    /** A line of a document, in which dashes mean nothing. */
    static String ofDocument(String line) {
        return outsideQuotes(line, false, TypedText::unseen);
    }

    private static String outsideQuotes(String line, boolean opens, UnaryOperator<String> meant) {
        StringBuilder all = new StringBuilder();
        int begin = 0;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean ends = quote != 0 && c == quote;
            if (ends || quote == 0 && (c == '\'' || c == '"')) {
                String part = line.substring(begin, ends ? i + 1 : i);
                all.append(ends ? replaced(QUOTED, part, "/") : meant.apply(part));
                begin = ends ? i + 1 : i;
                quote = ends ? 0 : c;
            }
        }
        String rest = line.substring(begin);
        return all.append(opens && quote != 0 ? rest : meant.apply(rest)).toString();
    }

    private static String unseen(String part) {
        return SPACES.matcher(part)
                .replaceAll(" ")
                .replaceAll("[\u200B\u200C\u200D\u2060\uFEFF]", "")
                .replaceAll("[“”„]", "\"")
                .replaceAll("(?<![\\p{L}])[‘’]|[‘’](?![\\p{L}])", "'"); // not the one in O’Brien
    }

    private static String unquoted(String part) {
        String plain = REMARK.matcher(unseen(part).replaceAll("[‐‑−]", "-")).replaceAll("$1");
        plain = TWO_DASHES.matcher(plain).replaceAll("$1--$2");
        plain = SWITCHES.matcher(plain).replaceAll("$1-$2");
        plain = LONG_DASH.matcher(plain).replaceAll("$1--$2");
        plain = SHORT_DASH.matcher(plain).replaceAll("$1-$2");
        plain = FISH.matcher(plain).replaceAll("$1\\$($2)");
        plain = JOINED.matcher(plain).replaceAll("$1$2$3");
        return replaced(DRIVE, replaced(FOLDER, plain, "/"), "\\\\");
    }

    /** With another sign between the folders of its paths. */
    private static String replaced(Pattern paths, String text, String sign) {
        StringBuilder all = new StringBuilder();
        int end = 0;
        for (Matcher path = paths.matcher(text); path.find(); end = path.end(2)) {
            all.append(text, end, path.start(2)).append(path.group(2).replace("\\", sign));
        }
        return all.append(text.substring(end)).toString();
    }
}
