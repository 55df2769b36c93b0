package org.maxdock.cli;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.maxdock.store.ProgramLog;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Tells of what nobody expected, an Error too: a sentence here, and where it came from in the program's log. */
final class Unexpected {

    private final Console console;

    Unexpected(Console console) {
        this.console = console;
    }

    /**
     * @param document whether the failure is wanted as JSON, too
     * @return the exit status
     */
    int told(boolean document, Throwable fault) {
        Trouble trouble = fault instanceof Trouble known ? known : new Trouble(fault, TroubleKind.UNEXPECTED, fault);
        console.failure(
                document,
                trouble.key(),
                console.texts().what(trouble),
                console.texts().mend(trouble));
        ProgramLog log = ProgramLog.ofUser();
        LogRecord record = new LogRecord(Level.SEVERE, "on the command line");
        record.setThrown(fault);
        try {
            log.write(record);
            console.note("cli.unexpected-log", log.file());
        } catch (IOException e) {
            console.trouble(new Trouble(e, TroubleKind.FILE_UNWRITABLE, log.file(), IoReason.of(e)));
        }
        return Exit.FAILED;
    }
}
