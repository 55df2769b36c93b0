package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Test;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What nobody meant to print may hold what others wrote all the same. */
class ShownOutputTest {

    private static final String NAME = "\u001b]0;t\u0007\u009b2J\u202ex";
    private static final String SHOWN = "\\u001b]0;t\\u0007\\u009b2J\\u202ex";

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final PrintStream shown = StandardOutput.shown(new PrintStream(terminal, true, StandardCharsets.UTF_8));

    private String said() {
        return terminal.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aWarningAndAFaultAreNotObeyed() {
        Trouble trouble = new Trouble(TroubleKind.BAD_ARGUMENT, "folder", NAME);
        StreamHandler log = new StreamHandler(shown, new SimpleFormatter());
        LogRecord record = new LogRecord(Level.WARNING, NAME);
        record.setThrown(trouble);
        log.publish(record);
        log.flush();
        trouble.printStackTrace(shown);
        assertThat(said().split(java.util.regex.Pattern.quote(SHOWN), -1)).hasSize(4);
        assertThat(said())
                .doesNotContain("\u001b", "\u0007", "\u009b", "\u202e")
                .contains("\n\tat org.maxdock");
    }

    @Test
    void aCharacterMayComeInParts() {
        for (byte one : "a\u00e4\u20ac\ud83d\ude00\u001b\n".getBytes(StandardCharsets.UTF_8)) {
            shown.write(one);
        }
        shown.print("z");
        assertThat(said()).isEqualTo("a\u00e4\u20ac\ud83d\ude00\\u001b\nz");
    }
}
