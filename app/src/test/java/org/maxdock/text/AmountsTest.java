package org.maxdock.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers are of the language of the words around them, whatever the machine's own is. */
class AmountsTest {

    private static final Locale BEFORE = Locale.getDefault();

    @AfterEach
    void back() {
        Locale.setDefault(BEFORE);
    }

    private static Amounts in(String language, String machine) {
        Locale.setDefault(Locale.forLanguageTag(machine));
        return new Texts(Locale.forLanguageTag(language)).amounts();
    }

    @ParameterizedTest(name = "{0} on a machine of {1}")
    @CsvSource({
        "en, fa, 1.5 GB, 23.4, 2.3",
        "en, de, 1.5 GB, 23.4, 2.3",
        "de, en, '1,5 GB', '23,4', '2,3'",
        "de, fa, '1,5 GB', '23,4', '2,3'",
        "de-AT, en, '1,5 GB', '23,4', '2,3'",
        "fa, fa, 1.5 GB, 23.4, 2.3",
        "en-u-nu-arab, fa, 1.5 GB, 23.4, 2.3",
        "ja, de, 1.5 GB, 23.4, 2.3"
    })
    void areWrittenAsTheWordsAre(String language, String machine, String bytes, String memory, String number) {
        Amounts amounts = in(language, machine);
        assertThat(amounts.bytes(1_500_000_000L)).isEqualTo(bytes);
        assertThat(amounts.bytes(12_300_000)).isEqualTo(bytes.contains(",") ? "12,3 MB" : "12.3 MB");
        assertThat(amounts.bytes(1)).isEqualTo("1 kB");
        assertThat(amounts.memory((long) (23.4 * (1L << 30)))).isEqualTo(memory + " GB");
        assertThat(amounts.memory(512L << 20)).isEqualTo("512 MB");
        assertThat(amounts.number(2.34, 1)).isEqualTo(number);
    }

    @Test
    void aDayIsWrittenAsTheWordsAre() {
        Instant noon = Instant.parse("2026-03-04T12:00:00Z");
        assertThat(in("de", "fa").moment(noon)).startsWith("04.03.26");
        assertThat(in("en-US", "fa").moment(noon)).startsWith("3/4/26");
        assertThat(in("en", "de").moment(Instant.MAX)).startsWith("+1000000000");
        assertThat(in("fa", "fa").moment(noon)).matches("[\\p{ASCII}\u202f]+");
        assertThat(in("de", "en").timeOfDay(noon)).matches("\\d\\d:\\d\\d:\\d\\d");
    }

    /** The count in a sentence too. */
    @Test
    void aCountIsOfTheLanguageOfItsSentence() {
        Locale.setDefault(Locale.forLanguageTag("fa"));
        assertThat(new Texts(Locale.forLanguageTag("fa")).get("ui.images.prune-what", 12, "x"))
                .startsWith("12 images");
    }

    /** Who shows a number with a decimal sign, a size or a date asks the one owner. */
    @Test
    void nobodyElseWritesThem() throws Exception {
        Set<String> others = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            for (Path source :
                    sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source);
                if (text.matches("(?s).*(%\\.[0-9]f|FormatStyle\\.|\"%[,d]*d? [kMG]B\"|NumberFormat\\.get).*")) {
                    others.add(source.getFileName().toString());
                }
            }
        }
        assertThat(others).containsExactly("Amounts.java");
    }
}
