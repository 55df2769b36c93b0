package org.maxdock.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.maxdock.host.Running;
import org.maxdock.host.StreamTrouble;
import org.maxdock.text.IoReason;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * What a build is given on its standard input, as buildkit.sh reads it: secrets, build arguments, a Dockerfile, what is
 * built from.
 */
final class BuildInput {

    /** Characters; all of a program's variables take 2 MB at most, where nothing else is set (execve(2)). */
    private static final int MOST_SECRETS = 1_000_000;

    private static final String COPIES = "~/.cache/maxdock/contexts";
    private static final int PART = 1 << 20;
    private static final long EVERY = TimeUnit.SECONDS.toNanos(5);
    private static final String NO_DOCKERFILE = "-\n";

    private final byte[] secrets;
    private final byte[] arguments;
    private final BuildKit.From from;
    private final AtomicReference<Trouble> unsent = new AtomicReference<>();

    BuildInput(List<BuildSecret> secrets, BuildArguments arguments, BuildKit.From from) throws Trouble {
        this.secrets = lines(secrets);
        this.arguments = arguments.lines();
        this.from = from;
    }

    /** Two lines each: the name, and the value in Base64. */
    private static byte[] lines(List<BuildSecret> secrets) throws Trouble {
        StringBuilder lines = new StringBuilder();
        for (BuildSecret secret : secrets) {
            lines.append(secret.id())
                    .append('\n')
                    .append(Base64.getEncoder().encodeToString(secret.value()))
                    .append('\n');
        }
        if (lines.length() > MOST_SECRETS) {
            throw new Trouble(TroubleKind.VALUE_TOO_LONG, "--secret", lines.length(), MOST_SECRETS);
        }
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** What kept it from being sent here, and not there. */
    Optional<Trouble> unsent() {
        return Optional.ofNullable(unsent.get());
    }

    /** The input stays open: the build ends with it. */
    void send(Running running, Progress.Listener listener) {
        OutputStream to = running.input();
        Consumer<Message> told = note -> listener.report(Progress.of(note));
        try {
            to.write(secrets);
            to.write(arguments);
            switch (from) {
                case BuildKit.From.Sent(InputStream tar) -> {
                    dockerfile(to, Optional.empty());
                    parts(tar, to, told);
                }
                case BuildKit.From.There there -> dockerfile(to, there.dockerfile());
                case BuildKit.From.Kept(KeptFolder folder) -> {
                    dockerfile(to, Optional.of(folder.ownDockerfile()));
                    to.flush();
                    new FolderTalk(running, tar -> parts(tar, to, told), told).bring(folder);
                }
            }
            to.flush();
        } catch (Trouble e) {
            unsent.set(e);
        } catch (FolderTalk.Garbled e) {
            unsent.set(new Trouble(e, TroubleKind.FOLDER_UNREADABLE, COPIES, e.reason()));
        } catch (RuntimeException | Error e) { // else the other end would wait for ever
            unsent.set(new Trouble(e, TroubleKind.CONTEXT_UNREADABLE, e.toString()));
        } catch (IOException e) { // it has ended, and says why
            System.getLogger(BuildInput.class.getName()).log(System.Logger.Level.DEBUG, "the build takes no more", e);
        }
        if (unsent.get() != null) {
            running.close();
        }
    }

    private static void dockerfile(OutputStream to, Optional<OwnDockerfile> own) throws IOException {
        if (own.isEmpty()) {
            ascii(to, NO_DOCKERFILE);
            return;
        }
        for (byte[] text : List.of(own.get().text(), own.get().ignore())) {
            ascii(to, text.length + "\n");
            to.write(text);
        }
    }

    private static void ascii(OutputStream to, String text) throws IOException {
        to.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Each part after its length; one that cannot be read to its end is not ended. It tells now and then how far it is.
     */
    private static void parts(InputStream tar, OutputStream to, Consumer<Message> told) throws IOException, Trouble {
        byte[] part = new byte[PART];
        long sent = 0;
        long next = System.nanoTime() + EVERY;
        try (tar) {
            for (int n; (n = read(tar, part)) > 0; ) {
                ascii(to, n + "\n");
                to.write(part, 0, n);
                sent += n;
                if (System.nanoTime() > next) {
                    told.accept(Message.of("build.log.so-far", sent / 1_000_000));
                    next = System.nanoTime() + EVERY;
                }
            }
        }
        ascii(to, "0\n");
        to.flush();
    }

    private static int read(InputStream tar, byte[] part) throws Trouble {
        try {
            return tar.readNBytes(part, 0, part.length);
        } catch (IOException e) {
            throw StreamTrouble.in(e).orElseGet(() -> new Trouble(e, TroubleKind.CONTEXT_UNREADABLE, IoReason.of(e)));
        }
    }
}
