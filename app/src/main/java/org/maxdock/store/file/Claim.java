package org.maxdock.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;

/** What the holder of a lock writes into its lock file: a mark that nobody else has, then who it is, for people. */
final class Claim {

    private static final int LONGEST = 100;
    /** One short line without an end, whichever version wrote it: unlike a file that people write. */
    private static final Pattern FORM = Pattern.compile("[^\\r\\n]{0,250}");

    private Claim() {}

    static String mine() {
        return UUID.randomUUID() + " "
                + shortened(System.getProperty("user.name") + "@" + machine() + ", process "
                        + ProcessHandle.current().pid());
    }

    /** Whether a lock file may hold this: a claim, or the beginning of one whose writer could not go on, or nothing. */
    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** Who it is, as far as can be shown. */
    static String readable(String claim) {
        String who = claim.contains(" ") ? claim.substring(claim.indexOf(' ') + 1) : "";
        return who.isBlank() ? "?" : shortened(who);
    }

    private static String shortened(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
        return plain.substring(0, Math.min(LONGEST, plain.length()));
    }

    /** As the kernel has it: a look-up of names may take its time, and a lock is held meanwhile. */
    private static String machine() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return "?"; // no Linux
        }
    }
}
