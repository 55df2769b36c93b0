package org.maxdock.host.ssh;

import java.util.List;

/**
 * Which algorithms may be used, best first; an empty list leaves it to the library.
 *
 * @param authority for the signatures of certificates' authorities
 */
record Algorithms(
        List<String> keyExchange,
        List<String> hostKey,
        List<String> ciphers,
        List<String> macs,
        List<String> publicKey,
        List<String> authority,
        boolean compression) {

    Algorithms {
        keyExchange = List.copyOf(keyExchange);
        hostKey = List.copyOf(hostKey);
        ciphers = List.copyOf(ciphers);
        macs = List.copyOf(macs);
        publicKey = List.copyOf(publicKey);
        authority = List.copyOf(authority);
    }
}
