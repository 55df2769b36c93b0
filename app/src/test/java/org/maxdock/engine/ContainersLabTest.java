package org.maxdock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Output;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;
import org.maxdock.text.Trouble;

@Tag("lab")
@Tag("modern")
@Timeout(60)
class ContainersLabTest {

    private static final String NAME = "streams-test";

    @BeforeEach
    void start() {
        Lab.must(
                Lab.engineHost("mxuser"),
                "docker rm -f " + NAME + " >/dev/null 2>&1; docker run -d -i --name " + NAME + " " + Lab.BASE
                        + " sh -c 'read a; echo got $a; echo err >&2; read b'");
    }

    @AfterEach
    void remove() {
        Lab.must(Lab.engineHost("mxuser"), "docker rm -f " + NAME);
    }

    @Test
    void aCommandGetsItsInputAndGivesBothOutputsAndItsStatus() throws Exception {
        try (Server bench = Lab.connectToEngine()) {
            var input = new ByteArrayInputStream("hello\n".getBytes(StandardCharsets.UTF_8));
            Output output = bench.engine()
                    .containers()
                    .exec(NAME, "", input, new Cancellation(), "sh", "-c", "read x; echo out $x; echo err >&2; exit 9");
            assertThat(output.text()).isEqualTo("out hello\n");
            assertThat(output.errors()).isEqualTo("err\n");
            assertThat(output.status()).isEqualTo(9);
        }
    }

    @Test
    void theEndOfTheInputIsTheCommandsEndOfInput() throws Exception {
        try (Server bench = Lab.connectToEngine()) {
            var input = new ByteArrayInputStream("to the end\n".getBytes(StandardCharsets.UTF_8));
            Output output = bench.engine()
                    .containers()
                    .exec(NAME, "", input, new Cancellation(), "sh", "-c", "cat; sleep 1; echo done");
            assertThat(output.text()).isEqualTo("to the end\ndone\n");
        }
    }

    @Test
    void attachingJoinsTheContainersOwnProcess() throws Exception {
        try (Server bench = Lab.connectToEngine()) {
            java.io.PipedOutputStream keys = new java.io.PipedOutputStream();
            var input = new java.io.PipedInputStream(keys);
            keys.write("one\ntwo\n".getBytes(StandardCharsets.UTF_8));
            keys.flush();
            Output output = bench.engine().containers().attach(NAME, input, new Cancellation());
            assertThat(output.text()).isEqualTo("got one\n");
            assertThat(output.errors()).isEqualTo("err\n");
        }
    }

    @Test
    void eventsComeAsTheyHappenUntilCancelled() throws Exception {
        try (Server bench = Lab.connectToEngine()) {
            List<EngineEvent> events = new CopyOnWriteArrayList<>();
            String id = Lab.must(Lab.engineHost("mxuser"), "docker inspect -f '{{.Id}}' " + NAME)
                    .strip();
            List<EngineEvent> restarted = Stream.of("die", "start", "restart")
                    .map(action -> new EngineEvent("container", action, id))
                    .toList();
            Cancellation cancellation = new Cancellation();
            CompletableFuture<Void> end = CompletableFuture.runAsync(() -> listen(bench, events, cancellation));
            // A restart that began before anybody listened is told in part only: so it is done until one is told whole.
            org.testfx.util.WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
                Lab.must(Lab.engineHost("mxuser"), "docker restart -t 0 " + NAME);
                return events.containsAll(restarted);
            });
            cancellation.cancel();
            end.get(10, TimeUnit.SECONDS);
            assertThat(events).containsAll(restarted);
        }
    }

    private static void listen(Server bench, List<EngineEvent> events, Cancellation cancellation) {
        try {
            bench.engine().containers().events(events::add, cancellation);
        } catch (Trouble e) {
            throw new IllegalStateException(e);
        }
    }
}
