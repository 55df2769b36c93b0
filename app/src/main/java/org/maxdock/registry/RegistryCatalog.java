package org.maxdock.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What there is in registries: repositories by a word, and the tags of one. */
public final class RegistryCatalog {

    private static final String REGISTRY = "[A-Za-z0-9][A-Za-z0-9.-]*(:\\d{1,5})?";
    private static final int PAGE = 1000;
    private static final int MOST = 100_000;

    private final Registries registries;
    private final EngineAnswers engine;

    public RegistryCatalog(Registries registries, EngineAnswers engine) {
        this.registries = registries;
        this.engine = engine;
    }

    /**
     * Repositories that have a word in their name. Docker Hub is searched through the engine, another registry by its
     * catalogue, which it may not offer.
     *
     * @param registry such as registry.example.org:5000; empty for Docker Hub
     */
    public List<FoundRepository> search(String registry, String word) throws Trouble {
        if (registry.isEmpty()) {
            List<FoundRepository> found = new ArrayList<>();
            engine.get("/images/search?limit=100&term=" + URLEncoder.encode(word, StandardCharsets.UTF_8))
                    .orElse(StrictJson.nothing())
                    .forEach(r -> found.add(new FoundRepository(
                            r.path("name").asText(),
                            r.path("description").asText(""),
                            r.path("star_count").asInt(),
                            r.path("is_official").asBoolean())));
            return found;
        }
        List<FoundRepository> found = new ArrayList<>();
        for (JsonNode page : api(registry).pages("/v2/_catalog?n=" + PAGE)) {
            page.path("repositories")
                    .forEach(r -> found.add(new FoundRepository(registry + "/" + r.asText(), "", 0, false)));
        }
        String part = word.toLowerCase(Locale.ROOT);
        return found.stream()
                .filter(r -> r.name().toLowerCase(Locale.ROOT).contains(part))
                .sorted(Comparator.comparing(FoundRepository::name))
                .toList();
    }

    /** The tags of a repository; later versions first. */
    public List<String> tags(String repository) throws Trouble {
        RepositoryName name = RepositoryName.of(repository);
        String registry = name.registry();
        String path = name.path();
        if (!path.matches("[a-z0-9][a-z0-9._/-]*") || path.contains("..")) {
            throw new Trouble(TroubleKind.BAD_REFERENCE, repository);
        }
        List<String> tags = new ArrayList<>();
        for (JsonNode page : api(registry).pages("/v2/" + path + "/tags/list?n=" + PAGE)) {
            page.path("tags").forEach(t -> tags.add(t.asText()));
        }
        return tags.stream()
                .limit(MOST)
                .sorted(RegistryCatalog::byVersion)
                .toList()
                .reversed();
    }

    private RegistryApi api(String registry) throws Trouble {
        if (!registry.matches(REGISTRY)) {
            throw new Trouble(TroubleKind.BAD_ARGUMENT, "REGISTRY", registry);
        }
        return registries.api(registry, new InsecureRegistries(engine).contains(registry));
    }

    /** Numbers in names by their value: 1.9 before 1.10. */
    static int byVersion(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int order;
            if (isDigit(one.charAt(i)) && isDigit(other.charAt(j))) {
                int a = digits(one, i);
                int b = digits(other, j);
                order = byValue(one.substring(i, a), other.substring(j, b));
                i = a;
                j = b;
            } else {
                order = Character.compare(one.charAt(i++), other.charAt(j++));
            }
            if (order != 0) {
                return order;
            }
        }
        int rest = Integer.compare(one.length() - i, other.length() - j);
        return rest != 0 ? rest : one.compareTo(other);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** However many digits there are. */
    private static int byValue(String one, String other) {
        String a = one.replaceFirst("^0+", "");
        String b = other.replaceFirst("^0+", "");
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }
}
