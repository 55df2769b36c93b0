package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;

/** A line as people copy it, launched from a file. */
@Tag("lab")
@Tag("once")
@Timeout(120)
class PasteLabTest {

    @TempDir
    Path folder;

    @Test
    void isLaunchedWithWhatItSays() throws Exception {
        Commands commands = new Commands(folder);
        assertThat(commands.maxdock("pull", Lab.BASE).status()).isZero();
        assertThat(commands.maxdock("digest", "record", Lab.BASE).status()).isZero();
        Path file = Files.writeString(
                folder.resolve("copied.txt"),
                "```\n$ docker run –rm --restart always \\ \n  # data\n  -v $HOME:/h:ro -w /h " + Lab.BASE
                        + " sh -c 'pwd; ls -d /h; echo \"$0\"' 'a  b'\n```\n");
        Commands.Said said = commands.maxdock("launch", "--here", "--kind", "command", "--paste", file.toString());
        assertThat(said.out()).as(said.err()).isEqualTo("/h\n/h\na  b\n");
        assertThat(said.err()).contains("Not taken over: --restart=always");
        assertThat(commands.maxdock("launch", "--paste", file.toString(), Lab.BASE)
                        .status())
                .isEqualTo(2);
        assertThat(commands.maxdock("launch", "--paste", "/no/such/file").err()).contains("/no/such/file");
    }
}
