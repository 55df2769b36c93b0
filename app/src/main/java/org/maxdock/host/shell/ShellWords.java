package org.maxdock.host.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a command line that a person pasted into words, as a POSIX shell would, without running anything: quotes,
 * backslashes, continued lines, comments, and the variables that are known. What only a shell could find out, such as
 * $(pwd), is kept as it stands and told.
 */
public final class ShellWords {

    /** How often ${NAME:-${OTHER:-…}} goes on. */
    private static final int DEEPEST = 20;

    /** Characters that values of variables add, before they stand as they are. */
    private static final int LONGEST = 1 << 18;

    private static final int MOST_COMMANDS = 1_000;

    private static final Set<String> JOINING = Set.of("&&", "||", "|");

    /** Parameters with names of their own (sh(1), Special Parameters). */
    private static final String SPECIAL = "@*#?$!-";

    private final String text;
    private final int deeper;
    private final ShellVariables variables;
    private final GrowingWords word = new GrowingWords();
    private final List<String> unresolved = new ArrayList<>();
    private final Set<String> quoted = new HashSet<>();
    private boolean inQuotes;
    private int expanded;
    private int redirected = -1;
    /** What ended the command that was read last, such as &&; empty for the end of the text. */
    private String operator = "";

    private int at;

    private ShellWords(String text, ShellVariables variables, int deeper) {
        this.text = text;
        this.variables = variables;
        this.deeper = deeper;
    }

    /**
     * @param words the words up to the end of the command (a line break, ; | & or the end)
     * @param unresolved variables, substitutions and patterns whose value is not known, as they stand
     * @param quoted of these the ones in double quotes, each of which is a part of one word
     * @param given what commands before it have set and exported for it, by names
     * @param unknown names of variables that commands before it have set to what is not known
     * @param folder where the command is given, as far as that is known; empty where it is not
     * @param operator what ended it, such as &amp;&amp; or a line break; empty for the end of the text
     */
    public record Read(
            List<String> words,
            List<String> unresolved,
            Set<String> quoted,
            Map<String, String> given,
            Set<String> unknown,
            String folder,
            String operator) {

        /** Of a text without any command. */
        public static final Read NOTHING = new Read(List.of(), List.of(), Set.of(), Map.of(), Set.of(), "", "");
    }

    /** The first command. */
    public static Read read(String text, Map<String, String> variables) {
        String line = text.stripLeading().replaceFirst("^\\$\\s+", "");
        return new ShellWords(line, new ShellVariables(variables), DEEPEST).read();
    }

    /** All commands, one after another; those without a word are left out. */
    public static List<Read> commands(String text, Map<String, String> environment) {
        ShellVariables variables = new ShellVariables(environment);
        ShellWords reader = new ShellWords(text, variables, DEEPEST);
        CurrentFolder folder = new CurrentFolder(variables);
        Assignments assignments = new Assignments(variables);
        Subshells subshells = new Subshells(variables);
        Certainty certainty = new Certainty();
        List<Read> all = new ArrayList<>();
        String before = "";
        while (reader.at < text.length() && all.size() < MOST_COMMANDS) {
            reader.run();
            int ended = subshells.begin(reader.word.words());
            if (!reader.word.words().isEmpty()) {
                Read read = reader.asRead();
                all.add(read);
                Certainty.Step step = certainty.next(read.words(), before, read.operator());
                folder.after(step, read.unresolved().isEmpty());
                assignments.after(step, read.unresolved());
                if (!read.operator().equals("&&")) {
                    variables.endChain();
                }
                before = read.operator();
            } else if (!JOINING.contains(before)) { // a line break after && ends nothing
                before = reader.operator;
            }
            subshells.end(ended);
            reader.word.clear();
            reader.unresolved.clear();
            reader.quoted.clear();
        }
        return all;
    }

    private Read read() {
        run();
        return asRead();
    }

    private Read asRead() {
        List<String> unknown = new ArrayList<>(unresolved);
        unknown.addAll(word.patterns());
        String folder = variables.value("PWD");
        return new Read(
                List.copyOf(word.words()),
                List.copyOf(unknown),
                Set.copyOf(quoted),
                variables.given(),
                variables.unknown(),
                folder == null ? "" : folder,
                operator);
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            switch (c) {
                case '\'' -> single();
                case '"' -> quoted();
                case '\\' -> escaped();
                case '$' -> {
                    if (text.startsWith("'", at)) {
                        ansi();
                    } else {
                        expansion();
                    }
                }
                case '`' -> substitution("`", "`");
                case '<', '>' -> redirection(at - 1);
                case ' ', '\t', '\r' -> end(at - 1);
                case '\n', ';', '|', '&' -> {
                    if (c == '&' && text.startsWith(">", at)) { // bash: both of its outputs
                        at++;
                        redirection(at - 2);
                        continue;
                    }
                    end(at - 1);
                    boolean twice = (c == '|' || c == '&') && text.startsWith(String.valueOf(c), at);
                    at += twice ? 1 : 0;
                    operator = String.valueOf(c).repeat(twice ? 2 : 1);
                    return;
                }
                case '#' -> {
                    if (word.isBegun()) {
                        word.add(c);
                    } else {
                        int lineEnd = text.indexOf('\n', at);
                        at = lineEnd < 0 ? text.length() : lineEnd + 1;
                        operator = "\n";
                        return;
                    }
                }
                case '~' -> home();
                default -> word.add(c);
            }
        }
        end(text.length());
        operator = "";
    }

    /**
     * Where output goes, or input comes from, is none of the words; it is told as it stands. Its word is read as any
     * other, and then left out.
     *
     * @param start where the operator begins, with what stands before its sign
     */
    private void redirection(int start) {
        char sign = text.charAt(at - 1);
        int filled = sign == '<' ? FillIn.end(text, at) : -1;
        if (filled >= 0) {
            word.quote(text.substring(at - 1, filled));
            at = filled;
            return;
        }
        if (text.startsWith("(", at)) { // a command in the place of a file
            at++;
            substitution(sign + "(", ")");
            return;
        }
        boolean numbered = word.isNumber();
        int from = start - (numbered ? word.length() : 0);
        if (numbered) {
            word.drop();
        }
        end(start);
        while (at < text.length() && "<>&|".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        while (at < text.length() && (" \t".indexOf(text.charAt(at)) >= 0 || text.startsWith("\\\n", at))) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        redirected = from;
    }

    /** @param to where the word ends in the text */
    private void end(int to) {
        if (redirected >= 0) {
            unresolved.add(text.substring(redirected, to));
            redirected = -1;
            word.drop();
        } else {
            word.end();
        }
    }

    /** A tilde that begins a word, alone or before a slash, is the home. */
    private void home() {
        boolean alone = !word.isBegun() && (at == text.length() || "/ \t\r\n;|&<>".indexOf(text.charAt(at)) >= 0);
        String home = variables.value("HOME");
        word.quote(alone && home != null ? home : "~");
    }

    private void single() {
        int close = text.indexOf('\'', at);
        int end = close < 0 ? text.length() : close;
        word.quote(text.substring(at, end));
        at = Math.min(text.length(), end + 1);
    }

    private void quoted() {
        word.begin();
        inQuotes = true;
        while (at < text.length() && text.charAt(at) != '"') {
            inQuotes();
        }
        inQuotes = false;
        at = Math.min(text.length(), at + 1);
    }

    private void inQuotes() {
        char c = text.charAt(at++);
        if (c == '\\' && at < text.length() && "$`\"\\\n".indexOf(text.charAt(at)) >= 0) {
            char next = text.charAt(at++);
            word.quote(next == '\n' ? "" : String.valueOf(next));
        } else if (c == '$') {
            expansion();
        } else if (c == '`') {
            substitution("`", "`");
        } else {
            word.quote(String.valueOf(c));
        }
    }

    private void ansi() {
        AnsiQuotes.Read read = AnsiQuotes.read(text, at + 1);
        word.quote(read.text());
        at = read.end() < 0 ? text.length() : read.end();
    }

    private void escaped() {
        if (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '\r' && at < text.length() && text.charAt(at) == '\n') {
                at++;
            } else if (next != '\n') {
                word.quote(String.valueOf(next));
            }
        } else {
            word.quote("\\");
        }
    }

    private void expansion() {
        if (text.startsWith("(", at)) {
            at++;
            substitution("$(", ")");
            return;
        }
        boolean braces = text.startsWith("{", at);
        int start = braces ? at + 1 : at;
        int end = start;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        String name = text.substring(start, end);
        String value = variables.value(name);
        boolean unknown = braces && variables.isUnknown(name) && !text.startsWith("}", end);
        if (!unknown && braces && end > start && (text.startsWith(":-", end) || text.startsWith("-", end))) {
            boolean empty = text.startsWith(":", end) && value != null && value.isEmpty();
            otherwise(name, empty ? null : value, text.indexOf('-', end) + 1);
            return;
        }
        boolean must = braces && end > start && (text.startsWith(":?", end) || text.startsWith("?", end));
        boolean plain = end > start && (!braces || text.startsWith("}", end));
        if (!plain && !(must && value != null)) {
            other(braces);
            return;
        }
        if (must) {
            int close = text.indexOf('}', end);
            end = close < 0 ? text.length() : close;
        }
        at = braces ? end + 1 : end;
        known(name, value);
    }

    /** What only a shell knows: its arguments, a part of a value. */
    private void other(boolean braces) {
        int close = braces ? ClosingSign.of(text, at + 1, '{', '}') : at;
        boolean special = !braces && at < text.length() && SPECIAL.indexOf(text.charAt(at)) >= 0;
        if (close < 0 || !braces && !special) {
            word.quote("$");
            return;
        }
        String whole = "$" + text.substring(at, close + 1);
        at = close + 1;
        unknown(whole);
    }

    /** Stands as it is, whatever a shell would put there. */
    private void unknown(String whole) {
        unresolved.add(whole);
        word.quote(whole);
        if (inQuotes && whole.indexOf('@') < 0) { // "$@" may be several words
            quoted.add(whole);
        }
    }

    private void value(String value) {
        if (inQuotes) {
            word.quote(value);
        } else {
            word.expand(value, redirected < 0);
        }
    }

    private void known(String name, String value) {
        if (value == null || expanded > LONGEST) {
            unknown("$" + name);
        } else {
            expanded += value.length();
            value(value);
        }
    }

    /** What stands in ${NAME:-otherwise} for a name that is not set; read as in double quotes. */
    private void otherwise(String name, String value, int start) {
        int depth = 1;
        int end = start;
        while (end < text.length() && depth > 0) {
            depth += text.charAt(end) == '{' ? 1 : text.charAt(end) == '}' ? -1 : 0;
            end++;
        }
        String rest = text.substring(start, Math.max(start, end - 1));
        at = end;
        if (value != null) {
            known(name, value);
            return;
        }
        if (deeper == 0) {
            unknown(rest);
            return;
        }
        Read inner = new ShellWords("\"" + rest.replace("\"", "") + "\"", variables, deeper - 1).read();
        boolean one = rest.indexOf('"') >= 0 || !inner.unresolved().isEmpty();
        inner.words().forEach(one ? word::quote : this::value);
        unresolved.addAll(inner.unresolved());
        if (inQuotes) {
            quoted.addAll(inner.quoted());
        }
    }

    private void substitution(String open, String close) {
        int matching = close.equals(")") ? ClosingSign.of(text, at, '(', ')') : -1;
        int end = matching < 0 ? text.indexOf(close, at) : matching;
        int stop = end < 0 ? text.length() : end;
        String whole = open + text.substring(at, stop) + close;
        at = Math.min(text.length(), stop + close.length());
        String known = KnownOutput.of(whole, variables);
        if (known == null) {
            unknown(whole);
        } else {
            word.quote(known); // one word, though outside of quotes a shell splits it: nobody means that of a path
        }
    }
}
