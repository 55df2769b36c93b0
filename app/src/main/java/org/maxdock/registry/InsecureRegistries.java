package org.maxdock.registry;

import com.fasterxml.jackson.databind.JsonNode;
import org.maxdock.text.Trouble;

/** Which registries may be spoken to without TLS, or with a certificate that nobody vouches for: the engine says so. */
public final class InsecureRegistries {

    private final EngineAnswers engine;

    public InsecureRegistries(EngineAnswers engine) {
        this.engine = engine;
    }

    /** @param registry such as registry.example.org:5000 */
    public boolean contains(String registry) throws Trouble {
        if (registry.matches("(localhost|127\\..*)(:\\d+)?")) { // docker takes these for insecure always
            return true;
        }
        JsonNode known = engine.get("/info")
                .orElse(StrictJson.nothing())
                .path("RegistryConfig")
                .path("IndexConfigs")
                .path(registry);
        return known.has("Secure") && !known.path("Secure").asBoolean();
    }
}
