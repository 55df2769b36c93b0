package org.maxdock.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The proxies that docker's configuration has for what is built (docs.docker.com/engine/cli/proxy). They may hold
 * passwords.
 *
 * @param values by the names of their variables, in capitals
 */
public record Proxies(Map<String, String> values) {

    private static final Map<String, String> VARIABLES = Map.of(
            "httpProxy", "HTTP_PROXY",
            "httpsProxy", "HTTPS_PROXY",
            "noProxy", "NO_PROXY",
            "ftpProxy", "FTP_PROXY",
            "allProxy", "ALL_PROXY");

    public Proxies {
        values = Map.copyOf(values);
    }

    /**
     * Those for an engine, else those for all.
     *
     * @param engine its address, as DOCKER_HOST has it
     */
    static Proxies of(JsonNode config, String engine) {
        JsonNode all = config.path("proxies");
        JsonNode mine = all.has(engine) ? all.path(engine) : all.path("default");
        Map<String, String> values = new LinkedHashMap<>();
        VARIABLES.forEach((key, variable) -> {
            String value = mine.path(key).asText();
            if (!value.isEmpty()) {
                values.put(variable, value);
            }
        });
        return new Proxies(values);
    }

    /** Build arguments with these, in capitals and in small letters; what was given goes before them. */
    public Map<String, String> with(Map<String, String> arguments) {
        Map<String, String> all = new LinkedHashMap<>(arguments);
        values.forEach((variable, value) -> {
            all.putIfAbsent(variable, value);
            all.putIfAbsent(variable.toLowerCase(Locale.ROOT), value);
        });
        return all;
    }

    @Override
    public String toString() {
        return values.keySet().toString(); // their passwords are in no log
    }
}
