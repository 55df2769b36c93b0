package org.maxdock.host.ssh;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Makes of keywords and values what holds for a connection; refuses by its name what cannot be followed. */
final class ConfigInterpreter {

    private static final int ALIVE_COUNT = 3;
    private static final int RSA_BITS = 1024;
    private static final int PASSWORD_PROMPTS = 3;

    private final ConfigValues values;
    private final SshTarget target;
    private final SshMachine machine;
    private final SshSettings settings;
    private final Tokens tokens;

    private ConfigInterpreter(ConfigValues values, SshTarget target, SshMachine machine, SshSettings settings)
            throws Trouble {
        this.values = values;
        this.target = target;
        this.machine = machine;
        this.settings = settings;
        this.tokens = tokens(values, target, machine);
    }

    static SshConfig interpret(ConfigValues values, SshTarget target, SshMachine machine, SshSettings settings)
            throws Trouble {
        Unfollowed.refuse(values);
        try {
            return new ConfigInterpreter(values, target, machine, settings).config();
        } catch (IllegalArgumentException e) {
            throw new Trouble(e, TroubleKind.SSH_CONFIG_BAD, String.valueOf(e.getMessage()));
        }
    }

    private SshConfig config() throws Trouble {
        return new SshConfig(
                user(values, machine),
                host(values, target),
                port(values, target),
                route(),
                trust(),
                login(),
                AlgorithmLists.of(values),
                seconds("connecttimeout").filter(s -> s > 0).map(Duration::ofSeconds),
                Duration.ofSeconds(seconds("serveraliveinterval").orElse(0L)),
                number("serveralivecountmax", ALIVE_COUNT),
                environment(),
                values.yes("batchmode"),
                Unfollowed.notes(values));
    }

    static Tokens tokens(ConfigValues values, SshTarget target, SshMachine machine) throws Trouble {
        String host = host(values, target);
        return Tokens.of(
                machine,
                target.host(),
                host,
                port(values, target),
                user(values, machine),
                values.first("hostkeyalias")
                        .map(a -> a.toLowerCase(Locale.ROOT))
                        .orElse(target.host()),
                values.first("proxyjump")
                        .filter(j -> !isNone(j))
                        .map(ConfigInterpreter::nearest)
                        .orElse(""));
    }

    /** The name of the last of several jump hosts, which is next to the server; %j is that (ssh_config(5), TOKENS). */
    private static String nearest(String jumps) {
        String last = jumps.substring(jumps.lastIndexOf(',') + 1);
        try {
            return SshTarget.parse(last).host();
        } catch (Trouble told) { // when the route is read
            return last;
        }
    }

    private static String user(ConfigValues values, SshMachine machine) {
        return values.first("user").orElse(machine.user());
    }

    private static String host(ConfigValues values, SshTarget target) {
        return values.first("hostname").orElse(target.host()).toLowerCase(Locale.ROOT);
    }

    private static int port(ConfigValues values, SshTarget target) throws Trouble {
        String port = values.first("port").orElse(target.port() > 0 ? String.valueOf(target.port()) : "22");
        if (!port.matches("\\d{1,5}")) {
            throw new Trouble(TroubleKind.SSH_OPTION_BAD, "Port", port);
        }
        return Integer.parseInt(port);
    }

    static boolean isNone(String value) {
        return value.equalsIgnoreCase("none");
    }

    private Route route() throws Trouble {
        Optional<String> jump = values.first("proxyjump").filter(j -> !isNone(j));
        if (jump.isPresent()) {
            List<SshTarget> hops = new ArrayList<>();
            for (String hop : tokens.percent("ProxyJump", jump.get()).split(",")) {
                hops.add(SshTarget.parse(hop));
            }
            return new Route.Jumps(hops);
        }
        Optional<String> command = values.first("proxycommand").filter(c -> !isNone(c));
        if (command.isPresent()) {
            return new Route.Through(tokens.percent("ProxyCommand", command.get()));
        }
        Route.Family family =
                switch (values.first("addressfamily").orElse("any").toLowerCase(Locale.ROOT)) {
                    case "inet" -> Route.Family.INET;
                    case "inet6" -> Route.Family.INET6;
                    default -> Route.Family.ANY;
                };
        return new Route.Direct(family, values.first("bindaddress").or(() -> values.first("bindinterface")));
    }

    private TrustRules trust() throws Trouble {
        Optional<String> alias = values.first("hostkeyalias").map(a -> a.toLowerCase(Locale.ROOT));
        String host = host(values, target);
        List<Path> files = settings.knownHosts().isPresent()
                ? new ArrayList<>(List.of(settings.knownHosts().get()))
                : files("UserKnownHostsFile");
        int users = files.size();
        files.addAll(files("GlobalKnownHostsFile"));
        return new TrustRules(
                alias.orElse(TrustRules.name(host, port(values, target))),
                alias.orElse(host),
                files,
                users,
                strict(),
                values.yes("hashknownhosts"),
                number("requiredrsasize", RSA_BITS));
    }

    private TrustRules.Strict strict() throws Trouble {
        String value = values.first("stricthostkeychecking").orElse("ask").toLowerCase(Locale.ROOT);
        return switch (value) {
            case "yes", "true" -> TrustRules.Strict.YES;
            case "no", "false", "off" -> TrustRules.Strict.NO;
            case "accept-new" -> TrustRules.Strict.ACCEPT_NEW;
            case "ask" -> TrustRules.Strict.ASK;
            default -> throw new Trouble(TroubleKind.SSH_OPTION_BAD, "StrictHostKeyChecking", value);
        };
    }

    private List<Path> files(String keyword) throws Trouble {
        List<Path> files = new ArrayList<>();
        for (String file : values.all(keyword.toLowerCase(Locale.ROOT))) {
            if (!isNone(file)) {
                files.add(tokens.atHome(keyword, file));
            }
        }
        return files;
    }

    private LoginRules login() throws Trouble {
        List<Path> keys = new ArrayList<>();
        settings.identity().ifPresent(keys::add);
        for (String key : values.all("identityfile")) {
            if (!isNone(key)) {
                keys.add(tokens.path("IdentityFile", key));
            }
        }
        List<Path> certificates = new ArrayList<>();
        for (String certificate : values.all("certificatefile")) {
            if (!isNone(certificate)) {
                certificates.add(tokens.path("CertificateFile", certificate));
            }
        }
        return new LoginRules(
                LoginMethods.of(values),
                keys.stream().distinct().toList(),
                settings.identity(),
                certificates,
                values.yes("identitiesonly"),
                agent(),
                number("numberofpasswordprompts", PASSWORD_PROMPTS),
                values.yes("gssapidelegatecredentials"),
                values.first("addkeystoagent")
                        .filter(v -> !values.no("addkeystoagent"))
                        .isPresent(),
                Unfollowed.loginNotes(values));
    }

    private Optional<Path> agent() throws Trouble {
        String value = values.first("identityagent").orElse("SSH_AUTH_SOCK");
        if (isNone(value)) {
            return Optional.empty();
        }
        if (value.equals("SSH_AUTH_SOCK") || value.matches("\\$\\w+")) {
            return Optional.ofNullable(machine.variables().get(value.replace("$", "")))
                    .filter(socket -> !socket.isBlank())
                    .map(Path::of);
        }
        if (value.startsWith("$") && !value.startsWith("${")) {
            throw new Trouble(TroubleKind.SSH_OPTION_BAD, "IdentityAgent", value);
        }
        return Optional.of(tokens.path("IdentityAgent", value));
    }

    /** What ssh would offer to the server; SetEnv stands over SendEnv. */
    private Map<String, String> environment() {
        Map<String, String> found = new TreeMap<>();
        machine.variables().forEach((name, value) -> {
            if (values.all("sendenv").stream().anyMatch(p -> HostPatterns.matches(name, p))) {
                found.put(name, value);
            }
        });
        Map<String, String> set = new TreeMap<>(); // the first counts
        for (String each : values.all("setenv")) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                set.putIfAbsent(each.substring(0, equals), each.substring(equals + 1));
            }
        }
        found.putAll(set);
        return found;
    }

    private int number(String keyword, int otherwise) throws Trouble {
        String value = values.first(keyword).orElse(String.valueOf(otherwise));
        if (!value.matches("\\d{1,6}")) {
            throw new Trouble(TroubleKind.SSH_OPTION_BAD, keyword, value);
        }
        return Integer.parseInt(value);
    }

    /** A length of time as sshd_config(5) writes it: 90, 1m30s. */
    private Optional<Long> seconds(String keyword) throws Trouble {
        Optional<String> value = values.first(keyword).filter(v -> !isNone(v));
        return value.isEmpty() ? Optional.empty() : Optional.of(TimeFormat.seconds(keyword, value.get()));
    }
}
