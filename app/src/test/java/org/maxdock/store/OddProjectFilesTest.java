package org.maxdock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.mount.MountPlan;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;

/** Files that are no project: each is a sentence that says why, and stays as it is. */
@Timeout(60)
class OddProjectFilesTest {

    @TempDir
    Path folder;

    private record Odd(String what, String content, String said) {}

    private static final List<Odd> TABLE = List.of(
            new Odd("nothing", "", "no project|JSON object"),
            new Odd("broken", "{\"mounts\":[", "line 1"),
            new Odd("two documents", "{} {}", "line 1"),
            new Odd("a list", "[]", "JSON object"),
            new Odd("a later schema", "{\"schema\":2}", "later version"),
            new Odd("a far later schema", "{\"schema\":99999999999999999999}", "later version"),
            new Odd("no schema number", "{\"schema\":\"1\"}", "schema"),
            new Odd("no schema at all", "{\"schema\":0}", "schema"),
            new Odd("a byte order mark", "\uFEFF{}", "byte order mark"),
            new Odd("a field twice", "{\"mounts\":[],\"mounts\":[]}", "mounts"),
            new Odd("a control character", "{\"note\":\"a\nb\"}", "line"),
            new Odd("nested deep", "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}", "nested too deeply"),
            new Odd("a list that is none", "{\"launches\":{\"a\":1}}", "launches"),
            new Odd("an entry that is none", "{\"launches\":[null]}", "launches\\[0\\]"),
            new Odd(
                    "a run mode that is none",
                    "{\"launches\":[{\"name\":\"n\",\"mode\":\"fly\"}]}",
                    "launches\\[0\\] \"n\".*fly"),
            new Odd("an entry that lacks fields", "{\"images\":[{\"reference\":\"i:1\"}]}", "images\\[0\\] \"i:1\""),
            new Odd(
                    "a second entry",
                    "{\"plans\":[{\"name\":\"a\",\"mappings\":[]},{\"name\":\"b\",\"mappings\":[null]}]}",
                    "plans\\[1\\] \"b\""),
            new Odd("a list of the wrong things", "{\"mounts\":[\"/a:/b\"]}", "mounts\\[0\\]"));

    private void refused(Odd odd) throws Exception {
        byte[] before = Files.readAllBytes(folder.resolve(Project.FILE));
        Project project = new Project(folder, new Json());
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertThatThrownBy(project::contents).as(odd.what()).isInstanceOfSatisfying(Trouble.class, t -> {
                Texts texts = new Texts(language);
                assertThat(texts.what(t)).contains(Project.FILE).hasSizeLessThan(600);
                assertThat(texts.mend(t)).isNotEmpty();
                assertThat(texts.what(t)).doesNotContainPattern("\\p{Cntrl}|com\\.fasterxml|org\\.maxdock");
            });
        }
        assertThatThrownBy(project::contents)
                .as(odd.what())
                .isInstanceOfSatisfying(
                        Trouble.class,
                        t -> assertThat(new Texts(Locale.ENGLISH).what(t)).containsPattern(odd.said()));
        assertThatThrownBy(() -> project.put(new MountPlan("p", List.of())))
                .as(odd.what())
                .isInstanceOf(Trouble.class);
        assertThat(Files.readAllBytes(folder.resolve(Project.FILE))).isEqualTo(before);
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).hasSize(1);
        }
    }

    @Test
    void eachIsASentenceAndStays() throws Exception {
        for (Odd odd : TABLE) {
            Files.writeString(folder.resolve(Project.FILE), odd.content());
            refused(odd);
        }
        Files.write(folder.resolve(Project.FILE), "{\"note\":\"ä\"}".getBytes(StandardCharsets.ISO_8859_1));
        refused(new Odd("Latin 1", "", "UTF-8"));
    }

    @Test
    void soAreOddFilesOfTheUsers() throws Exception {
        Path file = folder.resolve("file.json");
        Project project = new Project(Files.createDirectory(folder.resolve("project")), new Json());
        for (String text :
                List.of("{", "\"x\"", "7", "{\"plans\":7}", "[{\"mark\":1,\"mark\":2}]", "[7]", "{\"targets\":7}")) {
            Files.writeString(file, text);
            int refused = 0;
            for (Try look : List.<Try>of(
                    () -> new Plans(file, new Json()).all(project),
                    () -> new Runs(file, new Json()).all(),
                    () -> new SettingsFile(file, new Json()).read())) {
                refused += troubled(look) ? 1 : 0;
            }
            assertThat(refused).as(text).isPositive();
            assertThat(file).hasContent(text);
        }
    }

    private interface Try {
        Object look() throws Trouble;
    }

    private static boolean troubled(Try look) {
        try {
            assertThat(look.look()).isNotNull();
            return false;
        } catch (Trouble e) {
            return true;
        }
    }

    @Test
    void numbersAndFieldsOfALaterVersionStayExact() throws Exception {
        Path file = folder.resolve(Project.FILE);
        Files.writeString(
                file,
                "{\"later\":[1.50,100000000000000000000000,1e400,null],\"mounts\":[{\"host\":\"/a\","
                        + "\"container\":\"/b\",\"readOnly\":true,\"why\":\"x\"}]}");
        new Project(folder, new Json())
                .change(c ->
                        c.withMounts(List.of(c.mounts().getFirst(), new org.maxdock.mount.Mapping("/c", "/d", false))));
        assertThat(file)
                .content()
                .contains("1.50", "100000000000000000000000", "1E+400", "null", "\"why\": \"x\"", "/c");
    }
}
