package org.maxdock.mount;

/** Permission bits as ls(1) writes them. */
public final class Permissions {

    private Permissions() {}

    /** The nine letters for the lowest nine bits. */
    public static String text(int mode) {
        StringBuilder text = new StringBuilder();
        for (int bit = 8; bit >= 0; bit--) {
            text.append((mode >> bit & 1) == 0 ? '-' : "rwx".charAt((8 - bit) % 3));
        }
        return text.toString();
    }
}
