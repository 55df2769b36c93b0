package org.maxdock.ui.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.image.MendWay;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.image.identity.Source;
import org.maxdock.operation.ClusterOperations;
import org.maxdock.operation.EnginePlace;
import org.maxdock.operation.Location;
import org.maxdock.operation.PlacedVerdict;
import org.maxdock.operation.RecordOperations;
import org.maxdock.operation.Verification;
import org.maxdock.slurm.Node;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.PartitionName;
import org.maxdock.slurm.Partitions;
import org.maxdock.store.Json;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.ModelBench;
import org.maxdock.ui.ModelConnection;
import org.maxdock.ui.ModelPause;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.ImageInHand;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.StillThere;
import org.mockito.ArgumentCaptor;

/** Recorded images by places: what was found counts for what it was found of, and no longer. */
class VerifyModelTest {

    private static final PartitionName CPU = new PartitionName("maxcpu");
    private static final Location SERVER = new Location.Server("server");
    private static final Location NODE = new Location.Node(new NodeName("wn001"), Partitions.of(CPU));
    private static final Location OTHER_NODE = new Location.Node(new NodeName("wn002"), Partitions.of(CPU));

    @TempDir
    Path top;

    private final ModelBench bench = new ModelBench();
    private final ModelConnection connection = new ModelConnection(bench);
    private final ProjectModel project = new ProjectModel(bench.background(), new Json());
    private final RecordOperations operations = mock(RecordOperations.class);
    private final ClusterOperations cluster = mock(ClusterOperations.class);
    private final Clock clock = mock(Clock.class);
    private final Asks asks = mock(Asks.class);
    private final List<PlacedVerdict> answer = new ArrayList<>();
    private Instant now = Instant.parse("2030-01-01T00:00:00Z");
    private NodesModel nodes;
    private VerifyTable table;
    private VerifyModel model;
    private Mending mending;

    @BeforeEach
    void begin() throws Exception {
        when(clock.instant()).thenAnswer(call -> now);
        when(cluster.partitions())
                .thenReturn(org.maxdock.slurm.Records.of(List.of(
                        new Partition(CPU, true, true, "all", true, "", "", 1, 0, 0, 0, 1),
                        new Partition(new PartitionName("secret"), false, true, "few", false, "", "", 1, 0, 0, 0, 1))));
        when(cluster.nodes())
                .thenReturn(org.maxdock.slurm.Records.of(List.of(
                        new Node(new NodeName("wn001"), CPU, "idle"),
                        new Node(new NodeName("wn002"), CPU, "mixed"),
                        new Node(new NodeName("wn003"), CPU, "down"))));
        when(operations.verify(any(), any(), any())).thenAnswer(call -> List.copyOf(answer));
        nodes = new NodesModel(bench.background(), connection.model(), cluster);
        table = new VerifyTable(connection.model(), project, new ImageInHand(project), bench.texts(), nodes);
        model = new VerifyModel(
                bench.background(), connection.model(), project, bench.texts(), operations, nodes, table, clock);
        mending = new Mending(
                model,
                connection.model(),
                project,
                bench.texts(),
                asks,
                operations,
                nodes,
                new StillThere(connection.model(), bench.navigation()::tell, bench.texts()));
    }

    static ImageRecord record(String name, String layer) {
        Identity identity = new Identity(
                List.of("registry.example.org/" + name + "@sha256:" + "a".repeat(64)),
                "sha256:" + "b".repeat(64),
                "",
                "",
                List.of("sha256:" + layer.repeat(64)),
                RunConfiguration.NONE,
                "linux/amd64");
        return ImageRecord.of(
                ImageReference.parse("registry.example.org/" + name + ":1"),
                identity,
                Instant.parse("2029-01-01T00:00:00Z"),
                "server",
                "user");
    }

    private void open(String folder, ImageRecord... all) throws Exception {
        project.open(Files.createDirectories(top.resolve(folder)));
        bench.settle();
        for (ImageRecord one : all) {
            project.edit(c -> c.withRecord(one));
        }
        bench.settleUntil(() -> table.records().size() == all.length);
    }

    private void connect() {
        connection.connect();
        model.shown();
        bench.settle();
    }

    private PlacedVerdict same(ImageRecord record, Location where) {
        return new PlacedVerdict(
                record, where, Optional.of(new ImageVerdict.Same(record.identity())), Optional.empty(), now);
    }

    private PlacedVerdict missing(ImageRecord record, Location where) {
        return new PlacedVerdict(record, where, Optional.of(new ImageVerdict.Missing()), Optional.empty(), now);
    }

    private Optional<PlacedVerdict> found(ImageRecord record, String place) {
        return model.finding(record, new ImagePlace(place, place));
    }

    private void verifyAll(PlacedVerdict... found) {
        answer.clear();
        answer.addAll(List.of(found));
        model.verifyAll();
        bench.settle();
    }

    private Verification.Scope scope(int which) throws Trouble {
        ArgumentCaptor<Verification.Scope> scope = ArgumentCaptor.forClass(Verification.Scope.class);
        verify(operations, times(which)).verify(any(), scope.capture(), any());
        return scope.getAllValues().getLast();
    }

    @Test
    void thePlacesFollowConnectionAndNodes() {
        assertThat(table.placesProperty().get()).extracting(ImagePlace::key).containsExactly("registry", "file");
        connect();
        assertThat(table.placesProperty().get())
                .extracting(ImagePlace::key)
                .containsExactly("server", "registry", "file", "wn001", "wn002");
        nodes.namesProperty().set("wn[003-004] wn0");
        assertThat(table.placesProperty().get()).extracting(ImagePlace::title).endsWith("wn003", "wn004", "wn0");
        connection.lose();
        assertThat(table.placesProperty().get()).extracting(ImagePlace::key).containsExactly("registry", "file");
    }

    @Test
    void onlyPartitionsThatOneMayUseAreOffered() {
        connect();
        assertThat(nodes.partitions()).containsExactly("maxcpu");
        nodes.partitionProperty().set(null);
        assertThat(nodes.namesProperty().get()).isEmpty();
    }

    @Test
    void allPlacesInViewAreAskedAtOnce() throws Exception {
        open("recon", record("a", "1"), record("b", "2"));
        connection.connect();
        verifyAll();
        List<NodeName> both = List.of(new NodeName("wn001"), new NodeName("wn002"));
        assertThat(scope(1)).isEqualTo(new Verification.Scope(true, true, true, both, Partitions.of(CPU)));
    }

    @Test
    void namesThatAreNoneAreToldAndNothingIsAsked() throws Exception {
        open("recon", record("a", "1"));
        connect();
        nodes.namesProperty().set("wn001 no/name");
        model.verifyAll();
        bench.settle();
        assertThat(bench.troubles()).extracting(Trouble::kind).containsExactly(TroubleKind.NO_SUCH_NODE);
        verify(operations, never()).verify(any(), any(), any());
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void aVerdictHasItsAge() throws Exception {
        ImageRecord a = record("a", "1");
        open("recon", a);
        connect();
        verifyAll(same(a, SERVER));
        PlacedVerdict found = found(a, "server").orElseThrow();
        assertThat(model.age(found)).isEqualTo("just now");
        now = now.plus(Duration.ofMinutes(59));
        assertThat(model.age(found)).isEqualTo("59 min ago");
        now = now.plus(Duration.ofHours(2));
        assertThat(model.age(found)).isEqualTo("2 h ago");
    }

    @Test
    void aGoodVerdictStandsOnlyWhereItWasMeasured() throws Exception {
        ImageRecord a = record("a", "1");
        open("recon", a);
        connect();
        verifyAll(same(a, SERVER));
        assertThat(found(a, "server")).isPresent();
        assertThat(found(a, "wn001")).as("nobody has looked there").isEmpty();
        ImageRecord other = record("a", "9");
        assertThat(found(other, "server"))
                .as("another content under the same name")
                .isEmpty();
        connection.lose();
        assertThat(found(a, "server")).as("no connection").isEmpty();
    }

    @Test
    void whatIsFoundOfAnotherProjectIsDropped() throws Exception {
        ImageRecord a = record("a", "1");
        open("recon", a);
        connect();
        ModelPause pause = new ModelPause();
        when(operations.verify(any(), any(), any())).thenAnswer(call -> pause.then(List.of(same(a, SERVER))));
        model.verifyAll();
        bench.settleUntil(() -> model.busyProperty().get());
        project.open(Files.createDirectories(top.resolve("other")));
        bench.settleUntil(() -> project.get().name().equals("other"));
        assertThat(model.busyProperty().get()).as("free for the other one").isFalse();
        pause.end();
        bench.settle();
        assertThat(found(a, "server")).isEmpty();
        assertThat(bench.troubles()).isEmpty();
    }

    @Test
    void whatIsFoundOverAnotherConnectionIsDropped() throws Exception {
        ImageRecord a = record("a", "1");
        open("recon", a);
        connect();
        ModelPause pause = new ModelPause();
        when(operations.verify(any(), any(), any())).thenAnswer(call -> pause.then(List.of(same(a, SERVER))));
        model.verifyAll();
        bench.settleUntil(() -> model.busyProperty().get());
        connection.connect();
        pause.end();
        bench.settle();
        assertThat(found(a, "server")).isEmpty();
    }

    @Test
    void aDoubleClickAsksOnce() throws Exception {
        open("recon", record("a", "1"));
        connect();
        var can = model.canVerify();
        ModelPause pause = new ModelPause();
        when(operations.verify(any(), any(), any())).thenAnswer(call -> pause.then(List.of()));
        model.verifyAll();
        model.verifyAll();
        assertThat(can.get()).isFalse();
        pause.end();
        bench.settle();
        assertThat(can.get()).isTrue();
        verify(operations, times(1)).verify(any(), any(), any());
    }

    @Test
    void theWorstIsChosenUnlessABadOneIsLookedAt() throws Exception {
        ImageRecord a = record("a", "1");
        ImageRecord b = record("b", "2");
        open("recon", a, b);
        connect();
        PlacedVerdict replaced = new PlacedVerdict(
                b, NODE, Optional.of(new ImageVerdict.Different(b.identity(), List.of())), Optional.empty(), now);
        verifyAll(same(a, SERVER), missing(a, NODE), replaced);
        assertThat(table.chosenProperty().get()).contains(new VerifyTable.Spot(b.reference(), "wn001"));
        assertThat(model.finding()).contains(replaced);
        table.choose(a.reference(), "wn001");
        verifyAll(missing(a, NODE), replaced);
        assertThat(table.record()).contains(a);
    }

    @Test
    void theChoiceFollowsItsImage() throws Exception {
        ImageRecord a = record("a", "1");
        ImageRecord b = record("b", "2");
        open("recon", a, b);
        connect();
        table.choose(b.reference(), "registry");
        table.records()
                .setComparator(
                        Comparator.comparing((ImageRecord r) -> r.reference().toString())
                                .reversed());
        project.edit(c -> c.withRecord(record("c", "3")));
        bench.settleUntil(() -> table.records().size() == 3);
        assertThat(table.record()).contains(b);
        project.edit(c -> c.withoutRecord(b.reference()));
        bench.settleUntil(() -> table.records().size() == 2);
        assertThat(table.record()).as("the first one").contains(table.records().getFirst());
    }

    @Test
    void whatARecordHasBuiltIsShownAndNotBuiltWithoutBeingWanted() throws Exception {
        ImageRecord a = record("a", "1")
                .withSource(Optional.of(
                        new Source("/evil/Dockerfile", "6".repeat(64), "", List.of(), List.of(), "/home/victim", "")));
        open("recon", a);
        connect();
        verifyAll(missing(a, SERVER));
        mending.mend(MendWay.REBUILD, List.of(model.finding().orElseThrow()));
        bench.settle();
        verify(asks).confirm(any(), argThat(q -> q.contains("/evil/Dockerfile") && q.contains("/home/victim")), any());
        verify(operations, never()).mend(any(), any(), any(), any(), any(), any());
        when(asks.confirm(any(), any(), any())).thenReturn(true);
        mending.mend(MendWay.REBUILD, List.of(model.finding().orElseThrow()));
        bench.settle();
        verify(operations).mend(any(), eq(a), any(), eq(MendWay.REBUILD), any(), any());
    }

    @Test
    void nothingIsBuiltOnAnotherEngineThanTheOneThatWasNamed() throws Exception {
        ImageRecord a = record("a", "1")
                .withSource(Optional.of(
                        new Source("Dockerfile", "6".repeat(64), "", List.of(), List.of(), "/home/me", "")));
        open("recon", a);
        connect();
        verifyAll(missing(a, SERVER));
        when(asks.confirm(any(), any(), any())).thenAnswer(call -> {
            connection.workWith(new EnginePlace.OnServer(), "another");
            return true;
        });
        mending.mend(MendWay.REBUILD, List.of(model.finding().orElseThrow()));
        bench.settle();
        verify(operations, never()).mend(any(), any(), any(), any(), any(), any());
        assertThat(bench.navigation().newsProperty().get()).startsWith("The engine is another one");
    }

    @Test
    void nodesAreMendedTogetherAndLookedAtAgain() throws Exception {
        ImageRecord a = record("a", "1");
        open("recon", a);
        connect();
        verifyAll(same(a, SERVER), missing(a, NODE), missing(a, OTHER_NODE));
        PlacedVerdict bad = model.finding().orElseThrow();
        assertThat(mending.ways(bad)).contains(MendWay.PULL);
        assertThat(mending.ways(found(a, "server").orElseThrow()))
                .as("it is there")
                .isEmpty();
        answer.clear();
        answer.addAll(List.of(same(a, NODE), same(a, OTHER_NODE)));
        mending.mend(MendWay.PULL, model.alike(bad));
        bench.settle();
        verify(operations)
                .mend(eq(project.get()), eq(a), eq(List.of(NODE, OTHER_NODE)), eq(MendWay.PULL), any(), any());
        assertThat(scope(2).nodes()).containsExactly(new NodeName("wn001"), new NodeName("wn002"));
        assertThat(scope(2).server()).isFalse();
        assertThat(found(a, "wn002").orElseThrow().holds()).isTrue();
        assertThat(found(a, "server")).isPresent();
    }

    @Test
    void whatIsOnTheServerIsLookedAtAgainWhenSomebodyChangesIt() throws Exception {
        ImageRecord a = record("a", "1");
        open("recon", a);
        connect();
        model.imagesChanged();
        bench.settle();
        verify(operations, never()).verify(any(), any(), any());
        verifyAll(same(a, SERVER));
        answer.set(0, missing(a, SERVER));
        model.imagesChanged();
        bench.settle();
        assertThat(found(a, "server").orElseThrow().holds()).isFalse();
    }
}
