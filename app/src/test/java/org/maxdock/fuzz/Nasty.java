package org.maxdock.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes what nobody wrote from what somebody could have: changed, cut, nested, repeated, or of no sense at all. */
final class Nasty {

    private static final List<byte[]> PIECES = pieces(
            "\0",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\t",
            "  ",
            "\u001f",
            "\u001e",
            "\u001b[31m",
            "\u001b]0;",
            "\u202e",
            ":",
            ",",
            ";",
            "/",
            "./",
            "../",
            "//",
            "\\",
            "\\\"",
            "\\u0000",
            "\\ud800",
            "\\777",
            "\\n",
            "\"",
            "'",
            "`",
            "$",
            "${",
            "${A:-",
            "${A:+",
            "$(",
            "}",
            "{",
            "{}",
            "[",
            "]",
            "[]",
            "[[",
            "(",
            ")",
            "<",
            ">",
            "<<A",
            "<<-'A'",
            "*",
            "**",
            "**/",
            "?",
            "!",
            "#",
            "# ",
            "%",
            "&",
            "&a ",
            "*a",
            "|",
            "~",
            "^",
            "=",
            "==",
            "@",
            "@sha256:",
            "-",
            "--",
            "--a ",
            "-v ",
            "- ",
            ": ",
            "? ",
            "0",
            "9",
            "-1",
            "007",
            "99999999999999999999",
            "2147483648",
            "1e999999999",
            "1e-9",
            "0x",
            "1_000",
            "NaN",
            "null",
            "true",
            "\"\"",
            "->",
            " -> ",
            " - ",
            " link to ",
            "a",
            "A",
            "aaaaaaaa",
            "é",
            "€",
            "😀",
            "\ufeff",
            "\ufffd",
            "sha256:",
            "FROM ",
            "RUN ",
            "COPY --from=",
            "AS ",
            "ARG A=$A$A\n",
            "apt-get ",
            "HTTP/1.1 ",
            "\r\n\r\n",
            "\"message\":\"",
            "user ",
            "label 1 1 ",
            "volumes:\n",
            "- a: *a\n",
            "? - ",
            "|\n ",
            ">-",
            "!!int",
            "file 5 aa",
            "W\0",
            "S\0",
            "M\0");
    private static final String[][] NESTS = {
        {"[", "]"},
        {"{\"a\":", "}"},
        {"{a: ", "}"},
        {"(", ")"},
        {"${A:-", "}"},
        {"- ", ""},
        {"\"", "\""},
        {"$(", ")"},
        {"<", ">"},
        {"? ", ""},
        {"{\"history\":[", "]}"},
        {"&a [", "]"}
    };
    private static final int MANY = 60_000;
    private static final int FEW = 400;

    private final Random random;

    Nasty(long seed) {
        random = new Random(seed);
    }

    private static List<byte[]> pieces(String... texts) {
        return Arrays.stream(texts).map(t -> t.getBytes(StandardCharsets.UTF_8)).toList();
    }

    byte[] next(List<byte[]> samples) {
        byte[] sample = samples.get(random.nextInt(samples.size()));
        return switch (random.nextInt(10)) {
            case 0 -> nested(sample);
            case 1 -> repeated(sample);
            case 2 -> strewn();
            case 3 -> noise();
            default -> changed(sample, samples);
        };
    }

    /** Mostly short, so that there can be many. */
    private int size() {
        return random.nextInt(500) == 0 ? random.nextInt(MANY) : random.nextInt(FEW);
    }

    private byte[] piece() {
        if (random.nextInt(8) == 0) {
            byte[] noise = new byte[1 + random.nextInt(4)];
            random.nextBytes(noise);
            return noise;
        }
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    private byte[] nested(byte[] sample) {
        String[] nest = NESTS[random.nextInt(NESTS.length)];
        int depth = size();
        String inner = random.nextBoolean() ? "" : new String(sample, StandardCharsets.UTF_8);
        String close = random.nextBoolean() ? nest[1].repeat(depth) : "";
        return joined(
                random.nextInt(3) == 0 ? part(sample) : new byte[0],
                (nest[0].repeat(depth) + inner + close).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] part(byte[] sample) {
        if (sample.length == 0) {
            return sample;
        }
        int from = random.nextInt(sample.length);
        return Arrays.copyOfRange(sample, from, Math.min(sample.length, from + 1 + random.nextInt(40)));
    }

    /** The beginning of a good one, then the same again and again: what tries every way tries for ever. */
    private byte[] repeated(byte[] sample) {
        byte[] again = random.nextBoolean() ? piece() : part(sample);
        if (random.nextInt(3) == 0) {
            again = joined(again, piece());
        }
        byte[] start = Arrays.copyOf(sample, random.nextInt(sample.length + 1));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(random.nextInt(3) == 0 ? new byte[0] : start);
        for (int size = size(); again.length > 0 && all.size() < size; ) {
            all.writeBytes(again);
        }
        all.writeBytes(random.nextBoolean() ? piece() : part(sample));
        return all.toByteArray();
    }

    private byte[] strewn() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = size(); all.size() < size; ) {
            all.writeBytes(piece());
        }
        return all.toByteArray();
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(FEW)];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] changed(byte[] sample, List<byte[]> samples) {
        byte[] now = sample;
        for (int i = random.nextInt(8); i >= 0; i--) {
            int at = random.nextInt(now.length + 1);
            int to = Math.min(now.length, at + random.nextInt(12));
            byte[] before = Arrays.copyOf(now, at);
            byte[] after = Arrays.copyOfRange(now, to, now.length);
            now = switch (random.nextInt(7)) {
                case 0 -> joined(before, after);
                case 1 -> joined(before, piece(), Arrays.copyOfRange(now, at, now.length));
                case 2 -> joined(before, piece(), after);
                case 3 -> joined(before, part(samples.get(random.nextInt(samples.size()))), after);
                case 4 -> before;
                case 5 -> joined(now, part(now));
                default -> joined(before, flipped(Arrays.copyOfRange(now, at, to)), after);
            };
        }
        return now;
    }

    private byte[] flipped(byte[] bytes) {
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
