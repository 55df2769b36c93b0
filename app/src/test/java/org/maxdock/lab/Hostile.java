package org.maxdock.lab;

import java.util.Random;
import org.maxdock.text.RawText;

/** Texts that hold what makes trouble on the way through windows, shells, SSH, SLURM and Docker: every byte but NUL. */
public final class Hostile {

    private static final String[] PIECES = {
        "'",
        "\"",
        "$(id)",
        "`id`",
        "${HOME}",
        "\\",
        "\\n",
        "*",
        "?",
        "[a]",
        ";",
        "|",
        "&",
        "<",
        ">",
        "#",
        "!",
        "~",
        "=",
        "%s",
        "%",
        " ",
        "  ",
        "\t",
        "\n",
        "\r\n",
        "-",
        "--",
        "$'",
        "{{.ID}}",
        "ä",
        "€",
        "\ud83d\ude00",
        "\u202e",
        "\u0001",
        "\u001b[31m",
        "\u007f",
        ",",
        ":",
        "@",
        "EOF",
        "\\\n",
        "$",
        "\u0085",
        "a",
        "z",
        "0"
    };

    private final Random random;

    public Hostile(long seed) {
        this.random = new Random(seed);
    }

    /** A text of valid UTF-8. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    /** Bytes at random, which are mostly no UTF-8. */
    public String bytes() {
        byte[] bytes = new byte[1 + random.nextInt(14)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (1 + random.nextInt(255));
        }
        return RawText.of(bytes);
    }

    /** The one or the other, and at times nothing. */
    public String any() {
        int kind = random.nextInt(20);
        return kind == 0 ? "" : kind < 5 ? bytes() : text();
    }

    /**
     * A name of a file, without a carriage return: Docker's client reads --mount as CSV, and Go's CSV loses one before
     * a line break.
     */
    public String name(boolean utf8) {
        String name = (utf8 ? text() : bytes()).replace("/", "").replace("\r", "");
        return "n" + name;
    }
}
