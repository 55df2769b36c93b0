package org.maxdock.generated;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Values that somebody may put into any field, on purpose or not. A program named canary must never run. */
public final class HostileValues {

    public static final String CANARY = "canary";

    private static final List<String> KNOWN = List.of(
            "",
            " ",
            "\t",
            "\n",
            "a\nb",
            "a\rb",
            "\r\n",
            "\0",
            "a\0b",
            "\u0085",
            "a\u2028b",
            "a\u2029b",
            "\u001b[31m",
            "\u007f",
            "'",
            "\"",
            "\\",
            "a\\",
            "''",
            "\\'",
            "$(canary)",
            "`canary`",
            "$(canary)\n",
            ";canary;",
            "&canary&",
            "|canary",
            ">canary",
            "\ncanary\n",
            "'\ncanary\n'",
            "'; canary; '",
            "\"; canary; \"",
            "${HOME:-$(canary)}",
            "$((canary[$(canary)]))",
            "x\n#SBATCH --wrap=canary",
            "#",
            "a #b",
            "--",
            "-x",
            "--canary",
            "--canary=$(canary)",
            "%s%n",
            "{0}",
            "\ud800",
            "a\udc80b",
            "\ufffd",
            "../..",
            "/",
            "*",
            "~",
            "a b",
            "\u00e4\u20ac\ud83d\ude00",
            "\u202ea",
            "2147483648",
            "-1",
            "0",
            "1",
            "37_2",
            "1e99",
            "9".repeat(30),
            "x".repeat(10_000),
            "x ".repeat(5_000),
            "$(canary)".repeat(2_000),
            "x".repeat(100_000));

    private static final String ALPHABET = "ab01 \t\n\r'\"\\$`(){}[]<>|&;#*?~!%=:,./@+-_\u0000\u0085\u2028\u00e9\udc9f";

    private HostileValues() {}

    /** The known ones, and some that nobody thought of. */
    static List<String> texts(Random random) {
        List<String> texts = new ArrayList<>(KNOWN);
        for (int i = 0; i < 8; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(1, 20); n > 0; n--) {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            texts.add(text.insert(random.nextInt(text.length()), "$(canary)").toString());
        }
        return texts;
    }

    /** One of those by which a shell would run something. */
    public static String ofShell(Random random) {
        List<String> texts =
                texts(random).stream().filter(t -> t.contains(CANARY)).toList();
        return texts.get(random.nextInt(texts.size()));
    }

    /** Some of them, in no order. */
    public static List<String> someTexts(Random random, int count) {
        List<String> texts = texts(random);
        Collections.shuffle(texts, random);
        return texts.subList(0, Math.min(count, texts.size()));
    }

    static List<Integer> numbers() {
        return List.of(Integer.MIN_VALUE, -1, 0, 1, 2, 1023, 1024, 65_535, 65_536, 100_001, Integer.MAX_VALUE);
    }
}
