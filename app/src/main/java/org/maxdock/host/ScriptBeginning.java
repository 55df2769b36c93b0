package org.maxdock.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.maxdock.host.shell.StartMark;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Waits until a script really begins, which its mark tells, and drops what the account's start-up files have printed
 * before, on both outputs.
 */
final class ScriptBeginning {

    /** How long start-up files may take. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    /** How much they may print, in bytes. */
    static final int MOST = 1 << 20;

    private static final int SAID = 400;

    private final String host;
    private final Duration longest;

    ScriptBeginning(String host, Duration longest) {
        this.host = host;
        this.longest = longest;
    }

    /**
     * What ran instead of the script.
     *
     * @param status with which it ended
     * @param said the last of what it printed
     */
    record Other(int status, String said) {

        /** What a user is told, where nothing is left to try. */
        Trouble trouble(String host) {
            boolean noShell =
                    said.contains("not available") && !said.startsWith("srun: ") || said.isBlank() && status == 1;
            if (said.contains("Password change required") || said.contains("password has expired")) {
                return new Trouble(TroubleKind.PASSWORD_EXPIRED, host); // so sshd says it, and PAM
            }
            boolean noBash = status == 127 && said.contains("bash");
            return new Trouble(
                    noBash
                            ? TroubleKind.NO_BASH
                            : noShell ? TroubleKind.ACCOUNT_WITHOUT_SHELL : TroubleKind.OTHER_COMMAND,
                    noBash ? new Object[] {said} : new Object[] {host, said.isBlank() ? "…" : said, status});
        }
    }

    /**
     * Empty once the script has begun; else what ended without it. The command is closed where this throws.
     *
     * @param errors whether it has an error output of its own, which a terminal has not
     * @param cancelled done when nobody wants it any more: somebody else may hold its outputs open then
     * @throws Trouble when start-up files take too long or print too much, it is cancelled, or this thread interrupted
     */
    Optional<Other> await(Running running, StartMark mark, boolean errors, CompletableFuture<Void> cancelled)
            throws Trouble {
        CompletableFuture<String> output = skip(running.output(), mark);
        CompletableFuture<String> error =
                errors ? skip(running.errors(), mark) : CompletableFuture.completedFuture(null);
        var _ = output.whenComplete((said, failure) -> failWith(failure, error));
        var _ = error.whenComplete((said, failure) -> failWith(failure, output));
        try {
            CompletableFuture<Void> both = CompletableFuture.allOf(output, error);
            CompletableFuture.anyOf(both, cancelled).get(longest.toSeconds(), TimeUnit.SECONDS);
            if (cancelled.isDone()) {
                running.close();
                throw new Trouble(TroubleKind.CANCELLED);
            }
            String said = output.join() == null ? error.join() : output.join() + "\n" + error.join();
            return said == null ? Optional.empty() : Optional.of(new Other(running.await(), last(said)));
        } catch (TimeoutException e) {
            running.close();
            throw new Trouble(e, TroubleKind.START_UP_HANGS, host, longest.toSeconds());
        } catch (ExecutionException e) {
            running.close();
            if (cancelled.isDone()) { // by which its outputs were closed
                throw new Trouble(e, TroubleKind.CANCELLED);
            }
            if (e.getCause() instanceof Error fault) { // no fault of the connection's
                throw fault;
            }
            throw e.getCause() instanceof TooMuch
                    ? new Trouble(e, TroubleKind.START_UP_FLOODS, host, MOST >> 10)
                    : new Trouble(e, TroubleKind.CONNECTION_LOST, host);
        } catch (InterruptedException e) {
            running.close();
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        }
    }

    private static void failWith(Throwable failure, CompletableFuture<String> other) {
        if (failure != null) {
            other.completeExceptionally(failure);
        }
    }

    private static String last(String said) {
        return said.strip()
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .reduce((a, b) -> b)
                .orElse("");
    }

    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Reads up to the mark and not one byte more; null when it came, else the last of what was read. */
    private static CompletableFuture<String> skip(InputStream in, StartMark mark) {
        CompletableFuture<String> skipped = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                skipped.complete(read(in, mark.bytes()));
            } catch (IOException | RuntimeException | Error e) { // else it would be waited for
                skipped.completeExceptionally(e);
            }
        });
        return skipped;
    }

    private static String read(InputStream in, byte[] mark) throws IOException {
        byte[] last = new byte[SAID];
        for (int n = 0; n < MOST; n++) {
            int b = in.read();
            if (b < 0) {
                int held = Math.min(n, SAID);
                return new String(last, SAID - held, held, StandardCharsets.UTF_8);
            }
            System.arraycopy(last, 1, last, 0, SAID - 1);
            last[SAID - 1] = (byte) b;
            if (Arrays.equals(last, SAID - mark.length, SAID, mark, 0, mark.length)) {
                return null;
            }
        }
        throw new TooMuch();
    }
}
