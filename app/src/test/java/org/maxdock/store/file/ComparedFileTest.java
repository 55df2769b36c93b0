package org.maxdock.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparedFileTest {

    private static final long SEED = Long.getLong("maxdock.seed", System.nanoTime());

    @TempDir
    Path folder;

    private Path path() {
        return folder.resolve("Dockerfile");
    }

    @Test
    void whatSomebodyElseWroteMeanwhileIsShownAndStays() throws Exception {
        Files.writeString(path(), "FROM a\n");
        ComparedFile file = new ComparedFile(path());
        ComparedFile.Version read = file.read();
        Files.writeString(path(), "FROM b\n");
        assertThat(file.writeEdited("FROM mine\n", read))
                .isInstanceOfSatisfying(
                        ComparedFile.Outcome.Changed.class,
                        c -> assertThat(c.now().text()).contains("FROM b\n"));
        assertThat(path()).hasContent("FROM b\n");
        assertThat(file.writeEdited("FROM mine\n", file.read())).isInstanceOf(ComparedFile.Outcome.Written.class);
        assertThat(path()).hasContent("FROM mine\n");
        Files.delete(path());
        assertThat(file.writeEdited("FROM again\n", read)).isInstanceOf(ComparedFile.Outcome.Changed.class);
        assertThat(path()).doesNotExist();
    }

    @Test
    void aNewFileIsMadeOnlyWhereNobodyMadeOne() throws Exception {
        ComparedFile file = new ComparedFile(path());
        ComparedFile.Version none = file.read();
        assertThat(none.text()).isEmpty();
        Files.writeString(path(), "theirs");
        assertThat(file.writeEdited("mine", none)).isInstanceOf(ComparedFile.Outcome.Changed.class);
        assertThat(path()).hasContent("theirs");
        assertThat(file.writeEdited("theirs", none))
                .as("both wrote the same")
                .isInstanceOf(ComparedFile.Outcome.Written.class);
    }

    @Test
    void whatIsNotEditedKeepsItsBytesWhateverTheyAre() throws Exception {
        Random random = new Random(SEED);
        String[] pieces = {"a", "\n", "\r\n", "\r", "\uFEFF", "\u00ff", "\u00fe\u0080", "é", "€", " ", "line"};
        ComparedFile file = new ComparedFile(path());
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(12); j > 0; j--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            byte[] bytes = text.toString()
                    .getBytes(random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
            Files.write(path(), bytes);
            ComparedFile.Version version = file.read();
            assertThat(version.edited()).doesNotContain("\r\n");
            file.writeEdited(version.edited(), version);
            assertThat(Files.readAllBytes(path()))
                    .as("seed %d, case %d", SEED, i)
                    .isEqualTo(bytes);
        }
    }

    @Test
    void anEditedLineHasTheEndOfMostAndTheOthersKeepTheirs() throws Exception {
        List<String[]> table = new ArrayList<>();
        table.add(new String[] {"\uFEFFa\r\nb\r\nc\r\n", "a\nB\nc\n", "\uFEFFa\r\nB\r\nc\r\n"});
        table.add(new String[] {"a\r\nb\nc\n", "a\nB\nX\nc\n", "a\r\nB\nX\nc\n"});
        table.add(new String[] {"a\nb", "a\nb\n", "a\nb\n"});
        table.add(new String[] {"", "a\n", "a\n"});
        table.add(new String[] {"a\r\n", "", ""});
        table.add(new String[] {"x\r\nx\r\nx\r\n", "x\nx\n", "x\r\nx\r\n"});
        for (String[] row : table) {
            Files.writeString(path(), row[0]);
            ComparedFile file = new ComparedFile(path());
            file.writeEdited(row[1], file.read());
            assertThat(Files.readString(path())).isEqualTo(row[2]);
        }
    }
}
