package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nothing of a file changes but what was edited. */
class FileContentTest {

    private static FileContent of(String text) {
        return FileContent.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatWasNotEditedIsTheSameBytes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<byte[]> pieces = List.of(
                "FROM a".getBytes(StandardCharsets.UTF_8),
                "\n".getBytes(StandardCharsets.UTF_8),
                "\r\n".getBytes(StandardCharsets.UTF_8),
                "\r".getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) 0xff, (byte) 0xc3},
                "\uFEFF".getBytes(StandardCharsets.UTF_8),
                "ä€😀".getBytes(StandardCharsets.UTF_8),
                new byte[] {0});
        for (int run = 0; run < 2_000; run++) {
            List<Byte> all = new ArrayList<>();
            IntStream.range(0, random.nextInt(12)).forEach(i -> {
                for (byte b : pieces.get(random.nextInt(pieces.size()))) {
                    all.add(b);
                }
            });
            byte[] bytes = new byte[all.size()];
            IntStream.range(0, bytes.length).forEach(i -> bytes[i] = all.get(i));
            FileContent version = FileContent.of(bytes);
            assertThat(version.with(version.edited()).bytes())
                    .as("seed " + seed)
                    .isEqualTo(bytes);
            assertThat(version.edited()).doesNotContain("\r");
        }
    }

    @Test
    void linesKeepTheirEndsAndNewOnesHaveThatOfMost() {
        FileContent mixed = of("one\r\ntwo\nthree\r\nfour");
        assertThat(mixed.with("one\nTWO\nand more\nthree\nfour"))
                .isEqualTo(of("one\r\nTWO\r\nand more\r\nthree\r\nfour"));
    }

    @Test
    void theByteOrderMarkStays() {
        assertThat(of("\uFEFFFROM a\n").edited()).isEqualTo("FROM a\n");
        assertThat(of("\uFEFFFROM a\n").with("FROM b\n")).isEqualTo(of("\uFEFFFROM b\n"));
    }

    @Test
    void aNewFileIsWhatWasWritten() {
        assertThat(FileContent.NONE.with("FROM a\nRUN b\n")).isEqualTo(of("FROM a\nRUN b\n"));
        assertThat(of("FROM a\n").with("").bytes()).isEmpty();
    }
}
