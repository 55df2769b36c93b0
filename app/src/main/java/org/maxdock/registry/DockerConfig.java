package org.maxdock.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * What `docker login` left on a host, where docker itself finds it: in ~/.docker/config.json, or in the credential
 * helpers that it names (docker-login(1), CREDENTIAL STORES).
 */
final class DockerConfig {

    private static final String HELPER = "[A-Za-z0-9][A-Za-z0-9_.-]*";

    /** A user and a password or token. */
    record Account(String user, String secret) {
        @Override
        public String toString() {
            return user; // a secret has no place in a log
        }
    }

    private final Host host;
    private final JsonNode config;

    private DockerConfig(Host host, JsonNode config) {
        this.host = host;
        this.config = config;
    }

    static DockerConfig of(Host host) throws Trouble {
        Output file =
                host.run(Command.script("cat -- \"${DOCKER_CONFIG:-$HOME/.docker}/config.json\" 2>/dev/null || true"));
        return new DockerConfig(host, json(host, file.text().isBlank() ? "{}" : file.text()));
    }

    private static JsonNode json(Host host, String text) throws Trouble {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new Trouble(e, TroubleKind.DOCKER_CONFIG_UNREADABLE, host.name());
        }
    }

    /** The account for a registry; empty where none is kept. */
    Optional<Account> account(String registry) throws Trouble {
        Optional<String> helper = helper(registry);
        if (helper.isPresent()) {
            Output said = host.run(Command.of("docker-credential-" + helper.get(), "get")
                    .withInput(registry.getBytes(StandardCharsets.UTF_8)));
            JsonNode found =
                    said.ok() ? json(host, said.text()) : json(host, "{}"); // helpers fail where they have nothing
            return Optional.of(new Account(
                            found.path("Username").asText(),
                            found.path("Secret").asText()))
                    .filter(a -> !a.user().isEmpty());
        }
        try {
            String[] pair = new String(
                            Base64.getDecoder()
                                    .decode(config.path("auths")
                                            .path(registry)
                                            .path("auth")
                                            .asText("")),
                            StandardCharsets.UTF_8)
                    .split(":", 2);
            return pair.length == 2 ? Optional.of(new Account(pair[0], pair[1])) : Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new Trouble(e, TroubleKind.DOCKER_CONFIG_UNREADABLE, host.name());
        }
    }

    /** Registries and their users. */
    Map<String, String> users() throws Trouble {
        Map<String, String> users = new TreeMap<>();
        List<String> registries = new ArrayList<>();
        config.path("auths").fieldNames().forEachRemaining(registries::add);
        config.path("credHelpers").fieldNames().forEachRemaining(registries::add);
        for (String registry : registries) {
            account(registry).ifPresent(a -> users.put(registry, a.user()));
        }
        Optional<String> store = named(config.path("credsStore"));
        if (store.isPresent()) {
            Output said = host.run(Command.of("docker-credential-" + store.get(), "list"));
            json(host, said.ok() ? said.text() : "{}")
                    .properties()
                    .forEach(e -> users.putIfAbsent(e.getKey(), e.getValue().asText()));
        }
        return users;
    }

    private Optional<String> helper(String registry) {
        return named(config.path("credHelpers").path(registry)).or(() -> named(config.path("credsStore")));
    }

    /** A name from the file becomes part of a command's, and is one only if it looks like one. */
    private static Optional<String> named(JsonNode helper) {
        return Optional.of(helper.asText("")).filter(h -> h.matches(HELPER));
    }
}
