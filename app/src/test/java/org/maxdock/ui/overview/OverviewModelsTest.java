package org.maxdock.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.ssh.SshSettings;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.operation.ConnectionState;
import org.maxdock.operation.KnownServers;
import org.maxdock.operation.ServerFacts;
import org.maxdock.slurm.Mark;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.maxdock.store.Run;
import org.maxdock.store.Settings;
import org.maxdock.store.SettingsFile;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.ConnectionBench;
import org.maxdock.ui.Held;
import org.maxdock.ui.ProjectBench;
import org.maxdock.ui.launch.CheckTexts;
import org.maxdock.ui.launch.LaunchBench;
import org.maxdock.ui.shared.SettingsModel;

/** What one comes back to is what is there now. */
class OverviewModelsTest {

    @TempDir
    Path folder;

    private LaunchBench bench;
    private LaunchCards cards;
    private ServerModel server;
    private ConnectModel connect;

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @BeforeEach
    void begin() throws Exception {
        bench = new LaunchBench(folder);
        cards = new LaunchCards(
                bench.project.model(),
                bench.connection.model(),
                bench.preflights,
                bench.starter,
                bench.loader,
                bench.kept,
                bench.bench.navigation(),
                bench.bench.texts());
        server = new ServerModel(bench.connection.model(), bench.jobs, bench.bench.background(), bench.bench.texts());
        connect = new ConnectModel(
                bench.connection.model(),
                new SettingsModel(
                        bench.bench.background(),
                        new SettingsFile(folder.resolve("settings.json"), new Json()),
                        new Settings(List.of("former"), null, null, null, null)),
                new KnownServers(SshSettings.ofHome(folder)),
                bench.bench.background(),
                bench.bench.texts());
    }

    private List<String> names() {
        return cards.cardsProperty().get().stream().map(c -> c.launch().name()).toList();
    }

    @Test
    void cardsFollowTheProjectsLaunches() throws Exception {
        assertThat(names()).isEmpty();
        bench.begin();
        assertThat(names()).containsExactly("recon");
        Launch more = ProjectBench.launch("more", "r/new:1");
        bench.project.model().edit(now -> now.withLaunch(more));
        bench.settle();
        assertThat(names()).containsExactly("recon", "more");
        bench.project.file("empty");
        bench.project.open("empty");
        assertThat(names()).isEmpty();
    }

    @Test
    void whatCouldFailIsKnownBeforeAnybodyClicksAndOnlyOfTheFirstOnes() throws Exception {
        Project project = bench.project.filled("one");
        for (int i = 0; i < 9; i++) {
            project.put(ProjectBench.launch("l" + i, "r/new:1"));
        }
        bench.project.open("one");
        bench.connect();
        bench.settle();
        assertThat(cards.cardsProperty().get().stream()
                        .filter(c -> c.checksProperty().get().isPresent()))
                .hasSize(6);
        LaunchCards.Card last = cards.cardsProperty().get().getLast();
        last.near();
        bench.settle();
        assertThat(last.checksProperty().get().map(CheckTexts.Summary::text)).contains("all clear");
    }

    @Test
    void whatWasFoundOverAnotherConnectionIsNotOnTheCard() throws Exception {
        Held held = new Held();
        bench.project.filled("one");
        bench.project.open("one");
        doAnswer(held.answer(List.of(LaunchBench.RED)))
                .doReturn(List.of())
                .when(bench.launches)
                .preflight(any(), any(), any());
        bench.connection.connect();
        held.awaitAsked();
        bench.connection.connect();
        held.release();
        bench.settle();
        assertThat(cards.cardsProperty().get().getFirst().checksProperty().get())
                .map(CheckTexts.Summary::kind)
                .contains("ok");
    }

    @Test
    void aCardStartsItsLaunchOrShowsItToBeChanged() throws Exception {
        bench.begin();
        String before = bench.project.bytes("one");
        LaunchCards.Card card = cards.cardsProperty().get().getFirst();
        card.start();
        assertThat(cards.startable().get()).isFalse();
        card.start();
        bench.settle();
        verify(bench.terminals, times(1)).accept(any(), eq(Optional.empty()));
        card.edit();
        bench.settle();
        assertThat(bench.bench.navigation().pageProperty().get()).isEqualTo("launch");
        assertThat(bench.launch()).isEqualTo(card.launch());
        assertThat(bench.project.bytes("one")).isEqualTo(before);
    }

    @Test
    void whatTheServerHasIsShownAsItComesToBeKnown() {
        assertThat(server.factsProperty().get()).isEmpty();
        bench.connection.tell(connected(new ServerFacts.Asked<>()));
        assertThat(server.factsProperty().get())
                .containsExactly(
                        new ServerModel.Fact("max-wgs", "connected as me"),
                        new ServerModel.Fact("no Docker Engine", ""),
                        new ServerModel.Fact("SLURM", "asking…"));
        bench.connection.tell(connected(new ServerFacts.There<>("22.05.8")));
        assertThat(server.factsProperty().get().getLast().title()).isEqualTo("SLURM 22.05.8");
        bench.connection.tell(connected(
                new ServerFacts.NotThere<>(Optional.of(new Trouble(TroubleKind.CONNECTION_LOST, "max-wgs")))));
        assertThat(server.factsProperty().get().getLast().text()).contains("max-wgs");
        bench.disconnect();
        assertThat(server.factsProperty().get()).isEmpty();
    }

    private static ConnectionState connected(ServerFacts.Answer<String> slurm) {
        return new ConnectionState.Connected(
                1,
                "max-wgs",
                ConnectionBench.ME,
                new ServerFacts(new ServerFacts.NotThere<>(Optional.empty()), slurm, OptionalLong.empty()));
    }

    @Test
    void jobsThatCouldNotBeReadAreTold() throws Exception {
        doReturn(new org.maxdock.slurm.Records<>(List.of(), 2)).when(bench.jobs).mine();
        bench.connection.connect();
        bench.settle();
        assertThat(server.jobsNote()).isEqualTo("2 jobs could not be read and are not shown.");
    }

    @Test
    void jobsThatCouldNotBeReadAreNotSaidToBeReadStill() throws Exception {
        doThrow(new Trouble(TroubleKind.SLURM_SILENT, "x")).when(bench.jobs).mine();
        bench.connection.connect();
        bench.settle();
        assertThat(server.jobsNote()).isEqualTo("The jobs could not be read.");
        doReturn(org.maxdock.slurm.Records.of(List.of())).when(bench.jobs).mine();
        server.refresh();
        bench.settle();
        assertThat(server.jobsNote()).isEqualTo("You have no jobs that wait or run.");
    }

    @Test
    void jobsOfAServerThatWasLeftAreNotShown() throws Exception {
        Held held = new Held();
        doAnswer(held.answer(org.maxdock.slurm.Records.of(List.of())))
                .when(bench.jobs)
                .mine();
        bench.connection.connect();
        held.awaitAsked();
        bench.connection.tell(new ConnectionState.Lost("max-wgs", ConnectionBench.ME, false));
        held.release();
        bench.settle();
        assertThat(server.jobsProperty().get()).isEmpty();
        assertThat(connect.status().get()).isEqualTo("The connection to max-wgs broke.");
    }

    @Test
    void theWayToAServerIsOpenWhileSomethingIsTypedAndNobodyIsOnTheWay() throws Exception {
        assertThat(connect.connectable().get()).isFalse();
        connect.connect();
        verify(bench.connection.connection(), times(0)).connect(any(), any(), any());
        Held held = new Held();
        doAnswer(held.answer(connected(new ServerFacts.Asked<>())))
                .when(bench.connection.connection())
                .connect(any(), any(), any());
        connect.targetProperty().set(" max-wgs ");
        connect.keyProperty().set("/keys/mine ");
        assertThat(connect.connectable().get()).isTrue();
        connect.connect();
        connect.connect();
        held.awaitAsked();
        verify(bench.connection.connection()).connect(eq("max-wgs"), eq(Optional.of(Path.of("/keys/mine"))), any());
        bench.connection.tell(new ConnectionState.Connecting("max-wgs"));
        assertThat(connect.connectable().get()).isFalse();
        assertThat(connect.connecting().get()).isTrue();
        assertThat(connect.status().get()).isEqualTo("connecting to max-wgs…");
        connect.cancel();
        held.release();
        bench.settle();
        verify(bench.connection.connection(), times(1)).connect(eq("max-wgs"), any(), any());
    }

    @Test
    void whatWasStartedLatelyIsAClickAway() throws Exception {
        bench.begin();
        RecentRuns recent = new RecentRuns(
                bench.launches,
                bench.preflights,
                bench.starter,
                bench.loader,
                bench.bench.navigation(),
                bench.bench.background(),
                bench.bench.texts());
        Launch launch = ProjectBench.launch("of before", "r/new:1");
        Run run = Run.started(
                new LaunchPlan(launch, ProjectBench.record("r/new:1", "2026-01-01T00:00:00Z"), Mark.fresh()),
                Optional.empty(),
                "max-wgs");
        bench.settle();
        when(bench.launches.recent(anyInt())).thenReturn(List.of(run));
        recent.refresh();
        bench.settle();
        assertThat(recent.runsProperty().get()).containsExactly(run);
        assertThat(recent.what(run)).startsWith("new:1 · Shell · ");
        recent.edit(run);
        bench.settle();
        assertThat(bench.launch()).isEqualTo(launch);
        recent.start(run);
        bench.settle();
        verify(bench.terminals).accept(any(), eq(Optional.empty()));
    }

    @Test
    void serversOfBeforeAndThoseOfTheSshConfigurationAreOffered() throws Exception {
        assertThat(connect.targets()).containsExactly("former");
        Path ssh = Files.createDirectories(folder.resolve(".ssh"));
        Files.writeString(ssh.resolve("config"), "Host max-wgs former\nHost *.desy.de\n  User me\n");
        connect.refresh();
        bench.settle();
        assertThat(connect.targets()).containsExactly("former", "max-wgs");
        Files.delete(ssh.resolve("config"));
        connect.refresh();
        bench.settle();
        assertThat(connect.targets()).containsExactly("former");
    }
}
