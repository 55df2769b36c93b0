package org.maxdock.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.dockerjava.api.model.AuthConfig;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.maxdock.host.Host;
import org.maxdock.text.Trouble;

/** The credentials that `docker login` left on the host, where docker itself finds them. */
final class Registries {

    static final String DOCKER_HUB = "https://index.docker.io/v1/";

    private final Host host;

    Registries(Host host) {
        this.host = host;
    }

    RegistryApi api(String registry, boolean insecure) {
        return new RegistryApi(host, registry, insecure);
    }

    /** What to show the registry of an image; without user and password where none are kept. */
    AuthConfig credentialsFor(String reference) throws Trouble {
        AuthConfig auth = new AuthConfig();
        String registry = registryOf(reference);
        DockerConfig.of(host).account(registry).ifPresent(a -> auth.withRegistryAddress(registry).withUsername(a.user()).withPassword(a.secret()));
        return auth;
    }

    /** The same as the header X-Registry-Auth has it: JSON in base64url. */
    String header(String reference) throws Trouble {
        AuthConfig auth = credentialsFor(reference);
        ObjectNode json = new ObjectMapper().createObjectNode();
        if (auth.getUsername() != null) {
            json.put("username", auth.getUsername()).put("password", auth.getPassword()).put("serveraddress", auth.getRegistryAddress());
        }
        return Base64.getUrlEncoder().encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** By the rule of Docker's references: the first part is a registry if it has a dot or a colon, or is localhost. */
    static String registryOf(String reference) {
        int slash = reference.indexOf('/');
        String first = slash < 0 ? "" : reference.substring(0, slash);
        return first.contains(".") || first.contains(":") || first.equals("localhost") ? first : DOCKER_HUB;
    }
}
