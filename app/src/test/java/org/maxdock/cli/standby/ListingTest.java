package org.maxdock.cli.standby;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTest {

    private static final String KEEP = "--on me@max-wgs -J gate connection keep --for 20 --json";

    @ParameterizedTest
    @CsvSource({
        "--on me@max-wgs -J gate images, true",
        "images --on me@max-wgs -J gate, true",
        "-J gate jobs --all --on me@max-wgs --json, true",
        "-J gate jobs --ended --on me@max-wgs, true",
        "--on me@max-wgs -J gate container list, true",
        "--on me@max-wgs -J gate container list --json, true",
        "--on me@max-wgs images, false",
        "--on other -J gate images, false",
        "--on me@max-wgs -J gate --on other images, false",
        "--on me@max-wgs -J gate --engine here images, false",
        "--on me@max-wgs -J gate -o Port=7 images, false",
        "--on me@max-wgs -J gate container remove images, false",
        "--on me@max-wgs -J gate launch images, false",
        "--on me@max-wgs -J gate images launch, false",
        "--on me@max-wgs -J gate images --help, false",
        "--on me@max-wgs -J gate list container, false",
        "--on me@max-wgs -J gate jobs x, false",
        "--on me@max-wgs -J gate, false",
        "--on me@max-wgs -J gate connection keep, false",
        "images, false"
    })
    void onlyAListOfWhatIsThere(String words, boolean is) {
        Listing listing = Listing.after(words(KEEP));
        assertThat(listing.where()).containsExactly("--on", "me@max-wgs", "-J", "gate");
        assertThat(listing.has(words(words))).isEqualTo(is);
        assertThat(!is || Listing.mayBe(words(words).toArray(String[]::new))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "--on x, false",
        "--on x -F config, true",
        "--on x -Fconfig, true",
        "--on x --ssh-config=config, true",
        "--on x --identity key, true",
        "--on x --known-hosts k, true",
        "--on x --site s.json, true",
        "--on x --project p, true",
        "--on x -o Port=7, false"
    })
    void filesAreThoseOfAFolder(String words, boolean names) {
        assertThat(Listing.after(words(words + " connection keep --for=3")).namesFiles())
                .isEqualTo(names);
    }

    private static List<String> words(String line) {
        return List.of(line.split(" "));
    }

    /** Whoever keeps a connection is told of the process that stands by, what it lists and what ends it. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theHelpOfKeepingSaysWhatIsListed(String language) {
        String help = ResourceBundle.getBundle("org.maxdock.cli", Locale.forLanguageTag(language))
                .getString("maxdock.connection.keep.usage.description");
        assertThat(help).contains(Listing.COMMANDS).contains("--for", "connection end");
    }
}
