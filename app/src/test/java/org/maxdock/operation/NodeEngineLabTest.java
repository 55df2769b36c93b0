package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.ImageSummary;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.host.Terminal;
import org.maxdock.host.ssh.SshPrompts;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.node.TakenNodes;
import org.maxdock.operation.NodeOperations.TakenNode;
import org.maxdock.slurm.JobId;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.testfx.util.WaitForAsyncUtils;

/** A node of an allocation is a host like any other, and its engine is worked with as the server's is. */
@Tag("lab")
@Tag("modern")
@Timeout(120)
class NodeEngineLabTest {

    private static final int SLEEP = 60;

    @TempDir
    Path folder;

    private Connection connection;
    private NodeOperations nodes;
    private TakenNode node;

    @BeforeEach
    void take() throws Trouble {
        connection = new Connection(new Connections(Lab.ssh(), SshPrompts.none(), Lab.site()));
        connection.connect("max-wgs", new Cancellation());
        nodes = new NodeOperations(connection);
        node = nodes.take(
                LaunchPlace.Allocation.of("maxcpu", 1, "10").withMore(List.of("--nodelist=max-wn002")),
                why -> {},
                new Cancellation());
    }

    @AfterEach
    void giveBack() throws Trouble {
        try {
            for (TakenNode taken : nodes.taken().found()) {
                nodes.giveBack(taken.job());
            }
        } finally {
            connection.close();
        }
    }

    private Host host() throws Trouble {
        return connection.server().takenNodes().host(Optional.of(node.job()));
    }

    @Test
    void commandsAndTheirInputOutputsAndEndsAreTheNodesOwn() throws Exception {
        byte[] bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);
        Output echoed = host().run(Command.script("cat; uname -n >&2; exit 7").withInput(bytes));
        assertThat(echoed.bytes()).isEqualTo(bytes);
        assertThat(echoed.errors()).isEqualTo("max-wn002\n");
        assertThat(echoed.status()).isEqualTo(7);
        Output words = host().run(Command.script("printf '<%s>' \"$@\"; kill -TERM $$", "a  b", "it's $(me)\n*", ""));
        assertThat(words.text()).isEqualTo("<a  b><it's $(me)\n*><>");
        assertThat(words.errors()).isEmpty();
        assertThat(words.status()).isEqualTo(143);
    }

    @Test
    void aTerminalOfTheNodeIsOne() throws Exception {
        try (Terminal terminal = host().openTerminal(Command.script("stty size; uname -n; exit 4"), 91, 33)) {
            String said = new String(terminal.output().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).contains("33 91", "max-wn002");
            assertThat(terminal.await()).isEqualTo(4);
        }
    }

    @Test
    void imagesAreBuiltListedRecordedPushedAndVerifiedThereAndNotOnTheServer() throws Exception {
        String image = "max-registry:5000/test/on-node:1";
        Files.writeString(
                folder.resolve("Dockerfile"),
                "FROM " + Lab.BASE + "\nRUN echo built > /made\nLABEL run=" + System.nanoTime() + "\n");
        connection.workWith(EnginePlace.parse("node"));
        assertThat(connection.state().connected().orElseThrow().engine())
                .isEqualTo(new EngineWhere(new EnginePlace.OnNode(Optional.of(node.job())), "max-wn002"));
        List<String> said = new ArrayList<>();
        var built = connection
                .server()
                .images()
                .build(
                        new BuildRequest(new BuildFolder.Here(folder), "Dockerfile", image, BuildOptions.NONE),
                        (Progress p) -> said.add(p.text()),
                        new Cancellation());
        ImageOperations images = new ImageOperations(connection);
        assertThat(images.list()).flatExtracting(ImageSummary::tags).contains(image);
        Project project = new Project(folder, new Json());
        assertThat(nodes.onlyThere(project)).as("it knows of none").isEmpty();
        project.put(launch(image));
        project.put(launch(Lab.BASE));
        assertThat(nodes.onlyThere(project)).containsExactly(image);
        assertThat(images.identity(image).orElseThrow().id())
                .isEqualTo(built.identity().id());
        connection.server().images().push(image, p -> {}, new Cancellation());
        assertThat(nodes.onlyThere(project)).isEmpty();
        connection.workWith(new EnginePlace.OnServer());
        if (Lab.isModern()) {
            assertThatThrownBy(() -> images.identity(image)).hasMessageContaining("no-engine");
        } else {
            assertThat(images.identity(image).map(i -> i.id()))
                    .isNotEqualTo(Optional.of(built.identity().id()));
        }
    }

    private static Launch launch(String image) {
        return new Launch(
                image.replace('/', '-').replace(':', '-'),
                ImageReference.parse(image),
                List.of(),
                List.of(),
                RunMode.ME,
                LaunchPlace.Allocation.of("maxcpu", 1, "5"),
                List.of("true"),
                "");
    }

    /** Programs write otherwise to a terminal than to a pipe: gzip refuses, find shows question marks. */
    @Test
    void whatACommandWritesToIsAPipe() throws Exception {
        Output output = host().run(Command.script("[ -t 1 ] || echo piped; d=$(mktemp -d); touch \"$d/Größe\"; "
                + "LC_ALL=C find \"$d\" -type f -printf '%f\\n'; rm -r \"$d\"; "
                + "echo zipped | gzip -1 | zcat; printf %s \"$DOCKER_HOST\"; exit 5"));
        assertThat(output.text()).startsWith("piped\nGröße\nzipped\n");
        assertThat(output.errors()).isEmpty();
        assertThat(output.status()).isEqualTo(5);
    }

    private static boolean isGivenBack(Host host) {
        try {
            host.run(Command.of("true"));
            return false;
        } catch (Trouble e) {
            assertThat(e.kind()).isEqualTo(TroubleKind.NODE_GIVEN_BACK);
            return true;
        }
    }

    @Test
    void whatIsTakenIsKnownAndGivenBack() throws Exception {
        assertThat(node.node().text()).isEqualTo("max-wn002");
        assertThat(nodes.taken().found()).extracting(TakenNode::job).containsExactly(node.job());
        Host lost = host();
        connection.workWith(EnginePlace.parse("node"));
        assertThat(new EngineOperations(connection).info().version()).isNotEmpty();
        nodes.giveBack(node.job());
        assertThatThrownBy(() -> new ImageOperations(connection).list())
                .isInstanceOfSatisfying(
                        Trouble.class, e -> assertThat(e.kind()).isEqualTo(TroubleKind.NODE_GIVEN_BACK));
        assertThat(nodes.taken().found()).isEmpty();
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> isGivenBack(lost)); // SLURM ends what is there in a while
        assertThatThrownBy(() -> connection.workWith(EnginePlace.parse("node")))
                .isInstanceOfSatisfying(Trouble.class, e -> assertThat(e.kind()).isEqualTo(TroubleKind.NO_NODE_TAKEN));
        assertThat(connection.state().connected().orElseThrow().engine().place())
                .as("what was worked with is, until another is there")
                .isInstanceOf(EnginePlace.OnNode.class);
    }

    /** What is under way then is not told as an engine that stopped, or a certificate that is wrong. */
    @Test
    void thatTheJobEndedIsToldWhateverIsUnderWay() throws Exception {
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + Lab.BASE + "\nRUN sleep " + SLEEP + "\n");
        connection.workWith(EnginePlace.parse("node"));
        CountDownLatch runs = new CountDownLatch(1);
        Thread ends = Thread.ofVirtual().start(() -> {
            try {
                runs.await();
                nodes.giveBack(node.job());
            } catch (InterruptedException | Trouble e) {
                throw new IllegalStateException(e);
            }
        });
        assertThatThrownBy(() -> connection
                        .server()
                        .images()
                        .build(
                                BuildRequest.plain(folder, "max-registry:5000/test/cut-node:1"),
                                p -> {
                                    if (p.text().contains("Running in")
                                            || p.text().contains("] RUN sleep")) {
                                        runs.countDown();
                                    }
                                },
                                new Cancellation()))
                .isInstanceOfSatisfying(
                        Trouble.class, e -> assertThat(e.kind()).isEqualTo(TroubleKind.NODE_GIVEN_BACK));
        ends.join();
    }

    @ParameterizedTest
    @CsvSource({"maxgpu, 3-0, 8:00:00", "maxcpu, 99-0, 14-00:00:00", "maxcpu, 0, 14-00:00:00", "nope, 10, maxcpu"})
    void whatWouldNeverBeGrantedIsToldBefore(String partition, String time, String says) {
        assertThatThrownBy(
                        () -> nodes.take(LaunchPlace.Allocation.of(partition, 1, time), why -> {}, new Cancellation()))
                .isInstanceOfSatisfying(Trouble.class, e -> {
                    assertThat(e.kind()).isEqualTo(TroubleKind.NODE_NOT_GRANTED);
                    assertThat(new Texts(Locale.ENGLISH).explain(e)).contains(says);
                });
        assertThat(jobs()).isEqualTo(1);
    }

    @Test
    void itIsNothingThatIsLeftOver() throws Exception {
        assertThat(connection.server().leftovers().find(Set.of())).isEmpty();
    }

    @Test
    void whatIsSavedOnTheNodesOwnDiskIsThereAlone() throws Exception {
        String image = "max-registry:5000/test/saved-node:1";
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + Lab.BASE + "\nLABEL run=" + System.nanoTime() + "\n");
        connection.workWith(EnginePlace.parse("node"));
        Project project = new Project(folder, new Json());
        connection.server().images().build(BuildRequest.plain(folder, image), p -> {}, new Cancellation());
        RecordOperations records = new RecordOperations(connection, Clock.systemUTC());
        records.record(project, image);
        records.save(project, image, "/tmp/own.tgz", Progress.Listener.none(), new Cancellation());
        assertThat(nodes.onlyThere(project)).containsExactly(image);
        records.save(project, image, "/beegfs/desy/user/mxuser/seen.tgz", Progress.Listener.none(), new Cancellation());
        assertThat(nodes.onlyThere(project)).isEmpty();
        host().run(Command.of("rm", "-f", "/tmp/own.tgz", "/beegfs/desy/user/mxuser/seen.tgz"));
    }

    /** A record of what was pushed says nothing of what has been built since under its name. */
    @Test
    void whatARecordKeepsIsNoOtherImageOfItsName() throws Exception {
        String image = "max-registry:5000/test/rebuilt-node:1";
        Path file = folder.resolve("Dockerfile");
        connection.workWith(EnginePlace.parse("node"));
        Project project = new Project(folder, new Json());
        Files.writeString(file, "FROM " + Lab.BASE + "\nLABEL run=" + System.nanoTime() + "\n");
        connection.server().images().build(BuildRequest.plain(folder, image), p -> {}, new Cancellation());
        connection.server().images().push(image, p -> {}, new Cancellation());
        new RecordOperations(connection, Clock.systemUTC()).record(project, image);
        assertThat(nodes.onlyThere(project)).isEmpty();
        Files.writeString(file, "FROM " + Lab.BASE + "\nLABEL run=" + System.nanoTime() + "\n");
        connection.server().images().build(BuildRequest.plain(folder, image), p -> {}, new Cancellation());
        assertThat(nodes.onlyThere(project)).containsExactly(image);
    }

    @Test
    void whoStopsWaitingTakesNothing() throws Exception {
        Cancellation cancellation = new Cancellation();
        Thread waits = Thread.ofVirtual().start(() -> {
            try {
                nodes.take(
                        LaunchPlace.Allocation.of("maxcpu", 1, "10").withMore(List.of("--begin=now+1hour")),
                        why -> {},
                        cancellation);
            } catch (Trouble e) {
                assertThat(e.kind()).isEqualTo(TroubleKind.CANCELLED);
            }
        });
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> jobs() == 2);
        cancellation.cancel();
        waits.join();
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> jobs() == 1);
    }

    private static long jobs() {
        return Lab.must("max-wgs", "squeue -h -n " + TakenNodes.NAME + " -o %A")
                .lines()
                .count();
    }

    @Test
    void aJobThatIsNoneOfOnesOwnIsNoPlace() {
        assertThatThrownBy(() -> connection.workWith(new EnginePlace.OnNode(Optional.of(new JobId("999999")))))
                .isInstanceOfSatisfying(Trouble.class, e -> assertThat(e.kind()).isEqualTo(TroubleKind.NO_SUCH_JOB));
    }
}
