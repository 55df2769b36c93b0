package org.maxdock.lab;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Another user of the lab who looks, as often as they can, at the arguments and the environment of every process on its
 * machines, for a text.
 */
public final class ProcessWatch implements AutoCloseable {

    private static final String OTHER = "mxother@";

    private static final String LOOK = """
            import os, sys, time
            text, folder = bytes.fromhex(sys.argv[1]), sys.argv[2]
            seen = open(folder + "/seen", "w", buffering=1)
            while not os.path.exists(folder + "/stop"):
                for pid in filter(str.isdigit, os.listdir("/proc")):
                    for name in ("cmdline", "environ"):
                        try:
                            with open("/proc/%s/%s" % (pid, name), "rb") as file:
                                said = file.read()
                        except OSError: # it has ended, or is not to be read
                            continue
                        if text in said and int(pid) != os.getpid():
                            print(name, said[:300], file=seen)
                time.sleep(0.01)
            """;

    private final List<String> machines;
    private final String folder;

    /** Begins to look for a text on these machines. */
    public ProcessWatch(String text, List<String> machines) {
        this.machines = List.copyOf(machines);
        this.folder = "/tmp/watch-" + Long.toHexString(System.nanoTime());
        for (String machine : machines) {
            Lab.must(
                    OTHER + machine,
                    "mkdir " + folder + " && cat > " + folder + "/look.py <<'E'\n" + LOOK + "E\n"
                            + "setsid python3 " + folder + "/look.py "
                            + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + " "
                            + folder
                            + " </dev/null >" + folder + "/said 2>&1 &\nuntil [ -e " + folder
                            + "/seen ]; do sleep 0.1; done");
        }
    }

    /** What was seen, on which machine. */
    public List<String> seen() {
        List<String> lines = new ArrayList<>();
        for (String machine : machines) {
            Lab.must(OTHER + machine, "cat " + folder + "/seen " + folder + "/said")
                    .lines()
                    .distinct()
                    .forEach(line -> lines.add(machine + ": " + line));
        }
        return lines;
    }

    @Override
    public void close() {
        for (String machine : machines) {
            Lab.must(
                    OTHER + machine,
                    "touch " + folder + "/stop; while pgrep -f " + folder
                            + "/[l]ook.py >/dev/null; do sleep 0.1; done; rm -r " + folder);
        }
    }
}
