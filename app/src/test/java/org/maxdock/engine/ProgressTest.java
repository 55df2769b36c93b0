package org.maxdock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maxdock.text.Message;
import org.maxdock.text.Texts;

/** What MaxDock says in a build's log is in the user's language. */
class ProgressTest {

    /** A report of words that stand in the code; names of builders are the same in all languages. */
    private static final Pattern WORDS = Pattern.compile("new Progress\\([^;]*\"# (?!\" \\+ text)[^;]*;");

    @Test
    void aNoteBecomesALineOfTheLog() {
        Progress note = Progress.of(Message.of("build.log.changed", 3, 28));
        assertThat(note.said(new Texts(Locale.ENGLISH)).text()).isEqualTo("# 3 of 28 files are sent\n");
        assertThat(note.said(new Texts(Locale.GERMAN)).text()).isEqualTo("# 3 von 28 Dateien werden gesendet\n");
        Progress engines = new Progress("1", "Step 1/2\n", 0, 0);
        assertThat(engines.said(new Texts(Locale.GERMAN))).isEqualTo(engines);
    }

    @Test
    void noReportHasWordsOfItsOwn() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<Path> withWords = sources.filter(source -> source.toString().endsWith(".java"))
                    .filter(source -> !source.endsWith("Progress.java"))
                    .filter(source -> WORDS.matcher(read(source)).find())
                    .toList();
            assertThat(withWords).isEmpty();
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
