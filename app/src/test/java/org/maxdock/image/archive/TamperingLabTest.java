package org.maxdock.image.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.maxdock.host.shell.Shell;
import org.maxdock.image.identity.Comparison;
import org.maxdock.image.identity.Difference;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.IdentityText;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.image.identity.RecordLine;
import org.maxdock.lab.Lab;

/**
 * The same tamperings, put into a node's engine by somebody else: what the engine takes, it is told of there too, by
 * MaxDock and by plain shell.
 */
@Tag("lab")
@Tag("whole")
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
    private record Loaded(Optional<Identity> identity, boolean lineHolds) {}

    /**
     * Loads each archive into an engine that has no such image, and says what it has then, and whether the line of the
     * record holds.
     */
    private static final String LOAD = """
            for n in $(seq 1 %d); do
              docker rmi -f %2$s >/dev/null 2>&1
              docker load -qi %3$s/$n.tar >/dev/null 2>&1
              if %4$s 2>/dev/null; then holds=yes; else holds=no; fi
              echo "$n $holds $(docker image inspect --format %5$s %2$s 2>/dev/null | base64 -w0)"
            done""";

    private static List<Loaded> load(List<byte[]> archives, String line) throws Exception {
        for (int i = 0; i < archives.size(); i++) {
            Files.write(HERE.resolve(i + 1 + ".tar"), archives.get(i));
        }
        String said = Lab.must(
                "max-wn002",
                LOAD.formatted(archives.size(), ImageFile.NAME, THERE, line, Shell.quote(IdentityText.FULL_FORMAT)));
        List<Loaded> loaded = new ArrayList<>();
        for (String answer : said.split("\n")) {
            String[] part = answer.split(" ", 3);
            byte[] printed = Base64.getDecoder().decode(part[2]);
            loaded.add(new Loaded(
                    printed.length < 2 ? Optional.empty() : Optional.of(IdentityText.parse(printed)),
                    part[1].equals("yes")));
        }
        return loaded;
    }

    @Test
    void whateverTheEngineTakesIsFoundOutThere() throws Exception {
        ImageRecord record = ImageArchiveTest.record(new ImageFile());
        String line = RecordLine.of(record);
        List<Tampering> tamperings = Tampering.all();
        List<byte[]> archives = new ArrayList<>(List.of(new ImageFile().write()));
        tamperings.forEach(t -> archives.add(t.file()));
        List<Loaded> all = load(archives, line);
        assertThat(Comparison.verify(record.identity(), all.getFirst().identity())
                        .word())
                .isEqualTo("same");
        assertThat(all.getFirst().lineHolds()).isTrue();

        List<String> taken = new ArrayList<>();
        for (int i = 0; i < tamperings.size(); i++) {
            Tampering tampering = tamperings.get(i);
            Loaded loaded = all.get(i + 1);
            ImageVerdict verdict = Comparison.verify(record.identity(), loaded.identity());
            if (tampering.contents()) {
                assertThat(verdict.holds()).as(tampering.what()).isFalse();
            }
            assertThat(loaded.lineHolds()).as(tampering.what()).isEqualTo(verdict.holds());
            if (verdict instanceof ImageVerdict.Different different) {
                if (tampering.contents()) {
                    String named = tampering.named().equals("archive")
                            ? "user"
                            : tampering.named(); // what the file could not be believed in
                    assertThat(different.differences())
                            .as(tampering.what())
                            .extracting(Difference::what)
                            .contains(named);
                }
                taken.add(tampering.what());
            }
        }
        System.out.println(
                "tamperings: " + tamperings.size() + ", that Docker lets pass: " + taken.size() + ", named: all");
        assertThat(taken).as("tamperings that Docker itself lets pass").hasSizeGreaterThan(20);
    }
}
