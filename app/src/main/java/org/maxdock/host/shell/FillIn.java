package org.maxdock.host.shell;

/** Words that a page leaves to be filled in, {@code <your image>}, which look like redirections. */
final class FillIn {

    /** What is longer is none. */
    private static final int LONGEST = 100;

    private FillIn() {}

    /** Where the one ends that begins at the sign {@code <} before {@code from}; -1 where there is none. */
    static int end(String text, int from) {
        int close = text.indexOf('>', from);
        boolean near = close > from && close - from <= LONGEST;
        return near && isWords(text.substring(from, close)) && isEnd(text, close + 1) ? close + 1 : -1;
    }

    private static boolean isEnd(String text, int after) {
        return after >= text.length() || !Character.isLetterOrDigit(text.charAt(after));
    }

    private static boolean isWords(String inside) {
        return inside.matches("[\\w.:/-]++(?: [\\w.:/-]++)*+");
    }
}
