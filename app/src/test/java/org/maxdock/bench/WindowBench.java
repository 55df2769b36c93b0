package org.maxdock.bench;

import java.awt.AWTException;
import java.awt.Color;
import java.awt.Robot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The window of the packaged program against one that shows a label, on a screen of their own: $DISPLAY. */
final class WindowBench implements BenchCase {

    private static final int ROUNDS = 5;
    private static final double GOAL_FRAME = 1.2;
    private static final double GOAL_MEMORY = 1.35;
    private static final double GOAL_IDLE = 0.3;
    private static final int MIDDLE_X = 640;
    private static final int MIDDLE_Y = 400;
    private static final long LONGEST_SECONDS = 60;
    private static final long SETTLES_SECONDS = 3;
    private static final long IDLE_SECONDS = 20;
    private static final double TICKS_PER_SECOND = 100; // sysconf(_SC_CLK_TCK) of Linux

    private Robot robot;

    @Override
    public String name() {
        return "window";
    }

    @Override
    public String about() {
        return "first frame, memory and idle time of the packaged window; limited by the start of JavaFX";
    }

    @Override
    public boolean needsProgram() {
        return true;
    }

    @Override
    public List<Row> run(BenchPlace place) throws Exception {
        robot = robot();
        Path home = Files.createTempDirectory("maxdock-bench");
        List<String> label = List.of(
                System.getProperty("java.home") + "/bin/java",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LabelWindow.class.getName());
        List<String> maxdock = List.of(place.needed().toString());
        Measured ourMemory = new Measured();
        Measured theirMemory = new Measured();
        Measured memory = new Measured();
        Pairs frames = Pairs.of(ROUNDS, () -> shown(label, home, theirMemory), () -> shown(maxdock, home, ourMemory));
        for (int i = 0; i < ourMemory.count(); i++) {
            memory.add(ourMemory.get(i) / theirMemory.get(i));
        }
        String instead = "a window with one label";
        return List.of(
                Row.ratio("window-frame", "first frame", instead, frames, GOAL_FRAME),
                new Row(
                        "window-memory",
                        "resident memory after it",
                        instead,
                        "MB",
                        ourMemory,
                        theirMemory,
                        memory,
                        GOAL_MEMORY),
                Row.absolute("window-idle", "connected and idle, of a core", "%", idle(place, home), GOAL_IDLE));
    }

    private static Robot robot() {
        try {
            return new Robot();
        } catch (AWTException e) {
            throw new IllegalStateException("there is no screen to look at", e);
        }
    }

    /** Milliseconds to the first frame; what it keeps in memory when all is calm goes to the other. */
    private double shown(List<String> words, Path home, Measured memory) throws Exception {
        await(false);
        long start = System.nanoTime();
        Process process = start(words, home);
        try {
            await(true);
            double millis = (System.nanoTime() - start) / 1e6;
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(SETTLES_SECONDS));
            memory.add(resident(process) / 1e3);
            return millis;
        } finally {
            end(process);
        }
    }

    private Measured idle(BenchPlace place, Path home) throws Exception {
        Measured idle = new Measured();
        Process process =
                start(List.of(place.needed().toString(), "-F", place.config().toString(), "--on", "max-wgs"), home);
        try {
            await(true);
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(IDLE_SECONDS)); // connected, pages filled, code compiled
            for (int round = 0; round < ROUNDS; round++) {
                double before = ticks(process);
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(IDLE_SECONDS));
                idle.add((ticks(process) - before) / TICKS_PER_SECOND / IDLE_SECONDS * 100);
            }
            return idle;
        } finally {
            end(process);
        }
    }

    private static Process start(List<String> words, Path home) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().remove("XDG_CONFIG_HOME");
        builder.environment().put("HOME", home.toString());
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Duser.home=" + home + " -Dprism.order=sw");
        return builder.start();
    }

    private static void end(Process process) throws InterruptedException {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    /** Until something is drawn in the middle of the screen, or nothing is any more. */
    private void await(boolean drawn) {
        long start = System.nanoTime();
        while (robot.getPixelColor(MIDDLE_X, MIDDLE_Y).equals(Color.BLACK) == drawn) {
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(LONGEST_SECONDS)) {
                throw new IllegalStateException(drawn ? "no window came" : "a window stays");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    /** In kB, of all its processes (proc(5), VmRSS). */
    private static double resident(Process process) {
        return sum(
                process,
                pid -> Files.readAllLines(Path.of("/proc", pid, "status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                        .sum());
    }

    /** Of all its processes (proc(5), stat: utime and stime). */
    private static double ticks(Process process) {
        return sum(process, pid -> {
            String stat = Files.readString(Path.of("/proc", pid, "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
        });
    }

    private interface Figure {
        double of(String pid) throws IOException;
    }

    private static double sum(Process process, Figure figure) {
        List<Double> all = new ArrayList<>();
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(one -> {
            try {
                all.add(figure.of(String.valueOf(one.pid())));
            } catch (IOException e) { // it has just ended
                System.getLogger(WindowBench.class.getName()).log(System.Logger.Level.DEBUG, "ended", e);
            }
        });
        return all.stream().mapToDouble(Double::doubleValue).sum();
    }
}
