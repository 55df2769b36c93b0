package org.maxdock.host.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {

    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "'",
            "''",
            "\"",
            "\\",
            "\\'",
            "$HOME",
            "$(id)",
            "`id`",
            "a;b",
            "a&&b",
            "a|b",
            "a>b",
            "*",
            "?",
            "[a]",
            "{a,b}",
            "~",
            "!history",
            "#x",
            "-n",
            "--",
            "\n",
            "a\nb",
            "\t",
            "\r",
            "é",
            "日本",
            "😀",
            "a'b\"c$d`e\\f",
            "%s",
            "=x",
            "\u0001",
            "\u007f");

    @ParameterizedTest
    @ValueSource(strings = {"bash", "dash"})
    void realShellsReadBackExactlyWhatWasQuoted(String shell) throws Exception {
        List<String> words = new ArrayList<>(HOSTILE);
        Random random = new Random(20190101);
        String alphabet = "ab '\"\\$`;&|<>(){}[]*?!#~%\n\té-=";
        for (int i = 0; i < 500; i++) {
            StringBuilder word = new StringBuilder();
            random.ints(random.nextInt(12), 0, alphabet.length()).forEach(c -> word.append(alphabet.charAt(c)));
            words.add(word.toString());
        }
        assertThat(readBack(shell, words)).isEqualTo(words);
    }

    @Test
    void aNulIsRefusedSinceNoCommandLineCanCarryIt() {
        assertThatIllegalArgumentException().isThrownBy(() -> Shell.quote("a\0b"));
    }

    private static List<String> readBack(String shell, List<String> words) throws Exception {
        return outputOf(shell, "-c", "printf '%s\\0' " + Shell.join(words));
    }

    private static List<String> outputOf(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        List<String> words = new ArrayList<>(List.of(text.split("\0", -1)));
        words.removeLast();
        return words;
    }
}
