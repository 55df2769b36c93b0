package org.maxdock.host.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OptionWordsTest {

    @Test
    void nothingIsDroppedThatAShellWouldTakeForItself() {
        assertThat(OptionWords.read("--constraint=V100&mem32 a;b c|d #e $HOME `f` $(g) ~ (h)\n--last"))
                .containsExactly(
                        "--constraint=V100&mem32", "a;b", "c|d", "#e", "$HOME", "`f`", "$(g)", "~", "(h)", "--last");
    }

    @Test
    void quotesPartAndJoinAsInBash() {
        assertThat(OptionWords.read("a'b c'd \"e \\\"f\\\" \\g\" \\ h '' $'i\\nj' k\\'l"))
                .containsExactly("ab cd", "e \"f\" \\g", " h", "", "i\nj", "k'l");
    }

    @Test
    void whatShellJoinWritesIsReadBack() {
        long seed = 20_260_101;
        Random random = new Random(seed);
        String letters = "ab -=&;|#$`'\"\\~(){}[]*?!\n\té€";
        for (int round = 0; round < 2_000; round++) {
            List<String> words = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                StringBuilder word = new StringBuilder();
                for (int j = random.nextInt(12); j > 0; j--) {
                    word.append(letters.charAt(random.nextInt(letters.length())));
                }
                words.add(word.toString());
            }
            assertThat(OptionWords.read(Shell.join(words))).as("seed " + seed).isEqualTo(words);
        }
    }
}
