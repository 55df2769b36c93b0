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
        String address = registry.replaceFirst(":\\d{1,5}$", "");
        // docker takes these for insecure always (dockerd(8), --insecure-registry); a name is no address
        if (address.matches("localhost|\\[::1\\]") || isIn(address, "127.0.0.0/8")) {
            return true;
        }
        JsonNode all = engine.get("/info").orElse(StrictJson.nothing()).path("RegistryConfig");
        JsonNode known = all.path("IndexConfigs").path(registry);
        if (known.has("Secure")) {
            return !known.path("Secure").asBoolean();
        }
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
        if (!address.matches("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})")) {
            return OptionalLong.empty();
        }
        long number = 0;
        for (String part : address.split("\\.")) {
            int octet = Integer.parseInt(part);
            if (octet > 0xff) {
                return OptionalLong.empty();
            }
            number = number << 8 | octet;
        }
        return OptionalLong.of(number);
    }
}
