package org.maxdock.ui.shared;

/**
 * Text that keeps coming, from any thread, to be shown by the window's: of much text the latest is kept, and who brings
 * more than can be shown waits until it has been looked at. So it never takes more room than {@code most} characters a
 * few times over, however fast it comes.
 */
public final class GrowingText {

    private final int most;
    private final StringBuilder fresh = new StringBuilder();
    private long skipped;
    private boolean closed;

    /** @param most characters that are kept */
    public GrowingText(int most) {
        this.most = most;
    }

    /** What has come since it was looked at last; of much, the latest. */
    public record Piece(String text, long skipped) {
        public boolean isEmpty() {
            return text.isEmpty() && skipped == 0;
        }
    }

    /** Adds text; waits while twice as much as is kept has come and nobody has looked. */
    public synchronized void append(CharSequence text) throws InterruptedException {
        while (!closed && fresh.length() >= most && skipped >= most) {
            wait();
        }
        if (closed) {
            return;
        }
        fresh.append(text);
        int over = fresh.length() - most;
        if (over > 0) {
            int cut = Character.isLowSurrogate(fresh.charAt(over)) ? over + 1 : over;
            fresh.delete(0, cut);
            skipped += cut;
        }
    }

    /** Takes all that has come. */
    public Piece take() {
        return take(most);
    }

    /** Takes what has come, but no more than so many characters of it; the rest is there for the next time. */
    public synchronized Piece take(int characters) {
        int end = Math.min(characters, fresh.length());
        if (end < fresh.length() && end > 0 && Character.isHighSurrogate(fresh.charAt(end - 1))) {
            end--;
        }
        Piece piece = new Piece(fresh.substring(0, end), skipped);
        fresh.delete(0, end);
        skipped = 0;
        notifyAll();
        return piece;
    }

    /** Nobody looks any more: who brings text need not wait. */
    public synchronized void close() {
        closed = true;
        fresh.setLength(0);
        skipped = 0;
        notifyAll();
    }

    public int most() {
        return most;
    }
}
