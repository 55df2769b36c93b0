package org.maxdock.host.ssh;

import java.util.Map;
import org.maxdock.text.Reason;

/** What an algorithm is for, in the words of ssh_config(5), where JSch has names of its own. */
final class AlgorithmKind {

    private static final Map<String, String> OPTIONS = Map.of(
            "kex", "KexAlgorithms",
            "server_host_key", "HostKeyAlgorithms",
            "cipher.c2s", "Ciphers",
            "cipher.s2c", "Ciphers",
            "mac.c2s", "MACs",
            "mac.s2c", "MACs",
            "compression.c2s", "Compression",
            "compression.s2c", "Compression");

    private AlgorithmKind() {}

    /** @param name JSch's */
    static Reason of(String name) {
        return Reason.said(OPTIONS.getOrDefault(name, name));
    }
}
