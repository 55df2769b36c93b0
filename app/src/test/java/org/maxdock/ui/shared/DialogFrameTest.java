package org.maxdock.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How a dialog looks and what it has room for is said in one place. */
class DialogFrameTest {

    @Test
    void nobodyElseMakesDialogs() throws Exception {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java", "org", "maxdock", "ui"))) {
            List<String> makers = sources.filter(p -> p.toString().endsWith(".java"))
                    .filter(DialogFrameTest::makesOne)
                    .map(p -> p.getFileName().toString())
                    .toList();
            assertThat(makers).containsExactly("DialogFrame.java");
        }
    }

    private static boolean makesOne(Path source) {
        try {
            return Files.readString(source).matches("(?s).*new (?:Dialog<|Alert\\(|TextInputDialog|ChoiceDialog).*");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
