package org.maxdock.host;

import java.nio.charset.StandardCharsets;

/**
 * What a command left behind: its exit status and what it wrote. Bytes that are not UTF-8 become U+FFFD in the texts.
 */
public record Output(int status, byte[] bytes, byte[] errorBytes) {

    public boolean ok() {
        return status == 0;
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public String errors() {
        return new String(errorBytes, StandardCharsets.UTF_8);
    }

    /** The last line of the errors that says something, for a sentence about the failure. */
    public String lastError() {
        String[] lines = errors().strip().split("\n");
        return lines[lines.length - 1].strip();
    }
}
