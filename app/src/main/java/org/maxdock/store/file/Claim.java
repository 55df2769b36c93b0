package org.maxdock.store.file;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** What the holder of a lock writes into its lock file: a mark that nobody else has, then who it is, for people. */
final class Claim {

    private static final int LONGEST = 100;

    private Claim() {}

    static String mine() {
        return UUID.randomUUID() + " "
                + shortened(System.getProperty("user.name") + "@" + machine() + ", process "
                        + ProcessHandle.current().pid());
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

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return e.getMessage().replaceFirst(":.*", ""); // the name is what it could not look up
        }
    }
}
