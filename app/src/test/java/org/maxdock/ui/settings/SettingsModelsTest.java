package org.maxdock.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.operation.ConnectionState;
import org.maxdock.operation.RegistryOperations;
import org.maxdock.store.Json;
import org.maxdock.store.Settings;
import org.maxdock.store.SettingsFile;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.ConnectionBench;
import org.maxdock.ui.ModelBench;
import org.maxdock.ui.settings.ConnectionsModel.Line;
import org.maxdock.ui.settings.RegistriesModel.RegistryAccount;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.SettingsModel;

/** What can be set, what is kept, and what follows the connection. */
class SettingsModelsTest {

    @TempDir
    private Path folder;

    private final ModelBench bench = new ModelBench();
    private final ConnectionBench connection = new ConnectionBench(bench);
    private final Asks ask = mock(Asks.class);
    private final RegistryOperations operations = mock(RegistryOperations.class);
    private SettingsModel settings;
    private ConnectionsModel servers;
    private RegistriesModel registries;

    @BeforeEach
    void begin() throws Trouble {
        Settings before = new Settings(List.of("max-wgs", "other"), List.of(), "light", "", "");
        SettingsFile file = new SettingsFile(folder.resolve("settings.json"), new Json());
        file.change(s -> before);
        settings = new SettingsModel(bench.background(), file, before);
        servers = new ConnectionsModel(connection.model(), settings, bench.navigation(), bench.texts(), ask);
        registries = new RegistriesModel(connection.model(), bench.background(), bench.texts(), operations);
    }

    private Settings kept() throws Trouble {
        bench.settle();
        return new SettingsFile(folder.resolve("settings.json"), new Json()).read();
    }

    /** Who closes the window right after a change has it kept, whether or not the window's thread still runs. */
    @Test
    void whatIsChangedLastIsKeptWhenTheWindowCloses() throws Trouble {
        SettingsFile file = new SettingsFile(folder.resolve("settings.json"), new Json());
        List<Runnable> workers = new ArrayList<>();
        SettingsModel late = new SettingsModel(new Background(Runnable::run, workers::add), file, settings.get());
        late.change(s -> s.withTarget("first"));
        late.change(s -> s.withTarget("second"));
        late.close();
        assertThat(file.read().targets()).startsWith("second", "first");
        workers.forEach(Runnable::run);
        assertThat(file.read().targets()).startsWith("second", "first");
        assertThat(late.get().targets()).startsWith("second", "first");
    }

    @Test
    void aChoiceOfAppearanceIsKeptAndFollowsWhatIsSetElsewhere() throws Trouble {
        AppearanceModel appearance = new AppearanceModel(settings, bench.texts());
        appearance.themeProperty().set("dark");
        appearance.languageProperty().set("de");
        assertThat(kept().theme()).isEqualTo("dark");
        assertThat(kept().language()).isEqualTo("de");
        settings.change(s -> s.withTheme("light"));
        assertThat(appearance.themeProperty().get()).isEqualTo("light");
        assertThat(appearance.languageName("de")).isEqualTo("Deutsch");
        appearance.fontProperty().set("Liberation Mono");
        appearance.sizeProperty().set("18");
        assertThat(kept().terminalFont()).isEqualTo("Liberation Mono");
        assertThat(kept().terminalSize()).isEqualTo(18);
        settings.change(s -> s.withTerminalSize(1000));
        assertThat(appearance.sizeProperty().get()).isEqualTo("48");
        assertThat(appearance.languageName("")).isEqualTo(bench.texts().get("ui.language.system"));
    }

    @Test
    void toConnectAtTheStartIsOffUntilSomebodyWantsIt() throws Trouble {
        assertThat(servers.atStartProperty().get()).isFalse();
        servers.atStartProperty().set(true);
        assertThat(kept().connectAtStart()).isTrue();
        settings.change(s -> s.withTarget("third").withTheme("dark").withTerminalSize(20));
        assertThat(kept().connectAtStart()).as("other settings leave it").isTrue();
        settings.change(s -> s.withConnectAtStart(false));
        assertThat(servers.atStartProperty().get()).isFalse();
    }

    @Test
    void changesAreWrittenInTheirOrderHoweverQuickTheyCome() throws Trouble {
        for (int i = 0; i < 40; i++) {
            String theme = i % 2 == 0 ? "dark" : "light";
            settings.change(s -> s.withTheme(theme));
            assertThat(settings.get().theme()).isEqualTo(theme);
        }
        settings.change(s -> s.withTheme("dark"));
        bench.settle();
        assertThat(kept().theme()).isEqualTo("dark");
        assertThat(settings.get().theme()).isEqualTo("dark");
    }

    @AfterEach
    void allIsWritten() {
        bench.settle();
    }

    @Test
    void nothingIsWrittenByLooking() throws Exception {
        Files.delete(folder.resolve("settings.json"));
        new AppearanceModel(settings, bench.texts());
        connection.connect();
        bench.settle();
        assertThat(Files.exists(folder.resolve("settings.json"))).isFalse();
    }

    @Test
    void whatCanBeNoServerIsRefusedWithASentence() {
        when(ask.text(any(), any(), eq(""), any())).thenReturn(Optional.of("max\u0007wgs"));
        servers.add();
        bench.settle();
        assertThat(bench.troubles()).hasSize(1);
        assertThat(servers.lines()).hasSize(2);
    }

    @Test
    void serversAreAddedChangedAndRemoved() throws Trouble {
        when(ask.text(any(), any(), eq(""), any()))
                .thenReturn(Optional.of("  "))
                .thenReturn(Optional.of(" third "));
        servers.add();
        assertThat(servers.lines()).hasSize(2);
        servers.add();
        assertThat(kept().targets()).containsExactly("third", "max-wgs", "other");
        when(ask.text(any(), any(), eq("other"), any())).thenReturn(Optional.of("another"));
        servers.edit(servers.lines().get(2));
        assertThat(servers.lines()).extracting(Line::target).containsExactly("third", "max-wgs", "another");
        servers.remove(servers.lines().get(0));
        assertThat(kept().targets()).containsExactly("max-wgs", "another");
    }

    @Test
    void theOneThatIsConnectedStaysAndSaysSo() {
        connection.connect();
        Line open = servers.lines().getFirst();
        assertThat(open.open()).isTrue();
        servers.remove(open);
        assertThat(servers.lines()).hasSize(2);
        connection.lose();
        assertThat(servers.lines()).noneMatch(Line::open).allMatch(Line::canBeRemoved);
    }

    @Test
    void oneButtonConnectsAndDisconnects() throws Exception {
        servers.toggle(servers.lines().get(1));
        bench.settle();
        verify(connection.connection()).connect(eq("other"), any(), any());
        connection.tell(new ConnectionState.Connecting("other"));
        assertThat(servers.lines().get(1).busy()).isTrue();
        connection.connect();
        bench.settle();
        CountDownLatch disconnected = new CountDownLatch(1);
        org.mockito.Mockito.doAnswer(call -> {
                    disconnected.countDown();
                    return null;
                })
                .when(connection.connection())
                .disconnect();
        servers.toggle(servers.lines().getFirst());
        assertThat(disconnected.await(5, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aTestTellsWhatIsThereAndWhyNot() throws Trouble {
        connection.connect();
        bench.settle(); // a mock takes answers only while nobody asks it
        ConnectionState.Connected there = connection.model().state().connected().orElseThrow();
        when(connection.connection().probe(eq("max-wgs"), any())).thenReturn(there);
        when(connection.connection().probe(eq("other"), any()))
                .thenThrow(new Trouble(TroubleKind.HOST_UNKNOWN, "other"));
        servers.test(servers.lines().getFirst());
        bench.settle();
        assertThat(bench.navigation().newsProperty().get())
                .isEqualTo("max-wgs works: me@max-wgs, Docker 24.0.7, SLURM 23.11.5, 12 ms");
        servers.test(servers.lines().get(1));
        bench.settle();
        assertThat(bench.troubles()).extracting(Trouble::kind).containsExactly(TroubleKind.HOST_UNKNOWN);
    }

    @Test
    void accountsFollowTheConnection() throws Trouble {
        when(operations.accounts()).thenReturn(Map.of("r:5000", "me")).thenReturn(Map.of());
        connection.connect();
        bench.settle();
        assertThat(registries.accounts()).containsExactly(new RegistryAccount("r:5000", "me"));
        assertThat(registries.sentenceProperty().get()).isEmpty();
        connection.lose();
        assertThat(registries.accounts()).isEmpty();
        assertThat(registries.sentenceProperty().get()).as("nobody knows").isEmpty();
        connection.connect();
        bench.settle();
        assertThat(registries.sentenceProperty().get()).isEqualTo(bench.texts().get("ui.registry.none"));
    }

    @Test
    void whoLogsInOrOutSeesTheListAsItIsThen() throws Trouble {
        connection.connect();
        bench.settle();
        when(operations.accounts()).thenReturn(Map.of("r:5000", "me"));
        registries.login(" r:5000 ", " me ", " secret ");
        bench.settle();
        verify(operations).login("r:5000", "me", " secret ");
        assertThat(registries.accounts()).hasSize(1);
        assertThat(bench.background().history().getFirst().title()).doesNotContain("secret");
        registries.logout(registries.accounts().getFirst());
        bench.settle();
        verify(operations).logout("r:5000");
    }

    @Test
    void withoutAConnectionNobodyIsLoggedIn() throws Trouble {
        registries.login("r:5000", "me", "secret");
        bench.settle();
        verify(operations, never()).login(any(), any(), any());
        assertThat(bench.troubles()).extracting(Trouble::kind).containsExactly(TroubleKind.NOT_CONNECTED);
    }
}
