package org.maxdock.registry;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a registry wants before it answers: the header WWW-Authenticate (distribution spec, token authentication).
 *
 * @param realm where a token is to be had; empty where a password is enough
 */
record Challenge(Optional<URI> realm, String service, String scope) {

    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final String HUB_TOKENS = "auth.docker.io";
    private static final int HTTPS = 443;

    /** @throws IllegalArgumentException where it names a place that is no web server */
    static Challenge of(String header) {
        Map<String, String> said = new LinkedHashMap<>();
        for (Matcher m = PARAMETER.matcher(header); m.find(); ) {
            said.putIfAbsent(m.group(1), m.group(2));
        }
        boolean token = header.toLowerCase(Locale.ROOT).startsWith("bearer");
        return new Challenge(
                token ? Optional.of(web(said.getOrDefault("realm", ""))) : Optional.empty(),
                said.getOrDefault("service", ""),
                said.getOrDefault("scope", ""));
    }

    private static URI web(String text) {
        URI uri = URI.create(text);
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        if (!web || uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException(text);
        }
        return uri;
    }

    /**
     * Whether the place that gives tokens may see what is kept for the registry: it is the registry's own host, at its
     * port or the one of HTTPS, or a domain that the registry's name lies in; or Docker Hub's. Others are asked as
     * anybody would.
     */
    boolean concerns(URI registry) {
        String from = registry.getHost();
        String to = realm.map(URI::getHost).orElse(from);
        int port = realm.map(Challenge::port).orElse(port(registry));
        if (from.equals(to)) {
            return port == port(registry) || port == HTTPS;
        }
        boolean above = from.endsWith("." + to) && to.indexOf('.') > 0;
        boolean hubs = from.equals(RegistryApi.HUB_HOST) && to.equals(HUB_TOKENS);
        return port == HTTPS && (above || hubs);
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? HTTPS : 80;
    }

    /** What a token is asked for, as a form. */
    String form() {
        return "service=" + encoded(service) + "&scope=" + encoded(scope);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
