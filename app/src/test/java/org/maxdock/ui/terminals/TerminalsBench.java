package org.maxdock.ui.terminals;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.launch.RunMode;
import org.maxdock.operation.LaunchFollowing;
import org.maxdock.operation.LaunchOperations;
import org.maxdock.slurm.Mark;
import org.maxdock.text.Trouble;
import org.maxdock.ui.ConnectionBench;
import org.maxdock.ui.ModelBench;
import org.maxdock.ui.shared.Asks;

/** What the tests of terminals stand on: a server whose terminals the test opens and ends. */
final class TerminalsBench {

    final ModelBench bench = new ModelBench();
    final ConnectionBench connection = new ConnectionBench(bench);
    final LaunchOperations launches = mock(LaunchOperations.class);
    final LaunchFollowing following = mock(LaunchFollowing.class);
    final ApplicationBrowser browser = mock(ApplicationBrowser.class);
    final Asks ask = mock(Asks.class);
    final LaunchFollower follower =
            new LaunchFollower(connection.model(), bench.background(), bench.texts(), following, launches, browser);
    final TerminalsModel model = new TerminalsModel(
            connection.model(), bench.background(), bench.texts(), bench.navigation(), ask, launches, follower);
    /** Those that were attached to again, in order. */
    final List<FakeTerminal> attached = new ArrayList<>();

    TerminalsBench() throws Trouble {
        connection.connect();
        lenient().when(launches.attach(any(), anyInt(), anyInt())).thenAnswer(call -> {
            FakeTerminal terminal = new FakeTerminal();
            attached.add(terminal);
            return terminal;
        });
    }

    static LaunchPlan plan(String name, LaunchKind kind) {
        Launch launch = new Launch(
                        name,
                        ImageReference.parse("r/i:1"),
                        List.of(),
                        List.of(),
                        RunMode.ISOLATED,
                        LaunchPlace.Allocation.of("maxcpu", 1, "5"),
                        List.of("true"),
                        "")
                .withKind(kind);
        return new LaunchPlan(
                launch,
                mock(ImageRecord.class),
                Mark.of(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))));
    }

    /** A launch whose terminal is there. */
    FakeTerminal running(LaunchPlan plan) throws Trouble {
        FakeTerminal terminal = new FakeTerminal();
        lenient().when(launches.open(eq(plan), any(), anyInt(), anyInt())).thenReturn(terminal);
        model.open(plan, Optional.empty());
        bench.settle();
        return terminal;
    }

    TerminalTabModel tab() {
        return model.tabs().getLast();
    }

    TerminalState state() {
        return tab().stateProperty().get();
    }

    String said() {
        return tab().sentenceProperty().get();
    }

    /** Its channel ends, as the widget that reads it finds. */
    void channelEnds(FakeTerminal terminal, int status) {
        terminal.end(status);
        tab().outputEnded(terminal);
        bench.settle();
    }
}
