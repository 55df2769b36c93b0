package org.maxdock.text;

/**
 * The output of a program, piece by piece, as text without a terminal: colours and movements of the cursor (ECMA-48)
 * are left out, a line that is written over becomes a line of its own, and whatever else is not to be seen is made so
 * by {@link Printable}. An escape sequence may lie in two pieces, and in one line only: what has no end there is text,
 * and takes nothing with it.
 */
public final class PlainLog {

    private static final char ESCAPE = '\u001b';
    private static final char BELL = '\u0007';
    /** Longer than any sequence that programs write; what is not ended by then is text. */
    private static final int LONGEST = 1000;

    private final StringBuilder sequence = new StringBuilder();
    private boolean returned;

    /** What is to be shown of the next piece. */
    public String plain(String piece) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < piece.length(); i++) {
            next(piece.charAt(i), plain);
        }
        return Printable.text(plain.toString());
    }

    /** What was kept back at the end of the output, since it might have become an escape sequence. */
    public String end() {
        String kept = sequence.toString();
        sequence.setLength(0);
        return Printable.text(kept);
    }

    private void next(char c, StringBuilder plain) {
        if (c == '\n' || c == '\r') {
            plain.append(sequence);
            sequence.setLength(0);
        }
        if (!sequence.isEmpty()) {
            sequence.append(c);
            if (isWhole()) {
                sequence.setLength(0);
            } else if (sequence.length() > LONGEST) {
                plain.append(sequence);
                sequence.setLength(0);
            }
        } else if (c == ESCAPE) {
            sequence.append(c);
        } else if (c == '\r') {
            plain.append('\n');
        } else if (c != '\n' || !returned) {
            plain.append(c);
        }
        returned = c == '\r';
    }

    /**
     * Whether a sequence has come to its end: ECMA-48, 5.3 (two characters), 5.4 (control sequences), 5.6 (strings).
     */
    private boolean isWhole() {
        char last = sequence.charAt(sequence.length() - 1);
        return switch (sequence.charAt(1)) {
            case '[' -> sequence.length() > 2 && last >= '@' && last <= '~';
            case ']', 'P', 'X', '^', '_' ->
                last == BELL || (last == '\\' && sequence.charAt(sequence.length() - 2) == ESCAPE);
            default -> last < ' ' || last > '/';
        };
    }
}
