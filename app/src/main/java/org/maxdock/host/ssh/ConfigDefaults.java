package org.maxdock.host.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What holds where a configuration says nothing, as ssh_config(5) tells it. */
final class ConfigDefaults {

    /** The names of private keys that are looked for in ~/.ssh. */
    static final List<String> KEYS =
            List.of("id_rsa", "id_ecdsa", "id_ecdsa_sk", "id_ed25519", "id_ed25519_sk", "id_xmss", "id_dsa");

    private ConfigDefaults() {}

    /** What files said, made into what {@code ssh -G} would print. */
    static ConfigValues complete(ConfigValues values, SshTarget target, SshMachine machine) throws Trouble {
        if (values.first("canonicalizehostname")
                .filter(v -> !v.equalsIgnoreCase("no"))
                .isPresent()) {
            throw new Trouble(
                    TroubleKind.SSH_OPTION_REFUSED,
                    "CanonicalizeHostname",
                    values.first("canonicalizehostname").get());
        }
        String host = values.first("hostname").orElse("%h");
        if (!host.matches("(?:[^%]|%[h%])*+")) {
            throw new Trouble(TroubleKind.SSH_OPTION_BAD, "HostName", host);
        }
        String given = target.host().toLowerCase(Locale.ROOT);
        values.replace(
                "hostname",
                List.of(host.replace("%%", "\0").replace("%h", given).replace("\0", "%")));
        values.addFirst("user", List.of(machine.user()));
        values.addFirst("port", List.of("22"));
        values.addFirst("identityfile", KEYS.stream().map(k -> "~/.ssh/" + k).toList());
        values.addFirst("userknownhostsfile", List.of("~/.ssh/known_hosts", "~/.ssh/known_hosts2"));
        values.addFirst("globalknownhostsfile", List.of("/etc/ssh/ssh_known_hosts", "/etc/ssh/ssh_known_hosts2"));
        expandKnownHosts(values, target, machine);
        return values;
    }

    private static void expandKnownHosts(ConfigValues values, SshTarget target, SshMachine machine) throws Trouble {
        Tokens tokens = ConfigInterpreter.tokens(values, target, machine);
        List<String> files = new ArrayList<>();
        for (String file : values.all("userknownhostsfile")) {
            files.add(
                    file.equals("none")
                            ? file
                            : tokens.path("UserKnownHostsFile", file).toString());
        }
        values.replace("userknownhostsfile", files);
    }
}
