package org.maxdock.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What `docker login` keeps for a registry: a user with a password, or a token that the registry gave for it
 * (github.com/docker/docker-credential-helpers: the user is then called {@code <token>}).
 *
 * @param identityToken empty where there is a password
 */
record Account(String user, String secret, String identityToken) {

    private static final String TOKEN = "<token>";

    /** What a credential helper tells. */
    static Account told(String user, String secret) {
        return user.equals(TOKEN) ? new Account("", "", secret) : new Account(user, secret, "");
    }

    /**
     * What stands under a registry's name in docker's configuration.
     *
     * @throws IllegalArgumentException where it is not in Base64
     */
    static Account kept(JsonNode entry) {
        String pair = new String(Base64.getDecoder().decode(entry.path("auth").asText("")), StandardCharsets.UTF_8);
        int colon = pair.indexOf(':');
        String user = colon < 0 ? entry.path("username").asText("") : pair.substring(0, colon);
        String secret = colon < 0
                ? entry.path("password").asText("")
                : pair.substring(colon + 1).split("\0", 2)[0]; // docker fills up with NULs
        String token = entry.path("identitytoken").asText("");
        return token.isEmpty() ? new Account(user, secret, "") : new Account(user, "", token);
    }

    boolean isNone() {
        return user.isEmpty() && identityToken.isEmpty();
    }

    @Override
    public String toString() {
        return user; // a secret has no place in a log
    }
}
