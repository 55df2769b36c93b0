package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.maxdock.host.Running;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;
import org.testfx.util.WaitForAsyncUtils;

/**
 * What the end of a launch must leave alone: another launch of the user's, with somebody at it; containers of another
 * user's with the labels of a launch; folders and files of which only the names are like a launch's.
 */
final class Bystanders implements AutoCloseable {

    private static final int STATUS = 9;
    private static final String ANOTHERS = "ends-of-another";

    /** Of another user, as a launch's; of the user, as none. */
    private static final List<String> PATHS = List.of("/tmp/maxdock-999-1", "/tmp/maxdock-notes");

    private final Running launch;
    private final String node;
    private final String container;
    private final String step;

    /** Begins all of that, and waits until it is there. */
    Bystanders(Server bench, ImageRecord record) throws Exception {
        for (String one : Lab.NODES) {
            Lab.must(
                    "mxother@" + one,
                    "docker run -d --name " + ANOTHERS + " --label maxdock.user=mxuser --label maxdock.launch=ends "
                            + "--label maxdock.job=999 --label maxdock.step=999-1 " + Lab.BASE + " sleep 5000; "
                            + "mkdir -m 700 " + PATHS.getFirst());
            Lab.must("mxuser@" + one, "echo kept > " + PATHS.getLast());
        }
        Launch work = new Launch(
                        "in use",
                        record.reference(),
                        List.of(),
                        List.of(),
                        RunMode.ME,
                        LaunchPlace.Allocation.of("maxcpu", 1, "60"),
                        List.of("sh", "-c", "mkfifo /tmp/go; cat /tmp/go; exit " + STATUS),
                        "")
                .withKind(LaunchKind.Name.COMMAND.plain());
        LaunchPlan plan = bench.launcher().plan(work, record);
        launch = bench.launcher().start(plan);
        String look = "docker ps --filter label=maxdock.mark=" + plan.mark();
        WaitForAsyncUtils.waitFor(
                90,
                TimeUnit.SECONDS,
                () -> Lab.NODES.stream()
                        .anyMatch(n -> !Lab.must(n, look + " -q").isEmpty()));
        node = Lab.NODES.stream()
                .filter(n -> !Lab.must(n, look + " -q").isEmpty())
                .findFirst()
                .orElseThrow();
        container = Lab.must(node, look + " -q").strip();
        step = Lab.must(node, look + " --format '{{.Label \"maxdock.step\"}}'").strip();
    }

    /** Containers that are to be seen, of all of them. */
    static int containers() {
        return Lab.NODES.size() + 1;
    }

    /** By which processes are known as the launch's. */
    String step() {
        return step;
    }

    /** The launch goes on as if nothing had been, to its own end. */
    void endWell() throws Exception {
        Lab.must(node, "docker exec " + container + " sh -c 'echo > /tmp/go'");
        assertThat(launch.await()).as("the launch beside").isEqualTo(STATUS);
    }

    @Override
    public void close() {
        launch.close();
        Lab.NODES.forEach(n -> Lab.must(n, "docker rm -f " + ANOTHERS + "; rm -rf " + String.join(" ", PATHS)));
    }
}
