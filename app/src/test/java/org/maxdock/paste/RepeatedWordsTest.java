package org.maxdock.paste;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.text.Trouble;

/**
 * What comes again and again in a pasted text costs as much each time, counted in memory that is asked for: twice of
 * it, twice.
 */
class RepeatedWordsTest {

    private static final int TIMES = 1000;

    static Stream<Arguments> repeated() {
        return Stream.of(
                        "docker run img ",
                        "docker run ",
                        "dockercluster img ",
                        "",
                        "srun ",
                        "[Container]\nImage=i\nExec=",
                        "r(['docker','run','i',")
                .flatMap(before -> Stream.of(
                                "$BA ",
                                "${BA} ",
                                "$(x) ",
                                "`x` ",
                                "\"$BA\" ",
                                "$BA:1 ",
                                "<image> ",
                                "-v $A ",
                                "-v /a:/b ",
                                "-e A=$B ",
                                "-e A ",
                                "A=1 ",
                                "sudo ",
                                "-- ",
                                "--x ",
                                "-it ",
                                "&& ",
                                "; ",
                                "| ",
                                "2>&1 ",
                                "> x ",
                                "\\\n",
                                "\n",
                                "'a b' ",
                                "docker ",
                                "podman ",
                                "run ",
                                "create ",
                                "cd x && ",
                                "for i in a; do ",
                                "timeout 9 ",
                                "export A=$A\n",
                                "{{ a }} ",
                                "str(",
                                "['a', ",
                                "] + ",
                                "f'{a}' + ",
                                "$ docker run img\n",
                                "docker run -v /a:/b img\n",
                                "# c\n",
                                "Volume=/a:/b\n",
                                "%i ",
                                "> ")
                        .map(word -> Arguments.of(before, word)));
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void costsTheSameEachTime(String before, String word) {
        asked(before, word, TIMES); // what is made once
        assertThat(asked(before, word, 2 * TIMES)).isLessThan(3 * asked(before, word, TIMES));
    }

    private static long asked(String before, String word, int times) {
        String text = before + word.repeat(times);
        long begun = asked();
        try {
            assertThat(PastedPlan.ofLaunch(text, Map.of("A", "/a"), "")).isNotNull();
        } catch (Trouble e) {
            assertThat(e.kind()).isNotNull();
        }
        return asked() - begun;
    }

    private static long asked() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
