package org.maxdock.ui.containers;

import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.engine.ContainerUsage;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.operation.ContainerOperations;
import org.maxdock.operation.ImageOperations;
import org.maxdock.text.Trouble;
import org.maxdock.ui.ConnectionBench;
import org.maxdock.ui.ModelBench;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.StillThere;
import org.maxdock.ui.terminals.TerminalsModel;

/** What the tests of containers stand on: an engine whose containers the test says. */
final class ContainersBench {

    final ModelBench bench = new ModelBench();
    final ConnectionBench connection = new ConnectionBench(bench);
    final ContainerOperations containers = mock(ContainerOperations.class);
    final ImageOperations images = mock(ImageOperations.class);
    final TerminalsModel terminals = mock(TerminalsModel.class);
    final Asks ask = mock(Asks.class);
    final ObservableList<ImageRecord> records = FXCollections.observableArrayList();
    private volatile List<ContainerSummary> has = List.of();
    final ContainersModel model;
    final ContainerActions actions;
    final ContainerDetailsModel details;

    ContainersBench() throws Trouble {
        ProjectModel project = mock(ProjectModel.class);
        when(project.records()).thenReturn(records);
        model = new ContainersModel(
                connection.model(), bench.background(), bench.texts(), bench.navigation(), project, containers, images);
        actions = new ContainerActions(
                model,
                connection.model(),
                bench.background(),
                bench.texts(),
                ask,
                containers,
                terminals,
                new StillThere(connection.model(), bench.navigation()::tell, bench.texts()));
        details = new ContainerDetailsModel(
                model, connection.model(), bench.background(), bench.texts(), bench.navigation(), containers);
        lenient()
                .when(containers.usage(org.mockito.ArgumentMatchers.any()))
                .thenReturn(new ContainerUsage(150, 2_000_000, 4_000_000_000L, 3));
        lenient()
                .when(containers.processes(org.mockito.ArgumentMatchers.any()))
                .thenReturn(List.of(List.of("PID", "CMD"), List.of("12345", "sleep 1")));
        lenient().when(containers.list()).thenAnswer(call -> has);
        bench.navigation().go("containers");
    }

    static ContainerSummary container(String id, String state, String owner) {
        return new ContainerSummary(
                id,
                "name-" + id,
                "r/i:1",
                "sha256:" + id,
                state,
                "Up 5 minutes",
                Instant.EPOCH,
                List.of(),
                List.of("/beegfs→/data"),
                owner,
                "",
                owner.isEmpty() ? Map.of() : Map.of("maxdock.user", owner));
    }

    static ContainerRow row(ContainerSummary container) {
        return new ContainerRow(container, java.util.Optional.empty());
    }

    /** The engine has these now, and is asked. Meanwhile others ask the same mock, which may not be told anew then. */
    void has(ContainerSummary... all) {
        has = List.of(all);
        if (connection.model().connected().get()) {
            model.read();
        } else {
            connection.connect();
        }
        bench.settle();
    }
}
