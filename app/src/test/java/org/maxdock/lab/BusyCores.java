package org.maxdock.lab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Has all cores of this machine, and so of the lab, busy with work that may wait. */
public final class BusyCores implements AutoCloseable {

    private final List<Process> loops = new ArrayList<>();

    public BusyCores() throws IOException {
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            loops.add(new ProcessBuilder("nice", "sh", "-c", "while :; do :; done").start());
        }
    }

    public boolean areBusy() {
        return loops.stream().allMatch(Process::isAlive);
    }

    @Override
    public void close() {
        loops.forEach(Process::destroyForcibly);
    }
}
