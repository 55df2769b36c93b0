package org.maxdock.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** English and German say the same, and everything that the program says is in both. */
class BundleTest {

    private static final Path BUNDLES = Path.of("..", "ui-resources", "src", "main", "resources", "org", "maxdock");
    private static final Pattern MESSAGE =
            Pattern.compile("(?:Message\\.of|[. ]text|note|texts\\.get|texts\\(\\)\\.get|step|column|cell)"
                    + "\\(\\s*\"([a-z0-9.-]+[a-z0-9])\"");
    private static final Pattern HOLE = Pattern.compile("\\{\\d}");

    /** Words that are none without their apostrophe, and whose that is which comes next. */
    private static final Pattern LOST =
            Pattern.compile("(?i)\\b(?:(?:do|does|is|are|was|has|did|would|could|should)nt|cant|wont"
                    + "|(?:hadolint|docker|dockerrun|slurm|maxdock|podman|jupyter|dockerfile)s"
                    + "|(?:project|image|container|host|user|colleague|group|engine|server|registry|node|job|site)s"
                    + " (?:own|folder|files?|tags?|names?|records?|numbers?|settings|caches?))\\b");

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndHoles() throws Exception {
        for (String bundle : Set.of("messages", "cli")) {
            Properties english = read(bundle + ".properties");
            Properties german = read(bundle + "_de.properties");
            assertThat(german.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
            for (String key : english.stringPropertyNames()) {
                assertThat(holes(german.getProperty(key))).as(key).isEqualTo(holes(english.getProperty(key)));
            }
        }
    }

    /** Two buttons of one question would say the same: of what ends something, too, only the button of Jobs does. */
    @Test
    void nothingElseIsCalledAsTurningBackIs() throws Exception {
        for (String bundle : List.of("messages.properties", "messages_de.properties")) {
            Properties all = read(bundle);
            assertThat(all.stringPropertyNames())
                    .filteredOn(key -> all.getProperty(key).equals(all.getProperty("ui.cancel")))
                    .as(bundle)
                    .containsExactlyInAnyOrder("ui.cancel", "ui.jobs.cancel");
        }
    }

    private static Set<String> holes(String text) {
        Set<String> holes = new TreeSet<>();
        Matcher m = HOLE.matcher(text);
        while (m.find()) {
            holes.add(m.group());
        }
        return holes;
    }

    /** A text with holes goes through MessageFormat, which takes a plain apostrophe for itself and drops it. */
    @Test
    void apostrophesArriveSinceTheyAreTypographicOnes() throws Exception {
        for (String file :
                List.of("messages.properties", "messages_de.properties", "cli.properties", "cli_de.properties")) {
            read(file)
                    .forEach((key, text) ->
                            assertThat((String) text).as(key + " of " + file).doesNotContain("'"));
        }
        assertThat(new Texts(Locale.ENGLISH).get("mount.hides-system", "/usr")).contains("image’s own /usr");
    }

    @Test
    void noApostropheIsLost() throws Exception {
        for (String file : List.of("messages.properties", "cli.properties")) {
            read(file)
                    .forEach((key, text) ->
                            assertThat((String) text).as(key + " of " + file).doesNotContainPattern(LOST));
        }
    }

    @Test
    void everyKeyInTheSourcesIsInTheBundle() throws Exception {
        Properties english = read("messages.properties");
        Set<String> missing = new TreeSet<>();
        for (TroubleKind kind : TroubleKind.values()) {
            if (!english.containsKey("trouble." + kind.key())) {
                missing.add("trouble." + kind.key());
            }
        }
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            for (Path source :
                    sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source);
                Matcher messages = MESSAGE.matcher(text);
                while (messages.find()) {
                    if (messages.group(1).contains(".") && !english.containsKey(messages.group(1))) {
                        missing.add(messages.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTroubleSaysWhatToDo() throws Exception {
        Properties english = read("messages.properties");
        Set<String> without = new TreeSet<>();
        for (String key : english.stringPropertyNames()) {
            if (key.matches("trouble\\.[a-z0-9-]+") && !english.containsKey(key + ".mend")) {
                without.add(key);
            }
        }
        assertThat(without).as("only who cancelled knows what to do").containsExactly("trouble.cancelled");
    }

    @Test
    void textsAreInTheAskedLanguageAndArgumentsArriveAsTheyAre() {
        Texts german = new Texts(Locale.GERMAN);
        assertThat(german.get("ui.page.images")).isEqualTo("Images");
        assertThat(german.get("ui.cancel")).isEqualTo("Abbrechen");
        assertThat(new Texts(Locale.ENGLISH).get("mount.missing", "/a'b{0}"))
                .startsWith("/a'b{0} does not exist. With -v");
        assertThat(new Texts(Locale.JAPANESE).get("ui.cancel")).isEqualTo("Cancel");
        assertThat(new Texts(Locale.ENGLISH).explain(new Trouble(TroubleKind.HOST_UNKNOWN, "x")))
                .contains("There is no host named x.")
                .contains("VPN");
    }
}
