package org.maxdock.host.shell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.maxdock.text.RawText;

/** Words in the quotes {@code $'…'} of bash (bash(1), QUOTING), which can hold every byte but NUL. */
public final class AnsiQuotes {

    private static final String LETTERS = "abeEfnrtv\\'\"?";
    private static final String MEANT = "\u0007\b\u001b\u001b\f\n\r\t\u000b\\'\"?";

    private AnsiQuotes() {}

    /** A text with all but the printable characters of ASCII as octal numbers. */
    public static String write(String text) {
        StringBuilder quoted = new StringBuilder("$'");
        for (byte b : RawText.bytes(text)) {
            boolean plain = b >= ' ' && b < 0x7f && b != '\'' && b != '\\';
            quoted.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "\\%03o", b & 0xff));
        }
        return quoted.append("'").toString();
    }

    /**
     * What was read.
     *
     * @param end where the text goes on, after the closing quote; -1 where there is none
     */
    record Read(String text, int end) {}

    /** Reads from after the opening quote. An escape that bash does not know stands for itself. */
    static Read read(String text, int from) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = from; i < text.length(); ) {
            char c = text.charAt(i);
            if (c == '\'') {
                return new Read(RawText.of(out.toByteArray()), i + 1);
            }
            if (c == '\\' && i + 1 < text.length()) {
                i = escape(text, i + 1, out);
            } else {
                String character = Character.toString(text.codePointAt(i));
                out.writeBytes(RawText.bytes(character));
                i += character.length();
            }
        }
        return new Read(RawText.of(out.toByteArray()), -1);
    }

    private static int escape(String text, int at, ByteArrayOutputStream out) {
        char c = text.charAt(at);
        int known = LETTERS.indexOf(c);
        if (known >= 0) {
            out.write(MEANT.charAt(known));
            return at + 1;
        }
        int end = digits(text, at, 8, 3);
        if (end > at) {
            out.write(Integer.parseInt(text.substring(at, end), 8));
            return end;
        }
        int hex = c == 'x' ? digits(text, at + 1, 16, 2) : c == 'u' ? digits(text, at + 1, 16, 4) : at + 1;
        if (hex > at + 1) {
            int code = Integer.parseInt(text.substring(at + 1, hex), 16);
            out.writeBytes(
                    c == 'x'
                            ? new byte[] {(byte) code}
                            : Character.toString(code).getBytes(StandardCharsets.UTF_8));
            return hex;
        }
        out.write('\\');
        return at;
    }

    private static int digits(String text, int from, int radix, int most) {
        int end = from;
        while (end < text.length() && end < from + most && Character.digit(text.charAt(end), radix) >= 0) {
            end++;
        }
        return end;
    }
}
