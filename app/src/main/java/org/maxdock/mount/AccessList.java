package org.maxdock.mount;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads access control lists for one question: may the user nobody, whom root becomes under root squash, search a
 * folder? In the forms of getfacl(1) (POSIX.1e draft 17), of GPFS's mmgetacl, and of nfs4_getfacl(1).
 */
final class AccessList {

    private static final Set<String> NOBODY = Set.of("nobody", "nfsnobody", "65534", "99");

    private AccessList() {}

    /** The lists of several files, each after a line {@code # file: NAME}. */
    static Map<String, String> byFile(String text) {
        Map<String, String> lists = new HashMap<>();
        for (String part : text.split("(?m)^# file: ")) {
            int end = part.indexOf('\n');
            if (end > 0) {
                lists.put(Paths.unescape(part.substring(0, end)), part.substring(end + 1));
            }
        }
        return lists;
    }

    static boolean letsNobodySearch(String acl) {
        boolean named = false;
        boolean mask = true;
        for (String raw : acl.split("\n")) {
            String line = raw.replaceFirst("#.*", "").strip();
            String[] part = line.split(":", -1);
            if (part.length < 3 || isForOthersAlone(line, part)) {
                continue;
            }
            if (part[0].equals("A") || part[0].equals("D")) {
                if (concernsNobody(part[2]) && part.length > 3 && part[3].contains("x")) {
                    return part[0].equals("A"); // the first entry that speaks of it decides (RFC 7530, 6.2.1)
                }
            } else if (part[0].equals("special") || part.length > 3 && part[3].matches("allow|deny")) {
                boolean concerns = part[0].equals("user") && NOBODY.contains(part[1]) || part[1].equals("everyone@");
                if (concerns && part[2].contains("x")) {
                    return line.contains(":allow");
                }
            } else if (part[0].equals("user") && NOBODY.contains(part[1])) {
                named = part[2].contains("x");
            } else if (part[0].equals("mask")) {
                mask = part[2].contains("x");
            }
        }
        return named && mask;
    }

    /** Whether it is handed down to what is in the folder, and says nothing of the folder itself. */
    private static boolean isForOthersAlone(String line, String[] part) {
        boolean nfs = part[0].equals("A") || part[0].equals("D");
        return nfs && part[1].contains("i") || line.contains("InheritOnly");
    }

    private static boolean concernsNobody(String who) {
        return who.equals("EVERYONE@") || NOBODY.contains(who.replaceFirst("@.*", ""));
    }
}
