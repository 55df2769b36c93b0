package org.maxdock.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Another user who looks, as often as they can, at the arguments and the environment of every process of others, on
 * machines of the lab and on this one, and keeps all that they were let see.
 */
public final class SeenProcesses implements AutoCloseable {

    /** This machine. */
    public static final String HERE = "";

    private static final int MOST = 2_000_000;
    private static final int GROUP = 3; // so many bytes make four characters of base64

    private static final String LOOK = """
            import os, sys, time
            folder, known = sys.argv[1], set()
            seen = open(folder + "/seen", "wb", buffering=0)
            while not os.path.exists(folder + "/stop"):
                for pid in filter(str.isdigit, os.listdir("/proc")):
                    for name in ("cmdline", "environ"):
                        try:
                            if os.stat("/proc/" + pid).st_uid == os.getuid():
                                continue
                            with open("/proc/%s/%s" % (pid, name), "rb") as file:
                                said = file.read()
                        except OSError: # it has ended, or is not to be read
                            continue
                        if said and said not in known:
                            known.add(said)
                            seen.write(name.encode() + b": " + said.replace(b"\\0", b" ") + b"\\n")
                time.sleep(0.002)
            """;

    private final List<String> machines;
    private final String folder;

    /** Begins to look, on hosts of the lab, or {@link #HERE}. */
    public SeenProcesses(List<String> machines) {
        this.machines = List.copyOf(machines);
        this.folder = "/tmp/seen-" + Long.toHexString(System.nanoTime());
        for (String machine : machines) {
            asOther(
                    machine,
                    "mkdir -m 700 " + folder + " && cat > " + folder + "/look.py <<'E'\n" + LOOK
                            + "E\nsetsid python3 " + folder + "/look.py " + folder + " </dev/null >" + folder
                            + "/said 2>&1 &\nfor n in $(seq 100); do [ -s " + folder
                            + "/seen ] && exit; sleep 0.1; done; cat " + folder + "/said >&2; exit 1");
        }
    }

    /** Runs a shell line as the other user; returns what it wrote. */
    public static String asOther(String machine, String line) {
        if (!machine.equals(HERE)) {
            return Lab.must("mxother@" + machine, line);
        }
        Lab.Said said = Lab.run(List.of("setpriv", "--reuid", "nobody", "--clear-groups", "sh", "-c", line));
        if (said.status() != 0) {
            throw new IllegalStateException(line + ": " + said.err());
        }
        return said.out();
    }

    /** All that was seen on one of them so far. */
    public String seen(String machine) {
        return asOther(machine, "cat " + folder + "/seen " + folder + "/said");
    }

    /** Nothing of it was seen anywhere: neither as it is, nor in hexadecimal, nor within base64 of more. */
    public void assertNeverSaw(String secret) {
        assertNeverSaw(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** The same of bytes. */
    public void assertNeverSaw(byte[] secret) {
        List<String> forms = new ArrayList<>(List.of(
                new String(secret, StandardCharsets.ISO_8859_1), HexFormat.of().formatHex(secret)));
        for (int skipped = 0; skipped < GROUP; skipped++) {
            int whole = (secret.length - skipped) / GROUP * GROUP;
            forms.add(Base64.getEncoder().encodeToString(Arrays.copyOfRange(secret, skipped, skipped + whole)));
        }
        for (String machine : machines) {
            String seen = seen(machine);
            assertThat(seen.length()).as("all of it was read").isLessThan(MOST);
            for (String form : forms) {
                assertThat(seen.contains(form)).as("%s on %s", form, machine).isFalse();
            }
        }
    }

    @Override
    public void close() {
        for (String machine : machines) {
            asOther(
                    machine,
                    "touch " + folder + "/stop; for n in $(seq 100); do pgrep -f " + folder
                            + "/[l]ook.py >/dev/null || break; sleep 0.1; done; rm -r " + folder);
        }
    }
}
