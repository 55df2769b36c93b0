package org.maxdock.host.ssh;

import java.nio.file.Path;
import java.util.List;

/**
 * How a server's key is judged.
 *
 * @param name what known_hosts files call the server: its alias (HostKeyAlias), or its address in lower case
 * @param plainName the same without the port, to be looked for where the other is in no file; the same again for an
 *     alias
 * @param files where the user's known hosts are, the first of which takes new ones, then those of the machine
 * @param userFiles how many of the files are the user's
 * @param hashed whether new names are hashed (HashKnownHosts)
 * @param rsaBits the shortest RSA key that is accepted (RequiredRSASize)
 */
record TrustRules(
        String name, String plainName, List<Path> files, int userFiles, Strict strict, boolean hashed, int rsaBits) {

    /** StrictHostKeyChecking. */
    enum Strict {
        YES,
        ACCEPT_NEW,
        ASK,
        NO
    }

    TrustRules {
        files = List.copyOf(files);
        if (name.isBlank() || userFiles < 0 || userFiles > files.size() || rsaBits < 0) {
            throw new IllegalArgumentException("no rules to trust " + name + " by");
        }
    }

    /** The name for a port, as known_hosts files have it. */
    static String name(String host, int port) {
        return port == 22 ? host : "[" + host + "]:" + port;
    }
}
