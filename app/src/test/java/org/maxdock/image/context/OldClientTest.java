package org.maxdock.image.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.Cancellation;
import org.maxdock.host.local.LocalHost;
import org.maxdock.text.Texts;

/** What docker before 23 reads otherwise in a .dockerignore is told, and is packed as today's docker packs it. */
class OldClientTest {

    @TempDir
    Path here;

    private Path folder;

    @BeforeEach
    void begin() throws Exception {
        folder = Files.createDirectories(here.resolve("folder"));
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY . .\n");
        Files.writeString(folder.resolve("tool-2+g1.whl"), "left out");
        Files.writeString(folder.resolve("kept"), "kept");
    }

    private ServerFolder.Choice choice(String ignore, String dockerfile, boolean old) throws Exception {
        Files.writeString(folder.resolve(".dockerignore"), ignore);
        return new ServerFolder(new LocalHost(), folder.toString()).choice(dockerfile, old, new Cancellation());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "none",
            value = {
                "*.whl; none",
                "build\\n**/*.o\\na/**; none",
                "*.o\\n!a.o; none",
                "**/*.o\\n!kept/a.o; **/*.o",
                "a/**\\n!a/b; a/**",
                "tool-2+g1.whl; tool-2+g1.whl",
                "*.o\\n*.c++; *.c++",
                "report (1).txt; report (1).txt",
                "a{1}; a{1}",
                "a|b; a|b",
                "^a; ^a",
                "**.o; **.o",
                "*\\n!keep+this; !keep+this",
                "# a+b\\nc; none",
                "[a-c]x?; none",
            })
    void whatItReadsOtherwise(String ignore, String pattern) throws Exception {
        assertThat(IgnoreRules.parse(ignore.replace("\\n", "\n"), "Dockerfile")
                        .readOtherwise()
                        .orElse(null))
                .isEqualTo(pattern);
    }

    @Test
    void isPackedByTodaysRules() throws Exception {
        ServerFolder.Choice choice = choice("tool-2+g1.whl\n", "Dockerfile", true);
        assertThat(choice.toBePacked())
                .hasValueSatisfying(
                        names -> assertThat(names).containsExactlyInAnyOrder(".dockerignore", "Dockerfile", "kept"));
        assertThat(choice.told("20.10.24").map(new Texts(Locale.ENGLISH)::get))
                .contains(".dockerignore: docker 20.10.24 by itself reads “tool-2+g1.whl” in a way of its own; "
                        + "here it is read as docker reads it since 23.0");
    }

    @Test
    void isNoMatterToTodaysDocker() throws Exception {
        ServerFolder.Choice choice = choice("tool-2+g1.whl\n", "Dockerfile", false);
        assertThat(choice.toBePacked()).isEmpty();
        assertThat(choice.told("28.5.2")).isEmpty();
    }

    /** What is not in the folder is in no archive of it: then it is told alone. */
    @Test
    void isToldWhereItCannotBePacked() throws Exception {
        Files.writeString(here.resolve("other.Dockerfile"), "FROM scratch\n");
        ServerFolder.Choice choice =
                choice("tool-2+g1.whl\n", here.resolve("other.Dockerfile").toString(), true);
        assertThat(choice.toBePacked()).isEmpty();
        assertThat(choice.told("20.10.24"))
                .hasValueSatisfying(note -> assertThat(note.key()).isEqualTo("build.log.ignore-old"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*.whl\n", "", "**/cache\n"})
    void whatBothReadAlikeIsPackedByDocker(String ignore) throws Exception {
        ServerFolder.Choice choice = choice(ignore, "Dockerfile", true);
        assertThat(choice.toBePacked()).isEmpty();
        assertThat(choice.told("20.10.24")).isEmpty();
    }
}
