package org.maxdock.ui.terminals;

import com.techsenger.jeditermfx.core.TtyConnector;
import com.techsenger.jeditermfx.core.util.TermSize;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.maxdock.host.Terminal;

/** A host's terminal for the terminal widget. */
final class HostTty implements TtyConnector {

    private final Terminal terminal;
    private final String name;
    private final InputStreamReader reader;
    private final Runnable ended;
    private volatile boolean over;

    HostTty(Terminal terminal, String name, Runnable ended) {
        this.terminal = terminal;
        this.name = name;
        this.reader = new InputStreamReader(terminal.output(), StandardCharsets.UTF_8);
        this.ended = ended;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        try {
            int n = reader.read(buffer, offset, length);
            return n < 0 ? end() : n;
        } catch (IOException e) { // a pseudo terminal of this machine ends with an error, not with an end
            return end();
        }
    }

    private int end() {
        if (!over) {
            over = true;
            ended.run();
        }
        return -1;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        terminal.input().write(bytes);
        terminal.input().flush();
    }

    @Override
    public void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void resize(TermSize size) {
        terminal.resize(size.getColumns(), size.getRows());
    }

    @Override
    public boolean isConnected() {
        return terminal.isAlive();
    }

    @Override
    public int waitFor() throws InterruptedException {
        return terminal.await();
    }

    @Override
    public boolean ready() throws IOException {
        return reader.ready();
    }

    @Override
    public String getName() {
        return name;
    }

    /** The widget may go; the terminal is somebody else's to end. */
    void release() {
        over = true;
    }

    /** The widget closes what has ended too, but then the status is still on its way. */
    @Override
    public void close() {
        if (!over) {
            terminal.close();
        }
    }
}
