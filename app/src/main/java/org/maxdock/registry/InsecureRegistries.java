package org.maxdock.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;
import org.maxdock.text.Trouble;

/** Which registries may be spoken to without TLS, or with a certificate that nobody vouches for: the engine says so. */
public final class InsecureRegistries {

    private final EngineAnswers engine;

    public InsecureRegistries(EngineAnswers engine) {
        this.engine = engine;
    }

    /** @param registry such as registry.example.org:5000 */
    public boolean contains(String registry) throws Trouble {
        if (registry.matches("(localhost|127\\..*|\\[::1\\])(:\\d+)?")) { // docker takes these for insecure always
            return true;
        }
        JsonNode all = engine.get("/info").orElse(StrictJson.nothing()).path("RegistryConfig");
        JsonNode known = all.path("IndexConfigs").path(registry);
        if (known.has("Secure")) {
            return !known.path("Secure").asBoolean();
        }
        String address = registry.replaceFirst(":\\d{1,5}$", "");
        for (JsonNode network : all.path("InsecureRegistryCIDRs")) {
            if (isIn(address, network.asText())) {
                return true;
            }
        }
        return false;
    }

    /** Of IPv4, in numbers; names are not looked up here. */
    private static boolean isIn(String address, String network) {
        String[] parts = network.split("/");
        if (parts.length != 2 || !parts[1].matches("\\d|[12]\\d|3[0-2]")) {
            return false;
        }
        OptionalLong one = number(address);
        OptionalLong other = number(parts[0]);
        int shift = 32 - Integer.parseInt(parts[1]);
        return one.isPresent() && other.isPresent() && one.getAsLong() >> shift == other.getAsLong() >> shift;
    }

    private static OptionalLong number(String address) {
        if (!address.matches("\\d{1,3}(?:\\.\\d{1,3}){3}")) {
            return OptionalLong.empty();
        }
        long number = 0;
        for (String part : address.split("\\.")) {
            number = number << 8 | Integer.parseInt(part) & 0xff;
        }
        return OptionalLong.of(number);
    }
}
