package org.maxdock.host.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** A ProxyCommand: a command of this machine whose standard input and output lead to the server. */
final class ProxyProcess {

    private static final int MOST = 4096;
    /** On a busy machine; who has nothing more to say is not waited for. */
    private static final int LAST_WORDS_MS = 3000;

    private final String command;
    private final Process process;
    private final StringBuilder errors = new StringBuilder();
    private final Thread reader;

    private ProxyProcess(String command, Process process) {
        this.command = command;
        this.process = process;
        this.reader = Thread.ofPlatform().daemon().name("ProxyCommand").start(this::readErrors);
    }

    /** Starts it as ssh does: by the user's shell, of which nothing stays. */
    static ProxyProcess start(String command, SshMachine machine) throws Trouble {
        String shell = machine.variables().getOrDefault("SHELL", "/bin/sh");
        try {
            return new ProxyProcess(command, new ProcessBuilder(shell, "-c", "exec " + command).start());
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.PROXY_COMMAND_FAILED, command, IoReason.of(e));
        }
    }

    Wire wire() {
        return new Wire(process.getInputStream(), process.getOutputStream(), this::end);
    }

    private void end() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.toHandle().destroy(); // Process.destroy would close what it said before that is read
    }

    /** What to tell where the server was not reached: the command has ended, and said why. */
    Trouble failed(Throwable cause) {
        try {
            process.waitFor(LAST_WORDS_MS, TimeUnit.MILLISECONDS);
            reader.join(LAST_WORDS_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String said;
        synchronized (errors) {
            said = ServerText.visible(errors.toString());
        }
        return new Trouble(
                cause,
                TroubleKind.PROXY_COMMAND_FAILED,
                command,
                said.isEmpty() ? "—" : said.lines().toList().getLast());
    }

    private void readErrors() {
        try (InputStream stream = process.getErrorStream()) {
            byte[] bytes = new byte[MOST];
            for (int n = stream.read(bytes); n >= 0; n = stream.read(bytes)) {
                synchronized (errors) {
                    if (errors.length() < MOST) {
                        errors.append(new String(bytes, 0, n, StandardCharsets.UTF_8));
                    }
                }
            }
        } catch (IOException e) {
            System.getLogger(ProxyProcess.class.getName()).log(System.Logger.Level.DEBUG, "ended", e);
        }
    }
}
