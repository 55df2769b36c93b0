package org.maxdock.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.maxdock.host.Host;
import org.maxdock.text.Trouble;

/** What docker's configuration on the host has: the credentials that `docker login` left there, and proxies. */
public final class Registries {

    private final Host host;

    public Registries(Host host) {
        this.host = host;
    }

    RegistryApi api(String registry, boolean insecure) {
        return new RegistryApi(host, registry, insecure);
    }

    /** What to show the registry of an image. */
    public Credentials credentialsFor(String reference) throws Trouble {
        String registry = RepositoryName.of(reference).registry();
        String key = registry.equals(RepositoryName.HUB) ? DockerConfig.HUB_KEY : registry;
        Account account = DockerConfig.of(host).account(registry).orElse(new Account("", "", ""));
        return new Credentials(key, account.user(), account.secret(), account.identityToken());
    }

    /**
     * The proxies for what an engine builds.
     *
     * @param engine its address, as DOCKER_HOST has it
     */
    public Proxies proxies(String engine) throws Trouble {
        return DockerConfig.of(host).proxies(engine);
    }

    /** The same as the header X-Registry-Auth has it: JSON in base64url. */
    public String header(String reference) throws Trouble {
        Credentials credentials = credentialsFor(reference);
        ObjectNode json = new ObjectMapper().createObjectNode();
        if (!credentials.identityToken().isEmpty()) {
            json.put("identitytoken", credentials.identityToken()).put("serveraddress", credentials.registry());
        } else if (!credentials.none()) {
            json.put("username", credentials.user())
                    .put("password", credentials.secret())
                    .put("serveraddress", credentials.registry());
        }
        return Base64.getUrlEncoder().encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
