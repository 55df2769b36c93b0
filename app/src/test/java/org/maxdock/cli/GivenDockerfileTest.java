package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;

/** Which Dockerfile --file means, and which one no --file. */
class GivenDockerfileTest {

    @TempDir
    Path folder;

    private String in(String given) {
        return GivenDockerfile.in(new BuildFolder.Here(folder), given);
    }

    @Test
    void withoutOneItIsTheUsualOneOrTheOneInSmallLetters() throws Exception {
        assertThat(in("")).isEqualTo("Dockerfile");
        Files.writeString(folder.resolve("dockerfile"), "FROM a\n");
        assertThat(in("")).isEqualTo("dockerfile");
        Files.writeString(folder.resolve("Dockerfile"), "FROM a\n");
        assertThat(in("")).isEqualTo("Dockerfile");
    }

    @Test
    void oneInTheFolderIsNamedAsSeenFromIt() throws Exception {
        Path sub = Files.createDirectory(folder.resolve("sub"));
        Path file = Files.writeString(sub.resolve("My.Dockerfile"), "FROM a\n");
        assertThat(in(file.toString())).isEqualTo("sub/My.Dockerfile");
        assertThat(in("sub/My.Dockerfile")).isEqualTo("sub/My.Dockerfile");
        Path current = Path.of("").toAbsolutePath();
        assertThat(in(current.relativize(file).toString())).isEqualTo("sub/My.Dockerfile");
    }

    @Test
    void oneOutsideIsNamedWhole() throws Exception {
        Path other = Files.writeString(folder.resolve("Dockerfile"), "FROM a\n");
        Path context = Files.createDirectory(folder.resolve("context"));
        assertThat(GivenDockerfile.in(new BuildFolder.Here(context), other.toString()))
                .isEqualTo(other.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\ud800", "x/\udfff/y"})
    void whatIsNoNameOfAFileIsSaidToBeNone(String given) {
        assertThatThrownBy(() -> in(given))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.trouble().kind()).isEqualTo(TroubleKind.FILE_UNREADABLE));
    }

    @Test
    void onTheServerItIsTakenAsItIs() {
        assertThat(GivenDockerfile.in(new BuildFolder.OnServer("/a"), "x/Dockerfile"))
                .isEqualTo("x/Dockerfile");
        assertThat(GivenDockerfile.in(new BuildFolder.OnServer("/a"), "")).isEqualTo("Dockerfile");
    }
}
