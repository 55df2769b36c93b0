package org.maxdock.host.shell;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Reads a field for options into words. Quotes and backslashes part and join words as in bash; every other character
 * stands for itself, since a field is no shell: {@code --constraint=V100&mem32 $X} is two words. The counterpart of
 * {@link Shell#join}.
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

    /** @throws Trouble where a quote is not closed */
    public static List<String> read(String text) throws Trouble {
        OptionWords reader = new OptionWords(text);
        while (reader.at < text.length()) {
            reader.next();
        }
        reader.end();
        return List.copyOf(reader.words);
    }

    private void next() throws Trouble {
        char c = text.charAt(at++);
        if (Character.isWhitespace(c)) {
            end();
            return;
        }
        inWord = true;
        switch (c) {
            case '\'' -> single();
            case '"' -> quoted();
            case '\\' -> word.append(at < text.length() ? text.charAt(at++) : '\\');
            case '$' -> {
                if (text.startsWith("'", at)) {
                    ansi();
                } else {
                    word.append(c);
                }
            }
            default -> word.append(c);
        }
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    private void single() throws Trouble {
        int close = text.indexOf('\'', at);
        if (close < 0) {
            throw open();
        }
        word.append(text, at, close);
        at = close + 1;
    }

    private void quoted() throws Trouble {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return;
            }
            boolean escaped = c == '\\' && at < text.length() && "$`\"\\".indexOf(text.charAt(at)) >= 0;
            word.append(escaped ? text.charAt(at++) : c);
        }
        throw open();
    }

    private void ansi() throws Trouble {
        AnsiQuotes.Read read = AnsiQuotes.read(text, at + 1);
        if (read.end() < 0) {
            throw open();
        }
        word.append(read.text());
        at = read.end();
    }

    private Trouble open() {
        return new Trouble(TroubleKind.QUOTE_OPEN, text);
    }
}
