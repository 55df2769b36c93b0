package org.maxdock.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A command that a user of the lab has typed in a project's folder, while it runs. */
final class TypedCommand {

    private static final int LONGEST_SECONDS = 120;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CompletableFuture<Integer> ended;

    TypedCommand(Path project, List<String> words) {
        ended = CompletableFuture.supplyAsync(
                () -> new Commands(project).run(stream(out), stream(err), words), Thread::startVirtualThread);
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    boolean runs() {
        return !ended.isDone();
    }

    /** Waits for its end. */
    int status() throws Exception {
        return ended.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    /** What it has written so far. */
    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The same with its errors behind. */
    String said() {
        return out() + err.toString(StandardCharsets.UTF_8);
    }
}
