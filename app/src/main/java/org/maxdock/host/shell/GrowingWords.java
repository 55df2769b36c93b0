package org.maxdock.host.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a command while they are read. The value of an expansion outside of quotes is split at its blanks, but
 * not where it is set as another's (sh(1), 2.6.5 and 2.9.1); which words are patterns for names of files is kept.
 */
final class GrowingWords {

    private static final Set<String> KEYWORDS = Set.of("then", "elif", "else", "do", "{", "!", "if", "while", "until");
    private static final Pattern SETS = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+\\+?=");

    /** Signs of patterns (sh(1), 2.13). */
    private static final Pattern PATTERN = Pattern.compile("[*?]|\\[[^\\]\\[]++\\]");
    /** What bash makes several words of (bash(1), Brace Expansion). */
    private static final Pattern BRACES = Pattern.compile("\\{(?=[^{}]*(?:,|\\.\\.))[^{}]*+\\}");

    private static final Pattern OPTION = Pattern.compile("^(?:--[A-Za-z][\\w-]*+=|-[A-Za-z]=?)");

    /** Stands for what was quoted, and so is no sign. */
    private static final char QUOTED = '_';

    private final List<String> words = new ArrayList<>();
    private final List<String> patterns = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    /** The word with what was quoted replaced. */
    private final StringBuilder signs = new StringBuilder();

    private boolean begun;
    private boolean leading = true;

    /** Those that ended so far; may be changed. */
    List<String> words() {
        return words;
    }

    /** Of those that ended, what a shell would put names of files for, or several words. */
    List<String> patterns() {
        return patterns;
    }

    void clear() {
        words.clear();
        patterns.clear();
        leading = true;
    }

    boolean isBegun() {
        return begun;
    }

    /** Whether it is a number so far, which before a sign of redirection says which stream. */
    boolean isNumber() {
        return begun && word.chars().allMatch(Character::isDigit);
    }

    int length() {
        return word.length();
    }

    /** There is a word, if only an empty one. */
    void begin() {
        begun = true;
    }

    /** What stands outside of quotes. */
    void add(char c) {
        word.append(c);
        signs.append(c);
        begun = true;
    }

    /** What stands for itself, whatever it holds. */
    void quote(String text) {
        word.append(text);
        signs.repeat(QUOTED, text.length());
        begun = true;
    }

    /**
     * The value of an expansion outside of quotes.
     *
     * @param splits whether its blanks may end words here
     */
    void expand(String value, boolean splits) {
        if (!splits || isSet()) {
            quote(value);
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n') {
                end();
            } else {
                word.append(c);
                signs.append(c == '{' ? QUOTED : c);
                begun = true;
            }
        }
    }

    private boolean isSet() {
        return (leading || Assignments.isBuiltin(words.getFirst()))
                && SETS.matcher(word).lookingAt();
    }

    void end() {
        if (begun) {
            String whole = word.toString();
            leading &= KEYWORDS.contains(whole) || SETS.matcher(word).lookingAt();
            words.add(whole);
            pattern(whole);
        }
        drop();
    }

    /** It is none of the words. */
    void drop() {
        word.setLength(0);
        signs.setLength(0);
        begun = false;
    }

    /** A pattern that begins like an option or an assignment fits no file, and stays as it is. */
    private void pattern(String whole) {
        Matcher names = PATTERN.matcher(signs);
        boolean files = names.find()
                && !whole.startsWith("-")
                && signs.substring(0, names.start()).indexOf("=") < 0;
        if (files || BRACES.matcher(signs).find()) {
            patterns.add(OPTION.matcher(whole).replaceFirst(""));
        }
    }
}
