package org.maxdock.text;

import java.util.Locale;

/** How much room something takes, in words that fit a table. */
public final class ByteSize {

    private ByteSize() {}

    /** In GB, MB or kB, which are powers of ten; what is less than a kB is rounded up. */
    public static String words(long bytes) {
        if (bytes >= 1_000_000_000) {
            return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
        }
        return bytes >= 1_000_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.0f kB", Math.ceil(bytes / 1e3));
    }
}
