package org.maxdock.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maxdock.host.Command;
import org.maxdock.host.Terminal;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.lab.RecordedImage;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.operation.Server;

/**
 * From the click to the container's prompt on a node, against the same typed by hand into a terminal of the server by
 * somebody who types infinitely fast: salloc, srun --pty, docker run as oneself. Both on the same connection, in turns.
 */
final class LaunchBench implements BenchCase {

    private static final int ROUNDS = 7;
    private static final String IMAGE = "max-registry:5000/bench/prompt:1";
    private static final String PROMPT = "inside$ ";

    private static final double GOAL = 1.2;
    private static final double GOAL_CHECKED = 1.5;

    @Override
    public String name() {
        return "prompt";
    }

    @Override
    public String about() {
        return "click to prompt; limited by salloc, srun and docker run themselves";
    }

    @Override
    public List<Row> run(BenchPlace place) throws Exception {
        try (Server bench = Lab.connect()) {
            Path folder = Files.createTempDirectory("maxdock-bench");
            Files.writeString(folder.resolve("Dockerfile"), "FROM " + Lab.BASE + "\nENV PS1=\"" + PROMPT + "\"\n");
            ImageRecord record = RecordedImage.everywhere(bench, folder, IMAGE);
            Launch launch = new Launch(
                    "bench",
                    ImageReference.parse(IMAGE),
                    List.of(),
                    List.of(),
                    RunMode.ME,
                    LaunchPlace.Allocation.of("maxcpu", 1, "5"),
                    List.of("sh"),
                    "");
            Pairs.Side hand = () -> byHand(bench);
            String byHand = "typed by hand, infinitely fast";
            return List.of(
                    Row.ratio(
                            "prompt",
                            "click to prompt, from the Launch page",
                            byHand,
                            Pairs.of(ROUNDS, hand, () -> click(bench, launch, record, false)),
                            GOAL),
                    Row.ratio(
                            "prompt-checked",
                            "the same of a kept launch, with its checks",
                            byHand,
                            Pairs.of(ROUNDS, hand, () -> click(bench, launch, record, true)),
                            GOAL_CHECKED));
        }
    }

    /** What the round before has left to clear up shall not be measured with this one. */
    private static void settle() {
        Lab.must("max-wgs", "while [ -n \"$(squeue --noheader)\" ]; do sleep 0.1; done");
        Lab.NODES.forEach(n -> Lab.must(n, "while [ -n \"$(docker ps --all --quiet)\" ]; do sleep 0.1; done"));
    }

    private static double click(Server bench, Launch launch, ImageRecord record, boolean preflight) throws Exception {
        bench.terminals().prepare(); // as the page does while it is shown
        settle();
        long start = System.nanoTime();
        if (preflight) {
            bench.preflight().check(launch, Optional.of(record));
        }
        try (Terminal terminal = bench.launcher().openTerminal(bench.launcher().plan(launch, record), 100, 30)) {
            Reader reader = new Reader(terminal);
            reader.until(PROMPT);
            double millis = (System.nanoTime() - start) / 1e6;
            type(terminal, "exit\n");
            terminal.await();
            return millis;
        }
    }

    private static double byHand(Server bench) throws Exception {
        try (Terminal terminal = bench.host().openTerminal(Command.script("exec bash -l"), 100, 30)) {
            Reader reader = new Reader(terminal);
            reader.until("@max-wgs");
            settle();
            long start = System.nanoTime();
            type(terminal, "salloc -p maxcpu -N 1 -t 5 bash -l\n");
            reader.until("@max-wgs");
            type(terminal, "srun --pty bash -l\n");
            reader.until("@max-wn");
            type(
                    terminal,
                    "docker run --rm -it --userns=host -u $(id -u):$(id -g) --security-opt no-new-privileges " + IMAGE
                            + " sh\n");
            reader.until("\n" + PROMPT);
            double millis = (System.nanoTime() - start) / 1e6;
            type(terminal, "exit\n");
            reader.until("@max-wn");
            type(terminal, "exit\n");
            reader.until("@max-wgs");
            type(terminal, "exit\n");
            reader.until("@max-wgs");
            return millis;
        }
    }

    private static void type(Terminal terminal, String keys) throws IOException {
        terminal.input().write(keys.getBytes(StandardCharsets.UTF_8));
        terminal.input().flush();
    }

    private static final class Reader {

        private final Terminal terminal;
        private final StringBuilder seen = new StringBuilder();

        Reader(Terminal terminal) {
            this.terminal = terminal;
        }

        void until(String text) throws IOException {
            byte[] buffer = new byte[4096];
            int at;
            while ((at = seen.indexOf(text)) < 0) {
                int n = terminal.output().read(buffer);
                if (n < 0) {
                    throw new IOException("ended before " + text + ": " + seen);
                }
                seen.append(new String(buffer, 0, n, StandardCharsets.UTF_8).replace("\r", ""));
            }
            seen.delete(0, at + text.length());
        }
    }
}
