package org.maxdock.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Accounts in the variable DOCKER_AUTH_CONFIG, which docker's command heeds from 28.3 on, before its file
 * (docs.docker.com/reference/cli/docker, environment variables).
 *
 * @param accounts by registry, exactly as it is called in references
 * @param passedOver whether it is set all the same: docker is older, or cannot read it
 */
record AuthVariable(Map<String, Account> accounts, boolean passedOver) {

    static final AuthVariable UNSET = new AuthVariable(Map.of(), false);

    private static final AuthVariable PASSED_OVER = new AuthVariable(Map.of(), true);
    private static final Pattern VERSION = Pattern.compile("Docker version ([0-9]{1,4})\\.([0-9]{1,4})\\b.*");
    private static final int MAJOR = 28;
    private static final int MINOR = 3;

    AuthVariable {
        accounts = Map.copyOf(accounts);
    }

    /** @param version what {@code docker --version} says */
    static AuthVariable of(String version, String value) {
        if (!isHeeded(version)) {
            return PASSED_OVER;
        }
        try {
            Map<String, Account> accounts = new TreeMap<>();
            for (Map.Entry<String, JsonNode> entry : StrictJson.parse(value.getBytes(StandardCharsets.UTF_8))
                    .path("auths")
                    .properties()) {
                Account account = Account.kept(entry.getValue());
                if (account.isNone()) {
                    return PASSED_OVER;
                }
                accounts.put(entry.getKey(), account);
            }
            return new AuthVariable(accounts, false);
        } catch (IOException | IllegalArgumentException e) {
            return PASSED_OVER; // as docker does, which tells it so; what is wrong may be secret
        }
    }

    private static boolean isHeeded(String version) {
        Matcher said = VERSION.matcher(version.strip());
        if (!said.matches()) {
            return false;
        }
        int major = Integer.parseInt(said.group(1));
        return major > MAJOR || (major == MAJOR && Integer.parseInt(said.group(2)) >= MINOR);
    }

    Optional<Account> account(String registry) {
        return Optional.ofNullable(accounts.get(registry));
    }
}
