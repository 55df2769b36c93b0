package org.maxdock.cli;

import java.io.PrintStream;
import org.maxdock.engine.Progress;
import org.maxdock.text.PlainLog;
import org.maxdock.text.Printable;

/** Progress as lines; the many reports of bytes are left out. */
final class ProgressLines implements Progress.Listener {

    private final PrintStream to;

    ProgressLines(PrintStream to) {
        this.to = to;
    }

    @Override
    public void report(Progress progress) {
        if (progress.total() > 0 || progress.text().isBlank()) {
            return;
        }
        PlainLog log = new PlainLog();
        String text = (log.plain(progress.text()) + log.end()).stripTrailing();
        to.println(progress.id().isEmpty() ? text : Printable.line(progress.id()) + ": " + text);
    }
}
