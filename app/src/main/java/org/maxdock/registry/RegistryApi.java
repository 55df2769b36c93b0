package org.maxdock.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * A registry's own interface (distribution.github.io/distribution/spec/api), asked by the host's curl, so that the
 * host's way out, its proxies and the certificates that docker trusts there hold. With the account that docker has; a
 * password goes by standard input only.
 */
final class RegistryApi {

    private static final String CURL = """
            ca=/etc/docker/certs.d/$1/ca.crt
            [ -f "$ca" ] && set -- --cacert "$ca" || set --
            exec curl --silent --show-error --include --config - "$@"
            """;
    private static final Set<Integer> NO_TLS =
            Set.of(7, 28, 35, 52, 60); // curl(1): connection, time, handshake, nothing came, certificate
    private static final int PROBE = 3; // seconds for TLS where it need not be
    private static final int LONGEST = 40;
    private static final int NO_CURL = 127;
    private static final int DENIED = 401;
    private static final int MOST_PAGES = 50;
    private static final Pattern CHALLENGE = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"?next\"?.*");

    /** What a registry answered: status, headers in lower case, body. */
    private record Answer(int status, Map<String, String> headers, String body) {
        static Answer of(String text) {
            String rest = text;
            while (true) {
                int end = rest.indexOf("\r\n\r\n");
                String head = end < 0 ? rest : rest.substring(0, end);
                String body = end < 0 ? "" : rest.substring(end + 4);
                if (!body.startsWith("HTTP/")) { // a proxy's answer may come before the registry's
                    Map<String, String> headers = new LinkedHashMap<>();
                    head.lines()
                            .skip(1)
                            .map(l -> l.split(":", 2))
                            .filter(l -> l.length == 2)
                            .forEach(l -> headers.put(l[0].strip().toLowerCase(Locale.ROOT), l[1].strip()));
                    String[] first = head.split("\\s+");
                    return new Answer(
                            first.length > 1 && first[1].matches("\\d{3}") ? Integer.parseInt(first[1]) : 0,
                            headers,
                            body);
                }
                rest = body;
            }
        }
    }

    private final Host host;
    private final String registry;
    private final boolean insecure;
    private String base;
    private String authorization = "";

    /**
     * @param registry its name in references; Docker Hub's is its address
     * @param insecure whether the engine would talk to it without TLS
     */
    RegistryApi(Host host, String registry, boolean insecure) {
        this.host = host;
        this.registry = registry;
        this.insecure = insecure;
        this.base = "https://" + (registry.equals(Registries.DOCKER_HUB) ? "registry-1.docker.io" : registry);
    }

    /** The JSON documents at a path and at those that it says come next. */
    List<JsonNode> pages(String path) throws Trouble {
        List<JsonNode> pages = new ArrayList<>();
        Optional<String> next = Optional.of(path);
        while (next.isPresent() && pages.size() < MOST_PAGES) {
            Answer answer = get(next.get());
            pages.add(json(answer));
            Matcher link = NEXT.matcher(answer.headers().getOrDefault("link", ""));
            next = link.matches() ? Optional.of(link.group(1).replaceFirst("^https?://[^/]+", "")) : Optional.empty();
        }
        return pages;
    }

    private JsonNode json(Answer answer) throws Trouble {
        if (answer.status() == DENIED || answer.status() == 403) {
            throw new Trouble(TroubleKind.REGISTRY_PASSWORD, registry);
        }
        if (answer.status() == 404 || answer.status() == 405) {
            throw new Trouble(TroubleKind.REGISTRY_TELLS_NOTHING, registry, answer.status());
        }
        if (answer.status() != 200) {
            throw new Trouble(TroubleKind.REGISTRY_FAILED, registry, "HTTP " + answer.status());
        }
        return parse(answer.body());
    }

    private JsonNode parse(String body) throws Trouble {
        try {
            return StrictJson.parse(body.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new Trouble(e, TroubleKind.REGISTRY_FAILED, registry, e.getOriginalMessage());
        }
    }

    private Answer get(String path) throws Trouble {
        Answer answer = ask(base + path, authorization);
        if (answer.status() == DENIED && authorization.isEmpty()) {
            authorization = authorize(answer.headers().getOrDefault("www-authenticate", ""));
            return authorization.isEmpty() ? answer : ask(base + path, authorization);
        }
        return answer;
    }

    /** Basic, or a token that another server gives for it (distribution spec, token authentication). */
    private String authorize(String challenge) throws Trouble {
        Optional<DockerConfig.Account> account = DockerConfig.of(host).account(registry);
        String basic = account.map(a -> "Basic "
                        + Base64.getEncoder()
                                .encodeToString((a.user() + ":" + a.secret()).getBytes(StandardCharsets.UTF_8)))
                .orElse("");
        if (!challenge.toLowerCase(Locale.ROOT).startsWith("bearer")) {
            return basic;
        }
        Map<String, String> said = new LinkedHashMap<>();
        for (Matcher m = CHALLENGE.matcher(challenge); m.find(); ) {
            said.put(m.group(1), m.group(2));
        }
        String realm = said.getOrDefault("realm", "");
        if (!realm.startsWith("https://") && !(insecure && realm.startsWith("http://"))) {
            throw new Trouble(
                    TroubleKind.REGISTRY_FAILED, registry, "realm " + realm); // a password goes nowhere in clear
        }
        String query = "?service=" + encoded(said.getOrDefault("service", "")) + "&scope="
                + encoded(said.getOrDefault("scope", ""));
        JsonNode token = json(ask(realm + query, basic));
        return "Bearer " + token.path("token").asText(token.path("access_token").asText(""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer ask(String url, String authorize) throws Trouble {
        boolean probe = insecure && url.startsWith("https://") && url.startsWith(base);
        Output output = curl(url, authorize, probe ? PROBE : LONGEST);
        if (probe && NO_TLS.contains(output.status())) {
            base = base.replaceFirst("https", "http");
            output = curl(url.replaceFirst("https", "http"), authorize, LONGEST);
        }
        if (output.status() == NO_CURL) {
            throw new Trouble(TroubleKind.NO_CURL, host.name());
        }
        if (!output.ok()) {
            throw new Trouble(TroubleKind.REGISTRY_FAILED, registry, output.lastError());
        }
        return Answer.of(output.text());
    }

    private Output curl(String url, String authorize, int seconds) throws Trouble {
        String config = "max-time = " + seconds + "\nurl = " + quoted(url) + "\n"
                + (authorize.isEmpty() ? "" : "header = " + quoted("Authorization: " + authorize) + "\n");
        return host.run(Command.script(CURL, registry.replaceAll("^https?://|/.*$", ""))
                .withInput(config.getBytes(StandardCharsets.UTF_8)));
    }

    /** As curl reads it from a file: a line, in quotes. */
    private static String quoted(String text) {
        return "\"" + text.replaceAll("[\\r\\n]", "").replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
