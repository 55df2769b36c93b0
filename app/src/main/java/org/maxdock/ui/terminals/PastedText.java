package org.maxdock.ui.terminals;

/**
 * What is pasted into a terminal, as a program there may be given it: without characters that a person could not have
 * meant, such as an escape, with which a text of somebody else's could end what it is marked with.
 *
 * @param text lines end with \n
 */
record PastedText(String text) {

    /** Around what is pasted, for who asked for that (xterm, Bracketed Paste Mode). */
    private static final String BEGIN = "\u001b[200~";

    private static final int LOOKED_AT = 5_000; // characters

    private static final String END = "\u001b[201~";

    PastedText {
        text = text.replace("\r\n", "\n").replace('\r', '\n');
        text = text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** As much of it as one would look at. */
    String begin() {
        int end = text.offsetByCodePoints(0, Math.min(LOOKED_AT, text.codePointCount(0, text.length())));
        return end == text.length() ? text : text.substring(0, end) + "…";
    }

    /** How many lines a shell would take at once; 0 where it waits for Enter. */
    long lines() {
        return text.chars().filter(c -> c == '\n').count() + (text.endsWith("\n") || !text.contains("\n") ? 0 : 1);
    }

    /**
     * What is typed for it.
     *
     * @param bracketed whether the program there wants to know that it is pasted
     */
    String keys(boolean bracketed) {
        String typed = text.replace('\n', '\r');
        return bracketed ? BEGIN + typed + END : typed;
    }
}
