package org.maxdock.host.ssh;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** A ProxyCommand: a command of this machine whose standard input and output lead to the server. */
final class ProxyProcess {

    private static final int MOST = 4096;
    private static final int MOST_LINES = 30;
    /** On a busy machine; who has nothing more to say is not waited for. */
    private static final int LAST_WORDS_MS = 3000;

    /** For one that does not heed a signal; who reads from it waits until it has ended. */
    private static final int GRACE_MS = 800;

    private final String command;
    private final Process process;
    private final Consumer<String> says;
    private final StringBuilder errors = new StringBuilder();
    private final Thread reader;
    private volatile boolean silent;

    private ProxyProcess(String command, Process process, Consumer<String> says) {
        this.command = command;
        this.says = says;
        this.process = process;
        this.reader = Thread.ofPlatform().daemon().name("ProxyCommand").start(this::readErrors);
    }

    /** Starts it as ssh does: by the user's shell, of which nothing stays. */
    static ProxyProcess start(String command, SshMachine machine) throws Trouble {
        return start(command, machine, line -> {});
    }

    /** @param says is told each line that it writes to its errors, made visible, at most {@value #MOST_LINES} */
    static ProxyProcess start(String command, SshMachine machine, Consumer<String> says) throws Trouble {
        String set = machine.variables().getOrDefault("SHELL", "");
        String shell = set.isEmpty() ? "/bin/sh" : set;
        try {
            return new ProxyProcess(command, new ProcessBuilder(shell, "-c", "exec " + command).start(), says);
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.PROXY_COMMAND_FAILED, command, IoReason.of(e));
        }
    }

    Wire wire() {
        return new Wire(new Said(process.getInputStream()), process.getOutputStream(), this::end);
    }

    /** What it says to the server's client. */
    private final class Said extends FilterInputStream {

        Said(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            silent = silent || c < 0;
            return c;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int n = super.read(bytes, from, length);
            silent = silent || n < 0;
            return n;
        }

        @Override
        public int available() { // the process's own would wait for who reads
            return 0;
        }
    }

    /** One that has closed its output is about to end, and may have to say why. */
    private void end() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList(); // of the process itself only its handle: Process.destroy closes what it said, unread
        if (silent) {
            Thread.ofVirtual().name("ssh: proxy command").start(() -> {
                process.onExit()
                        .completeOnTimeout(process, LAST_WORDS_MS, TimeUnit.MILLISECONDS)
                        .join();
                kill(all);
            });
        } else {
            kill(all);
        }
    }

    private static void kill(List<ProcessHandle> all) {
        all.forEach(ProcessHandle::destroy);
        CompletableFuture.delayedExecutor(GRACE_MS, TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                .execute(() -> all.forEach(ProcessHandle::destroyForcibly));
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
            said = errors.toString().lines().filter(line -> !line.isBlank()).reduce("—", (before, last) -> last);
        }
        return new Trouble(cause, TroubleKind.PROXY_COMMAND_FAILED, command, ServerText.visible(said));
    }

    private void readErrors() {
        try (InputStream stream = process.getErrorStream()) {
            byte[] bytes = new byte[MOST];
            StringBuilder line = new StringBuilder();
            int told = 0;
            for (int n = stream.read(bytes); n >= 0; n = stream.read(bytes)) {
                String more = new String(bytes, 0, n, StandardCharsets.UTF_8);
                synchronized (errors) {
                    errors.append(more);
                    errors.delete(0, Math.max(0, errors.length() - MOST)); // its last words count
                }
                line.append(more);
                for (int end = line.indexOf("\n"); end >= 0; end = line.indexOf("\n")) {
                    String one = ServerText.visible(line.substring(0, end)).strip();
                    line.delete(0, end + 1);
                    if (!one.isEmpty() && told++ < MOST_LINES) {
                        says.accept(one);
                    }
                }
                line.setLength(Math.min(line.length(), MOST));
            }
        } catch (IOException e) {
            System.getLogger(ProxyProcess.class.getName()).log(System.Logger.Level.DEBUG, "ended", e);
        }
    }
}
