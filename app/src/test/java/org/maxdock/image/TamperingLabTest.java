package org.maxdock.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.maxdock.host.Shell;
import org.maxdock.lab.Lab;

/** The same tamperings, put into a node's engine by somebody else: what the engine takes, it is told of there too, by MaxDock and by plain shell. */
@Tag("lab")
@Tag("once")
@Timeout(180)
class TamperingLabTest {

    private static final String THERE = "/beegfs/desy/user/mxother/tampered";
    private static final Path HERE = Lab.sharedDisk(THERE);

    @BeforeAll
    static void folder() {
        Lab.must("mxother@max-wn002", "mkdir -p " + THERE);
    }

    @AfterAll
    static void clean() {
        Lab.must("max-wn002", "rm -rf " + THERE + "; docker rmi -f " + ImageFile.NAME + " >/dev/null 2>&1 || true");
    }

    /** What the engine has after somebody tried to load that; empty where the engine refused. */
    private record Loaded(Optional<Identity> identity, boolean lineHolds) {
    }

    private static Loaded load(byte[] archive, String line) throws Exception {
        Files.write(HERE.resolve("image.tar"), archive);
        String format = Shell.quote(IdentityText.FULL_FORMAT);
        String script = "docker load -qi " + THERE + "/image.tar >/dev/null 2>&1; docker image inspect --format " + format + " " + ImageFile.NAME + " 2>/dev/null; " + line + " && echo holds";
        Lab.must("max-wn002", "docker rmi -f " + ImageFile.NAME + " >/dev/null 2>&1 || true");
        String said = Lab.sh("mxother@max-wn002", script).out();
        boolean holds = said.endsWith("holds\n");
        String printed = holds ? said.substring(0, said.length() - "holds\n".length()) : said;
        return new Loaded(printed.isBlank() ? Optional.empty() : Optional.of(IdentityText.parse(printed.getBytes(StandardCharsets.UTF_8))), holds);
    }

    @Test
    void whateverTheEngineTakesIsFoundOutThere() throws Exception {
        ImageRecord record = ImageArchiveTest.record(new ImageFile());
        String line = RecordLine.of(record);
        Loaded honest = load(new ImageFile().write(), line);
        assertThat(Comparison.verify(record.identity(), honest.identity()).word()).isEqualTo("same");
        assertThat(honest.lineHolds()).isTrue();

        List<String> taken = new ArrayList<>();
        for (Tampering tampering : Tampering.all()) {
            Loaded loaded = load(tampering.file(), line);
            Verdict verdict = Comparison.verify(record.identity(), loaded.identity());
            if (tampering.contents()) {
                assertThat(verdict.holds()).as(tampering.what()).isFalse();
            }
            assertThat(loaded.lineHolds()).as(tampering.what()).isEqualTo(verdict.holds());
            if (verdict instanceof Verdict.Different different) {
                assertThat(different.differences()).as(tampering.what()).isNotEmpty();
                taken.add(tampering.what());
            }
        }
        assertThat(taken).as("tamperings that Docker itself lets pass").hasSizeGreaterThan(20);
    }
}
