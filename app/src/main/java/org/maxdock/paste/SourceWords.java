package org.maxdock.paste;

import org.maxdock.host.shell.Shell;

/** Reads strings and what is added to them in a program's source, which is never run, as words of a shell. */
final class SourceWords {

    private static final String QUOTES = "\"'`";
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private final String text;
    private int at;
    /** Whether a colon ends an element, as that of a key. */
    private boolean inKey;

    SourceWords(String text, int from) {
        this.text = text;
        this.at = from;
    }

    /** A line of all words up to where the list ends that they stand in. */
    String line() {
        StringBuilder line = new StringBuilder();
        boolean added = false;
        while (skip()) {
            int list = listBegins();
            int before = at;
            if (CLOSING.indexOf(text.charAt(at)) >= 0) {
                if (!goesOn()) {
                    break;
                }
                added = true;
            } else if (list > 0) {
                at += list;
                added = false;
            } else if (text.charAt(at) == '+') {
                at++;
            } else {
                String word = added ? SourceExpression.inShell(expression()) : word();
                line.append(line.isEmpty() ? "" : " ").append(word);
                at = Math.max(at, before + 1);
            }
        }
        return line.toString();
    }

    /** Goes behind the end of a list to what is added to it, if anything is. */
    private boolean goesOn() {
        at++;
        return skip() && text.charAt(at) == '+' && ++at < text.length();
    }

    /** What stands in the quotes that begin next, which is a line itself. */
    String text() {
        while (at < text.length() && QUOTES.indexOf(text.charAt(at)) < 0 && !isPrefix()) {
            at++;
        }
        StringBuilder line = new StringBuilder();
        literal(line, false);
        return line.toString();
    }

    private boolean isEnd(char c) {
        return c == ',' || CLOSING.indexOf(c) >= 0 || inKey && c == ':';
    }

    /** Whether a bracket of that kind comes next, which is then gone past. */
    boolean takes(char bracket) {
        boolean comes = skip() && text.charAt(at) == bracket;
        at += comes ? 1 : 0;
        return comes;
    }

    /** Whether what it is in has come to its end. */
    boolean isAtEnd() {
        return !skip() || CLOSING.indexOf(text.charAt(at)) >= 0;
    }

    /** The name of an argument that has one, which is gone past with its sign; empty for none. */
    String keyword() {
        int end = at;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        int sign = end;
        while (sign < text.length() && text.charAt(sign) == ' ') {
            sign++;
        }
        if (end == at || !text.startsWith("=", sign) || text.startsWith("==", sign)) {
            return "";
        }
        String name = text.substring(at, end);
        at = sign + 1;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return name;
    }

    /** The key of a pair, which is gone past with its colon. */
    String key() {
        inKey = true;
        String key = word();
        inKey = false;
        at += at < text.length() && text.charAt(at) == ':' ? 1 : 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return key;
    }

    /** One element as it stands. */
    String source() {
        int from = at;
        while (at < text.length() && !isEnd(text.charAt(at))) {
            expression();
            at += at < text.length() && text.charAt(at) == '+' ? 1 : 0;
        }
        return text.substring(from, at).strip();
    }

    /** Whether a string comes next. */
    boolean isString() {
        return at < text.length() && (QUOTES.indexOf(text.charAt(at)) >= 0 || isPrefix());
    }

    /** Blanks, commas and comments; false at the end. */
    boolean skip() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#' || text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(c) || c == ',') {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private int listBegins() {
        for (String begin : new String[] {"[]string{", "c(", "["}) {
            if (text.startsWith(begin, at)) {
                return begin.length();
            }
        }
        return 0;
    }

    private boolean isPrefix() {
        int i = at;
        while (i < text.length() && i < at + 2 && "fFrRbBuU".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i > at && i < text.length() && QUOTES.indexOf(text.charAt(i)) >= 0;
    }

    /** One element: strings and expressions, with plus signs or nothing between them. */
    String word() {
        StringBuilder plain = new StringBuilder();
        StringBuilder inQuotes = new StringBuilder();
        boolean computed = false;
        boolean several = false;
        while (at < text.length() && !isEnd(text.charAt(at))) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || c == '+') {
                at++;
            } else if (QUOTES.indexOf(c) >= 0 || isPrefix()) {
                StringBuilder one = new StringBuilder();
                computed |= literal(one, true);
                inQuotes.append(one);
                plain.append(one);
            } else {
                several |= c == '*' || text.startsWith("...", at);
                inQuotes.append(SourceExpression.inShell(expression()));
                computed = true;
            }
        }
        if (several) {
            return inQuotes.toString();
        }
        return computed ? '"' + inQuotes.toString() + '"' : Shell.quote(unescaped(plain.toString()));
    }

    /**
     * Appends a string.
     *
     * @param escaped as it stands between double quotes of a shell
     * @return whether something in it is computed
     */
    private boolean literal(StringBuilder to, boolean escaped) {
        boolean formatted = false;
        boolean raw = false;
        for (; QUOTES.indexOf(text.charAt(at)) < 0; at++) {
            formatted |= Character.toLowerCase(text.charAt(at)) == 'f';
            raw |= Character.toLowerCase(text.charAt(at)) == 'r';
        }
        char quote = text.charAt(at);
        String close = text.startsWith(String.valueOf(quote).repeat(3), at)
                ? String.valueOf(quote).repeat(3)
                : "" + quote;
        at += close.length();
        boolean computed = false;
        while (at < text.length() && !text.startsWith(close, at)) {
            char c = text.charAt(at++);
            boolean template = quote == '`' && c == '$' && text.startsWith("{", at);
            if (template || formatted && c == '{' && !text.startsWith("{", at)) {
                at += template ? 1 : 0;
                to.append(SourceExpression.inShell(expression()));
                at = Math.min(text.length(), at + 1); // the brace that closes
                computed = true;
            } else if (formatted && (c == '{' || c == '}')) {
                to.append(c);
                at++;
            } else if (!raw && c == '\\' && at < text.length()) {
                char next = text.charAt(at++);
                append(to, next == 'n' ? '\n' : next == 't' ? '\t' : next, escaped);
            } else {
                append(to, c, escaped);
            }
        }
        at = Math.min(text.length(), at + close.length());
        return computed;
    }

    private static void append(StringBuilder to, char c, boolean escaped) {
        if (escaped && "\\\"$`".indexOf(c) >= 0) {
            to.append('\\');
        }
        to.append(c);
    }

    private static String unescaped(String inQuotes) {
        return inQuotes.replaceAll("\\\\([\\\\\"$`])", "$1");
    }

    /** Up to a plus sign, a comma or a bracket that is not of it. */
    private String expression() {
        int from = at;
        int depth = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (QUOTES.indexOf(c) >= 0) {
                int close = text.indexOf(c, at + 1);
                at = close < 0 ? text.length() - 1 : close;
            } else if (OPENING.indexOf(c) >= 0) {
                depth++;
            } else if (CLOSING.indexOf(c) >= 0 && --depth < 0
                    || depth == 0 && (c == '+' || c == ',' || inKey && c == ':')) {
                break;
            }
        }
        return text.substring(from, at).strip();
    }
}
