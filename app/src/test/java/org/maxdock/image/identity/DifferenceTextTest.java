package org.maxdock.image.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.text.Texts;

class DifferenceTextTest {

    /** The term with which a difference is made, by itself or as the first argument of a comparison. */
    private static final Pattern TERM =
            Pattern.compile("(?:new Difference\\(|(?:compare\\w*\\(\\s*all,)|blob\\()\\s*\"([^\"]+)\"", Pattern.DOTALL);

    private final DifferenceText english = new DifferenceText(new Texts(Locale.ENGLISH));
    private final DifferenceText german = new DifferenceText(new Texts(Locale.GERMAN));

    @Test
    void inASentenceItIsSaidInThatSentencesLanguage() {
        assertThat(new Texts(Locale.GERMAN)
                        .get(
                                "check.image.different",
                                "max-wgs",
                                DifferenceText.named(new Difference("content", "whole", "incomplete"))))
                .contains("Inhalt weicht ab");
        assertThat(new Texts(Locale.GERMAN).get(DifferenceText.named(new Difference("odd {0}", "", ""))))
                .isEqualTo("odd {0}");
    }

    @ParameterizedTest
    @CsvSource({
        "layer 5, sha256:a, sha256:b, Schicht 5, sha256:a, sha256:b",
        "layer 5, sha256:a, missing, Schicht 5, sha256:a, fehlt",
        "layer blob 2 size, 3, 4, Größe des Blobs der Schicht 2, 3, 4",
        "layer order, [a], [b], Reihenfolge der Schichten, [a], [b]",
        "env PATH, missing, whole, Variable PATH, missing, whole",
        "label a b, once, type 5, Label a b, once, type 5",
        "member x y, once, more than once, Eintrag x y, einmal, mehrmals",
        "member x, a file, type 5, Eintrag x, eine Datei, Art 5",
        "link l, to a file of the archive, missing, Verweis l, auf eine Datei des Archivs, missing",
        "path, inside the archive, ../x, Pfad, im Archiv, ../x",
        "content, whole, incomplete, Inhalt, vollständig, unvollständig",
        "manifest, one for a:1, 2 for a:1, Manifest, eines für a:1, 2 für a:1",
        "archive, an image archive, neither a nor b, Archiv, ein Archiv mit einem Image, weder a noch b"
    })
    void whatMaxdockSaysIsInTheUsersLanguageAndWhatImagesSayIsNot(
            String what, String was, String is, String germanWhat, String germanWas, String germanIs) {
        Difference difference = new Difference(what, was, is);
        assertThat(german.what(difference)).isEqualTo(germanWhat);
        assertThat(german.recorded(difference)).isEqualTo(germanWas);
        assertThat(german.here(difference)).isEqualTo(germanIs);
        assertThat(english.what(difference)).isEqualTo(what);
        assertThat(english.recorded(difference)).isEqualTo(was);
        assertThat(english.here(difference)).isEqualTo(is);
    }

    @Test
    void everyTermOfTheSourcesHasItsText() throws IOException {
        Texts texts = new Texts(Locale.ENGLISH);
        List<String> terms = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java", "org", "maxdock", "image"))) {
            for (Path source :
                    sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                Matcher found = TERM.matcher(Files.readString(source));
                while (found.find()) {
                    terms.add(found.group(1).strip());
                }
            }
        }
        assertThat(terms).contains("layer", "layer blob", "stopsignal", "registry digest", "member", "manifests");
        assertThat(terms)
                .allSatisfy(t -> assertThat(texts.has("difference." + t.replace(' ', '-')))
                        .as(t)
                        .isTrue());
    }
}
