package org.maxdock.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.maxdock.host.Host;
import org.maxdock.text.Trouble;

/** The credentials that `docker login` left on the host, where docker itself finds them. */
public final class Registries {

    static final String DOCKER_HUB = "https://index.docker.io/v1/";

    private final Host host;

    public Registries(Host host) {
        this.host = host;
    }

    RegistryApi api(String registry, boolean insecure) {
        return new RegistryApi(host, registry, insecure);
    }

    /** What to show the registry of an image. */
    public Credentials credentialsFor(String reference) throws Trouble {
        String registry = registryOf(reference);
        return DockerConfig.of(host)
                .account(registry)
                .map(a -> new Credentials(registry, a.user(), a.secret()))
                .orElse(new Credentials(registry, "", ""));
    }

    /** The same as the header X-Registry-Auth has it: JSON in base64url. */
    public String header(String reference) throws Trouble {
        Credentials credentials = credentialsFor(reference);
        ObjectNode json = new ObjectMapper().createObjectNode();
        if (!credentials.none()) {
            json.put("username", credentials.user())
                    .put("password", credentials.secret())
                    .put("serveraddress", credentials.registry());
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
