package org.maxdock.host.local;

import com.pty4j.PtyProcess;
import com.pty4j.WinSize;
import org.maxdock.host.Terminal;

/** A process in a pseudo terminal of this machine. */
final class LocalTerminal extends LocalRunning implements Terminal {

    private final PtyProcess process;

    LocalTerminal(PtyProcess process) {
        super(process);
        this.process = process;
    }

    @Override
    public void resize(int columns, int rows) {
        if (process.isAlive()) {
            process.setWinSize(new WinSize(columns, rows));
        }
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }
}
