package org.maxdock.host.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.maxdock.text.RawText;

/**
 * One line that has any login shell run a bash script: sshd gives a command to the account's own shell ({@code $SHELL
 * -c LINE}), which may be bash, zsh, ksh, dash, fish, tcsh or csh. What these read differently (a newline or a
 * backslash within quotes, history's !, the length of a word in csh) does not stand in it: the script is handed over in
 * Base64.
 */
public final class AnyShell {

    /** The longest word of a command line (execve(2), Limits on size of arguments and environment). */
    public static final int LONGEST = 128 * 1024 - 1;

    /** csh takes words of 1,024 characters; four characters are three bytes, so that = never begins a word. */
    private static final int WORD = 800;

    private static final int SHORT = 8 * 1024;

    private AnyShell() {}

    /** @throws IllegalArgumentException where the script is longer than a command line can be */
    public static String line(String script) {
        byte[] bytes = RawText.bytes(script);
        boolean packed = bytes.length > SHORT;
        String text = Base64.getEncoder().encodeToString(packed ? pack(bytes) : bytes);
        StringBuilder line = new StringBuilder("exec /usr/bin/env -u BASH_ENV bash --norc -c ")
                .append("'eval \"$(printf %s \"$@\" | base64 -d")
                .append(packed ? " | gzip -dc" : "")
                .append(")\"' bash");
        for (int at = 0; at < text.length(); at += WORD) {
            line.append(' ').append(text, at, Math.min(text.length(), at + WORD));
        }
        if (bytes.length > LONGEST || line.length() > LONGEST) {
            throw new IllegalArgumentException("a script of " + bytes.length + " bytes is too long to be passed");
        }
        return line.toString();
    }

    private static byte[] pack(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
