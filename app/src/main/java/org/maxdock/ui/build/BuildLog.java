package org.maxdock.ui.build;

/** What a build said, counted in characters from its beginning; of much, the latest is kept. */
final class BuildLog {

    private final int most;
    private final StringBuilder kept = new StringBuilder();
    private long skipped;

    /** @param most characters that are kept */
    BuildLog(int most) {
        this.most = most;
    }

    /**
     * A part of it.
     *
     * @param from where it begins, which is later than was asked for where the beginning is not kept any more
     * @param end where it ends
     */
    record Part(String text, long from, long end) {

        /** What of it is of a vertex of BuildKit's, whose lines bear its number, and of no other. */
        Part ofVertex(int vertex) {
            String own = "#" + vertex + " ";
            StringBuilder lines = new StringBuilder();
            text.lines()
                    .filter(line -> line.startsWith(own))
                    .forEach(line ->
                            lines.append(line, own.length(), line.length()).append('\n'));
            return new Part(lines.toString(), from, end);
        }
    }

    void append(String text) {
        kept.append(text);
        if (kept.length() > 2 * most) {
            int over = kept.length() - most;
            skipped += over;
            kept.delete(0, over);
        }
    }

    long end() {
        return skipped + kept.length();
    }

    /** What is kept of what was said between two places. */
    Part part(long from, long to) {
        long begin = Math.max(from, skipped);
        long end = Math.max(begin, Math.min(to, end()));
        return new Part(kept.substring((int) (begin - skipped), (int) (end - skipped)), begin, end);
    }
}
