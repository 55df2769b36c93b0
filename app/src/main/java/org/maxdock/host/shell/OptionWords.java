package org.maxdock.host.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Options as people type them into a field: words with blanks between, and quotes as in a shell where a word holds
 * blanks. No shell reads them; so all else, an ampersand, a semicolon or a number sign, stands for itself. What
 * {@link #write} wrote, {@link #read} reads back, whatever it holds.
 */
public final class OptionWords {

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private OptionWords(String text) {
        this.text = text;
    }

    /** All of the text as words; a quote that is not closed reaches to the end. */
    public static List<String> read(String text) {
        OptionWords reader = new OptionWords(text);
        while (reader.at < text.length()) {
            reader.next(text.charAt(reader.at++));
        }
        reader.end();
        return List.copyOf(reader.words);
    }

    /** The words in one line. */
    public static String write(Collection<String> words) {
        return words.stream().map(OptionWords::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        boolean control = word.codePoints().anyMatch(c -> Character.isISOControl(c));
        return control ? AnsiQuotes.write(word) : Shell.quote(word);
    }

    private void next(char c) {
        switch (c) {
            case ' ', '\t', '\r', '\n' -> end();
            case '\'' -> single();
            case '"' -> quotes();
            case '\\' -> add(at < text.length() ? text.charAt(at++) : c);
            case '$' -> {
                if (text.startsWith("'", at)) {
                    ansi();
                } else {
                    add(c);
                }
            }
            default -> add(c);
        }
    }

    private void add(char c) {
        word.append(c);
        inWord = true;
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    private void single() {
        inWord = true;
        int close = text.indexOf('\'', at);
        int end = close < 0 ? text.length() : close;
        word.append(text, at, end);
        at = Math.min(text.length(), end + 1);
    }

    private void quotes() {
        inWord = true;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return;
            }
            boolean escape = c == '\\' && at < text.length() && "\"\\".indexOf(text.charAt(at)) >= 0;
            word.append(escape ? text.charAt(at++) : c);
        }
    }

    private void ansi() {
        inWord = true;
        AnsiQuotes.Read read = AnsiQuotes.read(text, at + 1);
        word.append(read.text());
        at = read.end() < 0 ? text.length() : read.end();
    }
}
