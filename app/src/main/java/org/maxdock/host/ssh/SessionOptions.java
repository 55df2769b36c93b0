package org.maxdock.host.ssh;

import com.jcraft.jsch.Session;
import java.util.List;

/** Sets in JSch's words what a configuration says. */
final class SessionOptions {

    private static final String KEY_ALGORITHMS = "PubkeyAcceptedAlgorithms";

    /** What JSch tries before it proposes it. */
    private static final List<String> CHECKS = List.of("CheckCiphers", "CheckMacs", "CheckKexes", "CheckSignatures");

    private SessionOptions() {}

    static void set(Session session, SshConfig config, List<String> methods, List<String> hostKeys) {
        Algorithms algorithms = config.algorithms();
        set(session, "kex", algorithms.keyExchange());
        set(session, "server_host_key", hostKeys);
        set(session, "cipher.c2s", algorithms.ciphers());
        set(session, "cipher.s2c", algorithms.ciphers());
        set(session, "mac.c2s", algorithms.macs());
        set(session, "mac.s2c", algorithms.macs());
        set(session, KEY_ALGORITHMS, algorithms.publicKey());
        set(session, "ca_signature_algorithms", algorithms.authority());
        String compression = algorithms.compression() ? "zlib@openssh.com,none" : "none";
        session.setConfig("compression.c2s", compression);
        session.setConfig("compression.s2c", compression);
        // with each connection JSch would make a key of each kind, to see whether this Java can: it can
        for (String check : CHECKS) {
            session.setConfig(check, "");
        }
        setMethods(session, methods);
        session.setConfig(
                "gssapi-with-mic.krb5",
                (config.login().delegate() ? KerberosContext.Delegating.class : KerberosContext.class).getName());
        if (config.trust().name().equals(config.trust().plainName())) {
            session.setHostKeyAlias(config.trust().name()); // a certificate is for that name
        }
        // HostKeyCheck judges, asks and remembers; JSch is to take its word
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("HashKnownHosts", "no");
        session.setConfig("prefer_known_host_key_types", "no");
        // a certificate that is of no use leaves the key in it, to be judged as any other (sshconnect.c)
        session.setConfig("host_certificate_to_key_fallback", "yes");
    }

    /** The ways to log in, also while the connecting goes on. */
    static void setMethods(Session session, List<String> methods) {
        session.setConfig("PreferredAuthentications", String.join(",", methods));
    }

    /** With which algorithms keys are shown, also while the connecting goes on. */
    static void setKeyAlgorithms(Session session, List<String> server) {
        List<String> accepted = List.of(session.getConfig(KEY_ALGORITHMS).split(","));
        set(session, KEY_ALGORITHMS, RsaSignatures.oneForEachKey(accepted, server));
    }

    private static void set(Session session, String option, List<String> names) {
        if (!names.isEmpty()) {
            session.setConfig(option, String.join(",", names));
        }
    }
}
