package org.maxdock.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/**
 * A registry's own interface (distribution.github.io/distribution/spec/api), asked by the host's curl. What is kept for
 * the registry is shown to it, and to where its tokens are from ({@link Challenge#concerns}), and to nobody else,
 * whatever it says.
 */
final class RegistryApi {

    /** Where Docker Hub answers. */
    static final String HUB_HOST = "registry-1.docker.io";

    private static final Set<Integer> NO_TLS =
            Set.of(7, 28, 35, 52, 60); // curl(1): connection, time, handshake, nothing came, certificate
    private static final Duration PROBE = Duration.ofSeconds(3); // for TLS where it need not be
    private static final Duration LONGEST = Duration.ofSeconds(40); // for all pages together
    private static final int NO_CURL = 127;
    private static final int DENIED = 401;
    private static final int MOST_PAGES = 50;
    private static final long MOST_CHARACTERS = 4L * HostCurl.MOST;
    private static final Pattern NEXT = Pattern.compile("\\s*<([^>]+)>\\s*;\\s*rel=\"?next\"?.*");

    private final Host host;
    private final String registry;
    private final boolean insecure;
    private final HostCurl curl;
    private final long until = System.nanoTime() + LONGEST.toNanos();
    private URI base;
    /** Whether it has answered by TLS: nothing goes to it in clear from then on. */
    private boolean encrypts;

    private String authorization = "";

    /**
     * @param registry its name in references
     * @param insecure whether the engine would talk to it without TLS
     */
    RegistryApi(Host host, String registry, boolean insecure) {
        this(host, registry, insecure, CertificatePlaces.DOCKERS);
    }

    RegistryApi(Host host, String registry, boolean insecure, CertificatePlaces certificates) {
        this.host = host;
        this.registry = registry;
        this.insecure = insecure;
        this.curl = new HostCurl(host, registry, certificates);
        this.base = URI.create("https://" + (registry.equals(RepositoryName.HUB) ? HUB_HOST : registry));
    }

    /** The JSON documents at a path and at those that it says come next, up to a bound. */
    List<JsonNode> pages(String path) throws Trouble {
        List<JsonNode> pages = new ArrayList<>();
        Optional<String> next = Optional.of(path);
        long characters = 0;
        while (next.isPresent() && pages.size() < MOST_PAGES && characters < MOST_CHARACTERS) {
            WebAnswer answer = get(next.get());
            pages.add(json(answer));
            characters += answer.body().length();
            next = next(path, answer.header("link"));
        }
        return pages;
    }

    /** The path of the next page; one of another host is none. */
    private Optional<String> next(String path, String link) {
        Matcher said = NEXT.matcher(link);
        if (!said.matches()) {
            return Optional.empty();
        }
        try {
            URI here = base.resolve(path);
            URI there = here.resolve(said.group(1));
            return sameServer(here, there)
                    ? Optional.of(there.getRawPath() + (there.getRawQuery() == null ? "" : "?" + there.getRawQuery()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean sameServer(URI one, URI other) {
        return one.getScheme().equals(other.getScheme())
                && one.getRawAuthority().equals(other.getRawAuthority())
                && other.getRawPath().startsWith("/");
    }

    private JsonNode json(WebAnswer answer) throws Trouble {
        if (answer.status() == DENIED || answer.status() == 403) {
            throw new Trouble(TroubleKind.REGISTRY_PASSWORD, registry);
        }
        if (answer.status() == 404 || answer.status() == 405) {
            throw new Trouble(TroubleKind.REGISTRY_TELLS_NOTHING, registry, answer.status());
        }
        if (answer.status() != 200) {
            throw new Trouble(TroubleKind.REGISTRY_FAILED, registry, "HTTP " + answer.status());
        }
        return Untrusted.of(HostCurl.MOST, TroubleKind.REGISTRY_FAILED, registry)
                .text(answer.body(), body -> StrictJson.parse(body.getBytes(StandardCharsets.UTF_8)));
    }

    private WebAnswer get(String path) throws Trouble {
        WebAnswer answer = ask(path);
        if (answer.status() == DENIED && authorization.isEmpty()) {
            authorization = authorize(answer.header("www-authenticate"));
            return authorization.isEmpty() ? answer : ask(path);
        }
        return answer;
    }

    private WebAnswer ask(String path) throws Trouble {
        boolean probe = insecure && !encrypts && base.getScheme().equals("https");
        Output output = curl.ask(base + path, trust(base) + header(authorization), probe ? PROBE : left());
        if (probe && NO_TLS.contains(output.status())) {
            base = URI.create(base.toString().replaceFirst("https", "http"));
            output = curl.ask(base + path, header(authorization), left());
        } else {
            encrypts |= probe;
        }
        return answer(output);
    }

    /** Basic, or a token that another server gives for it (distribution spec, token authentication). */
    private String authorize(String header) throws Trouble {
        Challenge challenge;
        try {
            challenge = Challenge.of(header);
        } catch (IllegalArgumentException e) {
            throw new Trouble(e, TroubleKind.REGISTRY_FAILED, registry, "realm " + e.getMessage());
        }
        Optional<URI> realm = challenge.realm();
        if (realm.isPresent() && realm.get().getScheme().equals("http") && !insecure) {
            throw new Trouble(
                    TroubleKind.REGISTRY_FAILED, registry, "realm " + realm.get()); // a password goes nowhere in clear
        }
        Optional<Account> account =
                challenge.concerns(base) ? DockerConfig.of(host).account(registry) : Optional.empty();
        return realm.isEmpty() ? account.map(RegistryApi::basic).orElse("") : token(realm.get(), challenge, account);
    }

    private String token(URI realm, Challenge challenge, Optional<Account> account) throws Trouble {
        String identity = account.map(Account::identityToken).orElse("");
        String form = challenge.form();
        String trust = trust(realm);
        Output output = identity.isEmpty()
                ? curl.ask(
                        realm + (realm.getRawQuery() == null ? "?" : "&") + form,
                        trust + header(account.map(RegistryApi::basic).orElse("")),
                        left())
                : curl.ask(
                        realm.toString(),
                        trust + "data = "
                                + HostCurl.quoted(form + "&grant_type=refresh_token&client_id=maxdock&refresh_token="
                                        + Challenge.encoded(identity))
                                + "\n",
                        left());
        JsonNode token = json(answer(output));
        return "Bearer " + token.path("token").asText(token.path("access_token").asText(""));
    }

    private static String basic(Account account) {
        return account.user().isEmpty()
                ? ""
                : "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (account.user() + ":" + account.secret()).getBytes(StandardCharsets.UTF_8));
    }

    /** Of an insecure registry docker takes any certificate, and gives up TLS where there is none (dockerd(8)). */
    private String trust(URI address) {
        return insecure && address.getRawAuthority().equals(base.getRawAuthority()) ? "insecure\n" : "";
    }

    private static String header(String authorize) {
        return authorize.isEmpty() ? "" : "header = " + HostCurl.quoted("Authorization: " + authorize) + "\n";
    }

    private Duration left() throws Trouble {
        Duration left = Duration.ofNanos(until - System.nanoTime());
        if (left.isNegative()) {
            throw new Trouble(
                    TroubleKind.REGISTRY_FAILED,
                    registry,
                    Reason.of("reason.no-answer", "it took over " + LONGEST.toSeconds() + " s", LONGEST.toSeconds()));
        }
        return left;
    }

    private WebAnswer answer(Output output) throws Trouble {
        if (output.status() == NO_CURL) {
            throw new Trouble(TroubleKind.NO_CURL, host.name());
        }
        if (output.bytes().length >= HostCurl.MOST) {
            throw new Trouble(
                    TroubleKind.REGISTRY_FAILED, registry, Reason.of("reason.no-end", "its answer has no end"));
        }
        if (!output.ok()) {
            throw new Trouble(TroubleKind.REGISTRY_FAILED, registry, HostCurl.reason(output));
        }
        return WebAnswer.of(output.text());
    }
}
