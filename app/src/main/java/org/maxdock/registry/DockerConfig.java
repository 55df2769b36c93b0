package org.maxdock.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/**
 * What `docker login` left on a host, where docker itself finds it: in ~/.docker/config.json, or in the credential
 * helpers that it names (docker-login(1), CREDENTIAL STORES); and before that in a variable. Registries stand there as
 * people wrote them: with or without a scheme, with or without a path.
 */
final class DockerConfig {

    /** Docker's own word for Docker Hub. */
    static final String HUB_KEY = "https://index.docker.io/v1/";

    private static final String HELPER = "[A-Za-z0-9][A-Za-z0-9_.-]*";
    private static final int MOST = 8 << 20;

    /** The file; then, where it is set, docker's version and the variable. What is NUL is in none of them. */
    static final String READ = """
            cat -- "${DOCKER_CONFIG:-$HOME/.docker}/config.json" 2>/dev/null
            [ -z "${DOCKER_AUTH_CONFIG-}" ] ||
              printf '\\0%s\\0%s' "$(docker --version 2>/dev/null)" "$DOCKER_AUTH_CONFIG"
            """;

    private final Host host;
    private final JsonNode config;
    private final AuthVariable variable;

    private DockerConfig(Host host, JsonNode config, AuthVariable variable) {
        this.host = host;
        this.config = config;
        this.variable = variable;
    }

    static DockerConfig of(Host host) throws Trouble {
        return read(host, host.run(Command.script(READ)).text());
    }

    /** @param said what the host has printed of it */
    static DockerConfig read(Host host, String said) throws Trouble {
        String[] parts = said.split("\0", 3);
        return new DockerConfig(
                host,
                json(host, parts[0]),
                parts.length > 2 ? AuthVariable.of(parts[1], parts[2]) : AuthVariable.UNSET);
    }

    /** Whether DOCKER_AUTH_CONFIG is set, and docker passes over it. */
    boolean passesOverVariable() {
        return variable.passedOver();
    }

    private static JsonNode json(Host host, String text) throws Trouble {
        return Untrusted.of(MOST, TroubleKind.DOCKER_CONFIG_UNREADABLE, host.name())
                .text(text.isBlank() ? "{}" : text, t -> StrictJson.parse(t.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The account for a registry; empty where none is kept.
     *
     * @param registry as references name it, or as the configuration does
     */
    Optional<Account> account(String registry) throws Trouble {
        String name = hostOf(registry);
        List<String> keys = isHub(name)
                ? List.of(HUB_KEY)
                : Stream.of(registry, name, "https://" + name).distinct().toList();
        Optional<Account> first = variable.account(keys.getFirst());
        if (first.isPresent()) {
            return first;
        }
        Optional<String> helper = helper(keys);
        if (helper.isPresent()) {
            for (String key : keys) {
                Optional<Account> told = ask(helper.get(), key);
                if (told.isPresent()) {
                    return told;
                }
            }
            return Optional.empty();
        }
        return kept(keys, name);
    }

    private Optional<Account> ask(String helper, String key) throws Trouble {
        Output said = host.run(
                Command.of("docker-credential-" + helper, "get").withInput(key.getBytes(StandardCharsets.UTF_8)));
        JsonNode found = said.ok() ? json(host, said.text()) : StrictJson.nothing(); // it fails where it has nothing
        return Optional.of(Account.told(
                        found.path("Username").asText(), found.path("Secret").asText()))
                .filter(a -> !a.isNone());
    }

    /** The exact name first, then whatever means the same host. */
    private Optional<Account> kept(List<String> keys, String name) throws Trouble {
        JsonNode all = config.path("auths");
        List<String> same = new ArrayList<>(keys);
        all.fieldNames().forEachRemaining(k -> {
            if (hostOf(k).equals(name) || (isHub(name) && isHub(hostOf(k)))) {
                same.add(k);
            }
        });
        for (String key : same) {
            Optional<Account> account = read(all.path(key));
            if (account.isPresent()) {
                return account;
            }
        }
        return Optional.empty();
    }

    private Optional<Account> read(JsonNode entry) throws Trouble {
        try {
            return Optional.of(Account.kept(entry)).filter(a -> !a.isNone());
        } catch (IllegalArgumentException e) {
            throw new Trouble(e, TroubleKind.DOCKER_CONFIG_UNREADABLE, host.name());
        }
    }

    /** As {@link Proxies#of}. */
    Proxies proxies(String engine) {
        return Proxies.of(config, engine);
    }

    /** Registries and their users. */
    Map<String, String> users() throws Trouble {
        Map<String, String> users = new TreeMap<>();
        List<String> registries = new ArrayList<>();
        config.path("auths").fieldNames().forEachRemaining(registries::add);
        config.path("credHelpers").fieldNames().forEachRemaining(registries::add);
        registries.addAll(variable.accounts().keySet());
        for (String registry : registries) {
            account(registry).ifPresent(a -> users.put(registry, a.user()));
        }
        Optional<String> store = named(config.path("credsStore"));
        if (store.isPresent()) {
            Output said = host.run(Command.of("docker-credential-" + store.get(), "list"));
            json(host, said.ok() ? said.text() : "")
                    .properties()
                    .forEach(e -> users.putIfAbsent(e.getKey(), e.getValue().asText()));
        }
        return users;
    }

    private Optional<String> helper(List<String> keys) {
        return keys.stream()
                .flatMap(k -> named(config.path("credHelpers").path(k)).stream())
                .findFirst()
                .or(() -> named(config.path("credsStore")));
    }

    /** A name from the file becomes part of a command's, and is one only if it looks like one. */
    private static Optional<String> named(JsonNode helper) {
        return Optional.of(helper.asText("")).filter(h -> h.matches(HELPER));
    }

    /** Without scheme and path, as docker compares them. */
    private static String hostOf(String registry) {
        String rest = registry.replaceFirst("^https?://", "");
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }

    private static boolean isHub(String name) {
        return name.equals(RepositoryName.HUB) || name.equals("index.docker.io");
    }
}
