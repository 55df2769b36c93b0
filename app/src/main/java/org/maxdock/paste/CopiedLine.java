package org.maxdock.paste;

/**
 * A line of a copied text.
 *
 * @param text as it was meant
 * @param indent characters before it, as it was copied
 * @param goesOn whether the line before it said that it goes on
 * @param inside whether it begins in quotes that an earlier line opened; then it is no line of a shell's
 * @param opens whether it ends in such quotes
 */
record CopiedLine(String text, int indent, boolean goesOn, boolean inside, boolean opens) {

    CopiedLine with(String other) {
        return new CopiedLine(other, indent, goesOn, inside, opens);
    }

    /** Whether a command begins in it, or nothing does. */
    boolean isFirst() {
        return !goesOn && !inside;
    }

    static int indentOf(String text) {
        return text.length() - text.stripLeading().length();
    }
}
