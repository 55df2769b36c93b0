package org.maxdock.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/**
 * Manifests in registries, read by {@code docker manifest inspect} on the host, since the engine passes on their
 * digests only. They are asked for by digest, which docker checks; so a registry without TLS can say no lies either.
 * Where docker cannot tell, nothing is known.
 */
public final class RegistryManifests {

    private static final String INSPECT = "docker manifest inspect ${2:+--insecure} -- \"$1\"";

    private final Host host;
    private final InsecureRegistries insecure;

    /** @param insecure to others the user's login goes over TLS only, and to who can prove the name */
    public RegistryManifests(Host host, InsecureRegistries insecure) {
        this.host = host;
        this.insecure = insecure;
    }

    /** The manifests of an index by platform ({@code os/architecture[/variant]}); none where it cannot be had. */
    public Map<String, String> ofIndex(String name) {
        Map<String, String> all = new HashMap<>();
        ask(name).path("manifests").forEach(m -> {
            Descriptor one = Descriptor.of(m);
            all.putIfAbsent(one.platform(), one.digest());
        });
        return all;
    }

    /** The digest of the configuration that a manifest names; empty where it cannot be had. */
    public String config(String name) {
        return ask(name).path("config").path("digest").asText("");
    }

    private JsonNode ask(String name) {
        try {
            String how = insecure.contains(RepositoryName.of(name).registry()) ? "insecure" : "";
            Output output = host.run(Command.script(INSPECT, name, how));
            return output.ok()
                    ? Untrusted.of(Untrusted.LARGE, TroubleKind.ANSWER_UNREADABLE, "docker manifest inspect")
                            .bytes(output.bytes(), StrictJson::parse)
                    : StrictJson.nothing();
        } catch (Trouble e) {
            System.getLogger(RegistryManifests.class.getName())
                    .log(System.Logger.Level.DEBUG, "no manifest of " + name, e);
            return StrictJson.nothing();
        }
    }
}
