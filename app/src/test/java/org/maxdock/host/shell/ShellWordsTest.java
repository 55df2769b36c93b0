package org.maxdock.host.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShellWordsTest {

    private static final Map<String, String> KNOWN =
            Map.of("USER", "me", "HOME", "/home/me", "PWD", "/here now", "X1", "a b");

    private static List<String> words(String line) {
        return ShellWords.read(line, KNOWN).words();
    }

    @Test
    void readsWhatBashReads() throws Exception {
        List<String> lines = new ArrayList<>(List.of(
                "a b",
                "a'b c'd \"e f\"",
                "a\\ b c\\\n d",
                "\"a\\\"b\\$c\\d\" '' \"\"",
                "x=$USER ${HOME}/y \"$X1\"",
                "a#b #c",
                "a ; b",
                "a\nb"));
        Random random = new Random(7);
        String alphabet = "ab '\"\\ -/=:,";
        for (int i = 0; i < 300; i++) {
            StringBuilder line = new StringBuilder("x ");
            random.ints(random.nextInt(16), 0, alphabet.length()).forEach(c -> line.append(alphabet.charAt(c)));
            lines.add(line.toString());
        }
        int compared = 0;
        for (String line : lines) {
            List<String> bash = bash(line);
            if (bash != null) {
                assertThat(words(line)).as(line).isEqualTo(bash);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(80);
    }

    /** The words of the line's first command; null where bash finds it unfinished. */
    private static List<String> bash(String line) throws Exception {
        Process process = new ProcessBuilder(
                        "bash", "-c", "f() { printf '%s\\0' \"$@\"; exit; }\nUSER=me HOME=/home/me X1='a b'\nf " + line)
                .redirectErrorStream(false)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            return null;
        }
        List<String> words = new ArrayList<>(List.of(text.split("\0", -1)));
        words.removeLast();
        return words;
    }

    @Test
    void whatOnlyAShellCouldKnowIsToldAndNeverRun() {
        ShellWords.Read read = ShellWords.read(
                "$ docker run -v $(pwd):/a -v \"`pwd`/b\":/b -v $NOBODY/$USER:/c $(rm -rf /) ${A:-x}", KNOWN);
        assertThat(read.words())
                .containsExactly(
                        "docker",
                        "run",
                        "-v",
                        "/here now:/a",
                        "-v",
                        "/here now/b:/b",
                        "-v",
                        "$NOBODY/me:/c",
                        "$(rm -rf /)",
                        "x");
        assertThat(read.unresolved()).containsExactly("$NOBODY", "$(rm -rf /)");
    }
}
