package org.maxdock.ui.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maxdock.host.shell.OptionWords;

/** What is read into the fields for options and written again is the same. */
class OptionTextsTest {

    private static final String ALPHABET = "ab1 \t\n'\"\\$`&;|#(){}[]<>*?~!%=:,./@+-\u0001\u00e9\udc9f";

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    private String text(int most) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(most + 1); n > 0; n--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** What a text field makes of a text that it is given. */
    private static String field(String text) {
        return text.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void wordsOfAnyKindComeBack() {
        for (int i = 0; i < 20_000; i++) {
            List<String> words = new ArrayList<>();
            for (int n = random.nextInt(5); n > 0; n--) {
                words.add(text(12));
            }
            assertThat(OptionWords.read(field(OptionWords.write(words))))
                    .as("seed " + seed)
                    .isEqualTo(words);
        }
    }

    @Test
    void whatPeopleTypeIsKeptWhole() {
        assertThat(OptionWords.read("--constraint=V100&mem32 --comment=a;b #c $HOME `id` x|y"))
                .containsExactly("--constraint=V100&mem32", "--comment=a;b", "#c", "$HOME", "`id`", "x|y");
        assertThat(OptionWords.read("--a='b c' \"d \\\" e\" f\\ g")).containsExactly("--a=b c", "d \" e", "f g");
    }

    @Test
    void optionsOfSlurmComeBackAndOfOneGivenTwiceTheLastCounts() {
        for (int i = 0; i < 20_000; i++) {
            List<String> words = words(List.of("--mem=", "--constraint=", "--begin=", "--qos=", "--exclusive"));
            SlurmTexts texts = SlurmTexts.of(words);
            texts.known().values().forEach(v -> assertThat(field(v)).isEqualTo(v));
            same(words, new SlurmTexts(texts.known(), texts.exclusive(), field(texts.others())).words());
        }
        assertThat(SlurmTexts.of(List.of("--constraint=V100&mem32")).words())
                .containsExactly("--constraint=V100&mem32");
    }

    @Test
    void optionsOfDockerComeBack() {
        for (int i = 0; i < 20_000; i++) {
            List<String> words = words(List.of("--gpus=", "--publish=", "--label=", "--init"));
            DockerTexts texts = DockerTexts.of(words);
            same(words, new DockerTexts(field(texts.gpus()), field(texts.ports()), field(texts.others())).words());
        }
    }

    private List<String> words(List<String> options) {
        List<String> words = new ArrayList<>();
        for (int n = random.nextInt(6); n > 0; n--) {
            String option = options.get(random.nextInt(options.size()));
            words.add(option.endsWith("=") ? option + text(8) : option);
        }
        return words;
    }

    /** The same words, and those of one option in their order, since of some the last one counts. */
    private void same(List<String> before, List<String> after) {
        assertThat(after).as("seed " + seed).containsExactlyInAnyOrderElementsOf(before);
        for (String option : List.of("--mem=", "--constraint=", "--begin=", "--qos=", "--gpus=", "--label=")) {
            assertThat(of(option, after)).as("seed " + seed).isEqualTo(of(option, before));
        }
    }

    private static List<String> of(String option, List<String> words) {
        return words.stream().filter(w -> w.startsWith(option)).toList();
    }
}
