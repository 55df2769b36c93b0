package org.maxdock.host;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.maxdock.text.IoReason;
import org.maxdock.text.Reason;

/**
 * What a command left behind: its exit status and what it wrote. Bytes that are not UTF-8 become U+FFFD in the texts.
 */
public record Output(int status, byte[] bytes, byte[] errorBytes) {

    private static final Pattern OF_SHELL =
            Pattern.compile("^(?:(?:bash|sh|dash): (?:line )?[0-9]+: (?:cd: )?|Error response from daemon: )");

    public boolean ok() {
        return status == 0;
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public String errors() {
        return new String(errorBytes, StandardCharsets.UTF_8);
    }

    /**
     * The last line of the errors that says something, for a sentence about the failure; without the place in a script
     * that the user has not written, or that docker passes on what its engine says.
     */
    public String lastError() {
        String[] lines = errors().strip().split("\n");
        return OF_SHELL.matcher(lines[lines.length - 1].strip()).replaceFirst("");
    }

    /** Why it failed, where it is the system that says so; else the same. */
    public Reason reason() {
        return IoReason.atEnd(lastError());
    }
}
