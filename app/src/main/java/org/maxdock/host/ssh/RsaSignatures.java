package org.maxdock.host.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * With which algorithm an RSA key is shown to a server: with one, as OpenSSH's client has it, and not with each in
 * turn, since a server counts how often it is asked (sshd_config(5), MaxAuthTries).
 */
final class RsaSignatures {

    private static final String OLDEST = "ssh-rsa";
    private static final Set<String> RSA = Set.of("rsa-sha2-512", "rsa-sha2-256", OLDEST);
    private static final String CERTIFICATE = "-cert-v01@openssh.com";

    private RsaSignatures() {}

    /**
     * Of the algorithms for RSA keys, and of those for their certificates, only one is left: the first that the server
     * takes. One that does not say what it takes may be older than the others, and is shown the first of them all, as
     * OpenSSH's client does it (sshconnect2.c, key_sig_algorithm).
     *
     * @param accepted by the configuration, in its order
     * @param server what the server takes (RFC 8308, server-sig-algs); empty where it has not said
     */
    static List<String> oneForEachKey(List<String> accepted, List<String> server) {
        Optional<String> plain = first(accepted, server, false);
        Optional<String> certified = first(accepted, server, true);
        List<String> left = new ArrayList<>();
        for (String algorithm : accepted) {
            boolean chosen = isCertificate(algorithm)
                    ? certified.filter(algorithm::equals).isPresent()
                    : plain.filter(algorithm::equals).isPresent();
            if (chosen || !RSA.contains(bare(algorithm))) {
                left.add(algorithm);
            }
        }
        return left;
    }

    private static Optional<String> first(List<String> accepted, List<String> server, boolean certificate) {
        List<String> possible = accepted.stream()
                .filter(a -> RSA.contains(bare(a)) && isCertificate(a) == certificate)
                .toList();
        List<String> taken = server.isEmpty() ? List.of(OLDEST) : server;
        return possible.stream()
                .filter(a -> taken.contains(a) || taken.contains(bare(a)))
                .findFirst()
                .or(() -> possible.stream().findFirst());
    }

    private static boolean isCertificate(String algorithm) {
        return algorithm.endsWith(CERTIFICATE);
    }

    private static String bare(String algorithm) {
        return algorithm.replace(CERTIFICATE, "");
    }
}
