package org.maxdock.ui.shared;

/** Sizes of files and images as people read them: decimal, as docker writes them. */
public final class Megabytes {

    private Megabytes() {}

    public static String of(long bytes) {
        if (bytes >= 1_000_000_000) {
            return String.format("%.1f GB", bytes / 1e9);
        }
        return bytes >= 1_000_000
                ? String.format("%.1f MB", bytes / 1e6)
                : String.format("%.0f kB", Math.ceil(bytes / 1e3));
    }
}
