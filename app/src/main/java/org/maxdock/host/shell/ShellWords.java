package org.maxdock.host.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    /** Parameters with names of their own (sh(1), Special Parameters). */
    private static final String SPECIAL = "@*#?$!-";

    private final String text;
    private final int deeper;
    private final Map<String, String> variables;
    private final List<String> words = new ArrayList<>();
    private final List<String> unresolved = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int expanded;
    private int redirected = -1;
    /** What ended the command that was read last, such as &&; empty for the end of the text. */
    private String operator = "";

    private int at;

    private ShellWords(String text, Map<String, String> variables, int deeper) {
        this.text = text;
        this.variables = variables;
        this.deeper = deeper;
    }

    /**
     * @param words the words up to the end of the command (a line break, ; | & or the end)
     * @param unresolved variables and substitutions that are not known, as they stand
     * @param folder where the command is given, as far as that is known; empty where it is not
     * @param operator what ended it, such as &amp;&amp; or a line break; empty for the end of the text
     */
    public record Read(List<String> words, List<String> unresolved, String folder, String operator) {}

    public static Read read(String text, Map<String, String> variables) {
        return new ShellWords(text.stripLeading().replaceFirst("^\\$\\s+", ""), variables, DEEPEST).read();
    }

    /** All commands, one after another; those without a word are left out. */
    public static List<Read> commands(String text, Map<String, String> variables) {
        CurrentFolder folder = new CurrentFolder(variables);
        ShellWords reader = new ShellWords(text, folder.variables(), DEEPEST);
        Assignments assignments = new Assignments(folder.variables());
        List<Read> all = new ArrayList<>();
        while (reader.at < text.length() && all.size() < MOST_COMMANDS) {
            String before = reader.operator;
            reader.run();
            int ended = folder.subshells(reader.words);
            if (!reader.words.isEmpty()) {
                all.add(reader.asRead());
                folder.after(reader.words, reader.unresolved.isEmpty(), before, reader.operator);
                assignments.after(reader.words, reader.unresolved, before, reader.operator);
            }
            folder.end(ended);
            reader.words.clear();
            reader.unresolved.clear();
        }
        return all;
    }

    private Read read() {
        run();
        return asRead();
    }

    private Read asRead() {
        return new Read(List.copyOf(words), List.copyOf(unresolved), variables.getOrDefault("PWD", ""), operator);
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
                    if (inWord) {
                        add(c);
                    } else {
                        int lineEnd = text.indexOf('\n', at);
                        at = lineEnd < 0 ? text.length() : lineEnd + 1;
                        operator = "\n";
                        return;
                    }
                }
                case '~' -> home();
                default -> add(c);
            }
        }
        end(text.length());
        operator = "";
    }

    private void add(char c) {
        word.append(c);
        inWord = true;
    }

    /** Of a word that is to be filled in, {@code <your image>}; what is longer is none. */
    private static final int LONGEST_BLANK = 100;

    /**
     * Where output goes, or input comes from, is none of the words; it is told as it stands. Its word is read as any
     * other, and then left out.
     *
     * @param start where the operator begins, with what stands before its sign
     */
    private void redirection(int start) {
        char sign = text.charAt(at - 1);
        int close = text.indexOf('>', at);
        if (sign == '<' && close > at && close - at <= LONGEST_BLANK && isBlank(text.substring(at, close), close + 1)) {
            text.substring(at - 1, close + 1).chars().forEach(c -> add((char) c));
            at = close + 1;
            return;
        }
        if (text.startsWith("(", at)) { // a command in the place of a file
            at++;
            substitution(sign + "(", ")");
            return;
        }
        boolean numbered = inWord && word.chars().allMatch(Character::isDigit);
        int from = start - (numbered ? word.length() : 0);
        if (numbered) {
            word.setLength(0);
            inWord = false;
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

    private boolean isBlank(String inside, int after) {
        boolean ends = after >= text.length() || !Character.isLetterOrDigit(text.charAt(after));
        return ends && inside.matches("[\\w.:/-]++(?: [\\w.:/-]++)*+");
    }

    /** @param to where the word ends in the text */
    private void end(int to) {
        if (redirected >= 0) {
            unresolved.add(text.substring(redirected, to));
            redirected = -1;
        } else if (inWord) {
            words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
    }

    /** A tilde that begins a word, alone or before a slash, is the home. */
    private void home() {
        boolean alone = !inWord && (at == text.length() || "/ \t\r\n;|&<>".indexOf(text.charAt(at)) >= 0);
        String home = variables.get("HOME");
        inWord = true;
        word.append(alone && home != null ? home : "~");
    }

    private void single() {
        inWord = true;
        int close = text.indexOf('\'', at);
        int end = close < 0 ? text.length() : close;
        word.append(text, at, end);
        at = Math.min(text.length(), end + 1);
    }

    private void quoted() {
        inWord = true;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return;
            }
            if (c == '\\' && at < text.length() && "$`\"\\\n".indexOf(text.charAt(at)) >= 0) {
                char next = text.charAt(at++);
                if (next != '\n') {
                    word.append(next);
                }
            } else if (c == '$') {
                expansion();
            } else if (c == '`') {
                substitution("`", "`");
            } else {
                word.append(c);
            }
        }
    }

    private void ansi() {
        inWord = true;
        AnsiQuotes.Read read = AnsiQuotes.read(text, at + 1);
        word.append(read.text());
        at = read.end() < 0 ? text.length() : read.end();
    }

    private void escaped() {
        if (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '\r' && at < text.length() && text.charAt(at) == '\n') {
                at++;
            } else if (next != '\n') {
                add(next);
            }
        } else {
            add('\\');
        }
    }

    private void expansion() {
        inWord = true;
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
        String value = variables.get(name);
        if (braces && end > start && (text.startsWith(":-", end) || text.startsWith("-", end))) {
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
            word.append('$');
            return;
        }
        String whole = "$" + text.substring(at, close + 1);
        at = close + 1;
        unresolved.add(whole);
        word.append(whole);
    }

    private void known(String name, String value) {
        if (value == null || expanded > LONGEST) {
            unresolved.add("$" + name);
            word.append('$').append(name);
        } else {
            expanded += value.length();
            word.append(value);
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
            unresolved.add(rest);
            word.append(rest);
            return;
        }
        Read inner = new ShellWords("\"" + rest.replace("\"", "") + "\"", variables, deeper - 1).read();
        inner.words().forEach(word::append);
        unresolved.addAll(inner.unresolved());
    }

    private void substitution(String open, String close) {
        inWord = true;
        int matching = close.equals(")") ? ClosingSign.of(text, at, '(', ')') : -1;
        int end = matching < 0 ? text.indexOf(close, at) : matching;
        int stop = end < 0 ? text.length() : end;
        String whole = open + text.substring(at, stop) + close;
        at = Math.min(text.length(), stop + close.length());
        String known = switch (whole) {
            case "$(pwd)", "`pwd`", "$(pwd -P)", "$(pwd -L)", "$(realpath .)", "$(readlink -f .)" ->
                variables.get("PWD");
            case "$(whoami)", "`whoami`", "$(id -un)", "`id -un`" -> variables.get("USER");
            default -> null;
        };
        if (known == null) {
            unresolved.add(whole);
            word.append(whole);
        } else {
            word.append(known);
        }
    }
}
