package org.maxdock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.mount.ContainerConditions;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

class SiteTest {

    /** What would be some site's own: roots of its storage, its hosts, registries, names. */
    private static final Pattern OF_A_SITE = Pattern.compile(
            "/?(asap3|beegfs|gpfs|pnfs)\\b|/data/dust|/afs|max-wgs|max-wn|max-registry|desy", Pattern.CASE_INSENSITIVE);

    private static final Path SITES = Path.of("../ui-resources/src/main/resources/org/maxdock/sites");

    /** They may name a node to say what a name looks like. */
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*\\*.*?\\*/");

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    private String name(String given) throws Trouble {
        return new SiteFiles(folder.resolve("home"), folder.resolve("etc"), environment, new Json())
                .find(given)
                .name();
    }

    private Path site(Path file, String name) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "{\"name\": \"" + name + "\", \"later\": 1}");
    }

    @Test
    void theFirstThatIsThereIsTaken() throws Exception {
        assertThat(name("")).isEqualTo("Maxwell");
        site(folder.resolve("etc/maxdock/site.json"), "machine");
        assertThat(name("")).isEqualTo("machine");
        site(folder.resolve("home/.config/maxdock/site.json"), "user");
        assertThat(name("")).isEqualTo("user");
        SettingsFile.in(ConfigFolder.of(folder.resolve("home"), java.util.Map.of()), new Json())
                .change(s -> new Settings(s.targets(), s.projects(), s.theme(), s.language(), "generic"));
        assertThat(name("")).isEqualTo("generic");
        environment.put(
                "MAXDOCK_SITE", site(folder.resolve("any.json"), "environment").toString());
        assertThat(name("")).isEqualTo("environment");
        assertThat(name(site(folder.resolve("other.json"), "option").toString()))
                .isEqualTo("option");
        assertThat(name("maxwell")).isEqualTo("Maxwell");
    }

    @Test
    void whatIsNoSiteIsToldAndNoOtherIsTakenInItsStead() throws Exception {
        assertThatThrownBy(() -> name("atlantis"))
                .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.kind()).isEqualTo(TroubleKind.NO_SUCH_SITE));
        assertThatThrownBy(() -> name("./none.json")).isInstanceOf(Trouble.class);
        Path file = folder.resolve("home/.config/maxdock/site.json");
        for (String text : List.of(
                "",
                "{",
                "[]",
                "{}",
                "{\"name\": \"a\\nb\"}",
                "{\"name\": \"x\", \"places\": [\"relative\"]}",
                "{\"name\": \"x\", \"places\": [null]}",
                "{\"name\": \"x\", \"sharedRoots\": \"/home\"}",
                "{\"name\": \"x\", \"jobFiles\": [\"tmp/$JOB\"]}",
                "{\"name\": \"x\", \"jobFiles\": [\"/tmp/all\"]}",
                "{\"name\": \"x\", \"jobFiles\": [\"/tmp/$JOB/$JOB\"]}",
                "{\"name\": \"x\", \"example\": {}}")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            assertThatThrownBy(() -> name("")).as(text).isInstanceOf(Trouble.class);
        }
    }

    @Test
    void allThatAreBuiltInAndTheLabsAreWhole() throws Exception {
        SiteFiles files = new SiteFiles(folder, folder, environment, new Json());
        for (String name : List.of("maxwell", "generic", "../packaging/lab.d/site.json")) {
            Site site = files.find(name);
            assertThat(site.ownPlacesOf("me")).isNotEmpty().allMatch(p -> p.contains("me"));
            assertThat(site.placesOf("me")).noneMatch(p -> p.contains("$"));
        }
        assertThat(files.find("maxwell").squashedRoots()).isNotEmpty();
        assertThat(files.find("../packaging/lab.d/site.json").example()).isPresent();
    }

    @Test
    void noSiteIsInTheCodeOrTheTexts() throws Exception {
        eachFile((file, text) -> assertThat(OF_A_SITE.matcher(text).results().map(r -> r.group()))
                .as(file)
                .isEmpty());
    }

    /** Whatever a site's file says is said there alone: a new field's value, too. */
    @Test
    void noValueOfASitesFileIsInTheCodeOrTheTexts() throws Exception {
        Set<String> own = new TreeSet<>();
        own.addAll(values(SITES.resolve("maxwell.json")));
        own.addAll(values(Path.of("../packaging/lab.d/site.json")));
        own.removeAll(values(SITES.resolve("generic.json")));
        own.removeAll(Set.of("/data", "lab", "Maxwell")); // a folder of many containers; what the sites are called
        assertThat(own).contains("maxcpu", "mxother", "/gpfs", "/tmp/docker/");
        Pattern any = Pattern.compile(own.stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![A-Za-z0-9_.-])(", ")(?![A-Za-z0-9_.-])")));
        eachFile((file, text) -> assertThat(any.matcher(text).results().map(r -> r.group()))
                .as(file)
                .isEmpty());
    }

    /** The texts of a file: of a path, what it begins with before anything that stands for something else. */
    private static Set<String> values(Path site) throws IOException {
        Set<String> values = new TreeSet<>();
        collect(new ObjectMapper().readTree(site.toFile()), values);
        return values;
    }

    private static void collect(JsonNode node, Set<String> values) {
        if (node.isTextual()) {
            values.add(node.textValue().replaceFirst("(?s)[$*].*", ""));
        }
        node.forEach(inner -> collect(inner, values));
    }

    /**
     * Where dockerrun maps the folder that it is called in makes it what it is, at whichever site: that stands once.
     */
    @Test
    void whatTheSitesScriptsAreStandsOnce() throws Exception {
        List<String> where = new ArrayList<>();
        eachFile((file, text) -> {
            if (file.endsWith(".java") && text.contains(ContainerConditions.DOCKER_PWD)) {
                where.add(Path.of(file).getFileName().toString());
            }
        });
        assertThat(where).containsExactly("ContainerConditions.java");
    }

    /** Code and texts, without what explains them. */
    private static void eachFile(BiConsumer<String, String> look) throws IOException {
        try (Stream<Path> code = Files.walk(Path.of("src", "main", "java"));
                Stream<Path> texts = Files.list(Path.of("../ui-resources/src/main/resources/org/maxdock"))) {
            for (Path file :
                    Stream.concat(code, texts).filter(Files::isRegularFile).toList()) {
                look.accept(
                        file.toString(), COMMENT.matcher(Files.readString(file)).replaceAll(""));
            }
        }
    }
}
