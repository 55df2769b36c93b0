package org.maxdock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Running;
import org.maxdock.host.local.LocalHost;
import org.maxdock.text.Texts;

/** Copies of build folders as a host keeps them, kept on this machine by what a host does for them. */
public final class LocalCopies {

    private static final String KEEP = "export XDG_CACHE_HOME=$1\n" + FolderCopies.FUNCTIONS + """
            work=$1/work
            mkdir -p "$work"
            exec 3<&0 </dev/null
            keep "$2" || { echo "none $(cat "$work/why")"; exit 1; }
            rm -f -- "$busy"
            """;

    private final LocalHost host = new LocalHost();
    private final Path cache;
    private final AtomicLong sent = new AtomicLong();
    private String told = "";

    /** @param cache a folder, in which they are */
    public LocalCopies(Path cache) {
        this.cache = cache;
    }

    /** Where the copy of a folder is. */
    public Path of(KeptFolder folder) {
        return cache.resolve("maxdock").resolve("contexts").resolve(folder.name());
    }

    /** Brings the copy of a folder up to date. */
    public void bring(KeptFolder folder) throws Exception {
        sent.set(0);
        told = "";
        try (Running running = host.start(Command.script(KEEP, cache.toString(), folder.name()), new Cancellation())) {
            Running counted = new Counted(running);
            ByteArrayOutputStream errors = new ByteArrayOutputStream();
            Thread reader = Thread.ofVirtual().start(() -> {
                try {
                    running.errors().transferTo(errors);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            new FolderTalk(
                            counted,
                            tar -> parts(tar, counted.input()),
                            note -> told += new Texts(Locale.ENGLISH).get(note) + "\n")
                    .bring(folder);
            int status = running.await();
            reader.join();
            assertThat(status)
                    .as(told + errors.toString(StandardCharsets.UTF_8))
                    .isZero();
        }
    }

    /** What was told to people meanwhile. */
    public String told() {
        return told;
    }

    /** Bytes that were sent for it. */
    public long sent() {
        return sent.get();
    }

    private static void parts(InputStream tar, OutputStream to) throws IOException {
        try (tar) {
            byte[] all = tar.readAllBytes();
            to.write((all.length + "\n").getBytes(StandardCharsets.US_ASCII));
            to.write(all);
            to.write("0\n".getBytes(StandardCharsets.US_ASCII));
            to.flush();
        }
    }

    /** The same, with what goes to it counted. */
    private final class Counted implements Running {
        private final Running running;
        private final OutputStream input;

        Counted(Running running) {
            this.running = running;
            this.input = new FilterOutputStream(running.input()) {
                @Override
                public void write(int one) throws IOException {
                    out.write(one);
                    sent.incrementAndGet();
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                    sent.addAndGet(length);
                }
            };
        }

        @Override
        public OutputStream input() {
            return input;
        }

        @Override
        public InputStream output() {
            return running.output();
        }

        @Override
        public InputStream errors() {
            return running.errors();
        }

        @Override
        public int await() throws InterruptedException {
            return running.await();
        }

        @Override
        public void close() {
            running.close();
        }
    }
}
