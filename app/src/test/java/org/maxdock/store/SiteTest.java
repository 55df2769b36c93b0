package org.maxdock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

class SiteTest {

    /** What would be some site's own: roots of its storage, its hosts, registries, names. */
    private static final Pattern OF_A_SITE = Pattern.compile(
            "/?(asap3|beegfs|gpfs|pnfs)\\b|/data/dust|/afs|max-wgs|max-wn|max-registry|desy", Pattern.CASE_INSENSITIVE);

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
        try (Stream<Path> code = Files.walk(Path.of("src", "main", "java"));
                Stream<Path> texts = Files.list(Path.of("../ui-resources/src/main/resources/org/maxdock"))) {
            for (Path file :
                    Stream.concat(code, texts).filter(Files::isRegularFile).toList()) {
                assertThat(OF_A_SITE
                                .matcher(COMMENT.matcher(Files.readString(file)).replaceAll(""))
                                .results()
                                .map(r -> r.group()))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }
}
