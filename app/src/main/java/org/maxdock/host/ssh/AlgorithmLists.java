package org.maxdock.host.ssh;

import com.jcraft.jsch.JSch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * The lists of algorithms in a configuration, without those that JSch lacks. A list that begins with {@code +},
 * {@code -} or {@code ^} adds to, takes from or puts in front of what else were tried (ssh_config(5), Ciphers).
 */
final class AlgorithmLists {

    private static final String CERTIFICATE = "-cert-v01@openssh.com";

    /** A key on a hardware token signs in the agent, which needs nothing of JSch. */
    private static final List<String> BY_AGENT = List.of(
            "sk-ssh-ed25519-cert-v01@openssh.com",
            "sk-ecdsa-sha2-nistp256-cert-v01@openssh.com",
            "sk-ssh-ed25519@openssh.com",
            "sk-ecdsa-sha2-nistp256@openssh.com");

    private AlgorithmLists() {}

    /** @throws Trouble where JSch has none of those that are wanted */
    static Algorithms of(ConfigValues values) throws Trouble {
        return new Algorithms(
                list(values, "KexAlgorithms", "kex", false),
                list(values, "HostKeyAlgorithms", "server_host_key", false),
                list(values, "Ciphers", "cipher.c2s", false),
                list(values, "MACs", "mac.c2s", false),
                list(values, "PubkeyAcceptedAlgorithms", "PubkeyAcceptedAlgorithms", true),
                list(values, "CASignatureAlgorithms", "ca_signature_algorithms", false),
                values.yes("compression"));
    }

    private static List<String> list(ConfigValues values, String keyword, String ours, boolean agent) throws Trouble {
        Optional<String> wanted = values.first(keyword.toLowerCase(java.util.Locale.ROOT));
        List<String> defaults =
                new ArrayList<>(Arrays.asList(JSch.getConfig(ours).split(",")));
        if (agent) {
            defaults.addAll(BY_AGENT);
        }
        if (wanted.isEmpty()) {
            return defaults;
        }
        List<String> usable = merged(wanted.get(), defaults).stream()
                .filter(name -> agent && BY_AGENT.contains(name) || has(name))
                .toList();
        if (usable.isEmpty()) {
            throw new Trouble(TroubleKind.SSH_OPTION_REFUSED, keyword, wanted.get());
        }
        return usable;
    }

    private static List<String> merged(String wanted, List<String> defaults) {
        char how = wanted.charAt(0);
        List<String> names =
                Arrays.asList((how == '+' || how == '-' || how == '^' ? wanted.substring(1) : wanted).split(","));
        List<String> others = defaults.stream()
                .filter(d -> names.stream().noneMatch(n -> HostPatterns.matches(d, n)))
                .toList();
        List<String> all = new ArrayList<>();
        switch (how) {
            case '+' -> {
                all.addAll(defaults);
                names.stream().filter(n -> !defaults.contains(n)).forEach(all::add);
            }
            case '-' -> all.addAll(others);
            case '^' -> {
                all.addAll(names);
                all.addAll(others);
            }
            default -> all.addAll(names);
        }
        return all;
    }

    private static boolean has(String name) {
        String base = name.endsWith(CERTIFICATE) ? name.substring(0, name.length() - CERTIFICATE.length()) : name;
        return JSch.getConfig(base) != null && !base.equals("none");
    }
}
