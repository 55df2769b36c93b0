package org.maxdock.image.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The here-documents that a line of a Dockerfile begins (docs.docker.com/reference/dockerfile, Here-documents): words
 * that begin with {@code <<}, whose name may be in quotes and, since BuildKit 0.22, stand behind blanks. What is in
 * quotes is one word, and so is a list in JSON.
 */
final class HereDocuments {

    /**
     * The line that ends one.
     *
     * @param tabs whether tabs may stand before it
     */
    record End(String name, boolean tabs) {}

    private static final Pattern BEGIN = Pattern.compile("[0-9]*<<-?");
    private static final Pattern WORD = Pattern.compile("(?s)[0-9]*<<(-?)\\s*([^<]+)");
    /** What ends a name, beside blanks, and goes on with the command. */
    private static final String BEYOND_NAME = ">|&;()";

    /** Of a number and the signs. */
    private static final int LONGEST_BEGIN = 12;

    private HereDocuments() {}

    /** @param line an instruction, with lines that go on joined */
    static List<End> of(String line) {
        List<End> all = new ArrayList<>();
        if (!line.contains("<<")) {
            return all;
        }
        for (String word : words(line)) {
            Matcher document = WORD.matcher(word);
            if (document.matches()) {
                String name = name(document.group(2));
                if (!name.isEmpty()) {
                    all.add(new End(name, !document.group(1).isEmpty()));
                }
            }
        }
        return all;
    }

    /** As a shell parts them, with their quotes. */
    private static List<String> words(String line) {
        List<String> all = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0 && Character.isWhitespace(c)) {
                boolean goesOn =
                        word.length() <= LONGEST_BEGIN && BEGIN.matcher(word).matches();
                if (!goesOn && !word.isEmpty()) {
                    all.add(word.toString());
                    word.setLength(0);
                }
                continue;
            }
            word.append(c);
            if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
                word.append(line.charAt(++i));
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        if (!word.isEmpty()) {
            all.add(word.toString());
        }
        return all;
    }

    /** Without its quotes. */
    private static String name(String word) {
        StringBuilder name = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '\\' && quote != '\'' && i + 1 < word.length()) {
                name.append(word.charAt(++i));
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (Character.isWhitespace(c) || BEYOND_NAME.indexOf(c) >= 0)) {
                break;
            } else {
                name.append(c);
            }
        }
        return name.toString();
    }
}
