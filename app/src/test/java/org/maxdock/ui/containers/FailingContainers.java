package org.maxdock.ui.containers;

import static org.mockito.Mockito.mock;

import org.maxdock.engine.ContainerAction;
import org.maxdock.lab.Lab;
import org.maxdock.operation.ContainerOperations;
import org.maxdock.operation.ImageOperations;
import org.maxdock.operation.UserFolder;
import org.maxdock.ui.WindowSide;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.terminals.TerminalsModel;

/** The page of containers and its dialog of a log, at an engine that says no; and what a user does there. */
public final class FailingContainers {

    private final WindowSide side;
    private final ContainersModel model;
    private final ContainerActions actions;
    private final ContainerOperations containers;

    public FailingContainers(WindowSide side) {
        this.side = side;
        var told = side.at(Place.CONTAINERS);
        var engine = side.over(Place.CONTAINERS);
        var texts = side.bench().texts();
        containers = new ContainerOperations(side.link());
        model = new ContainersModel(
                engine,
                told,
                texts,
                side.bench().navigation(),
                side.project(),
                containers,
                new ImageOperations(side.link()));
        actions = new ContainerActions(
                model, engine, told, texts, side.asks(), containers, mock(TerminalsModel.class), side.still());
    }

    /** The first that the engine has. */
    public void stop() {
        side.bench().navigation().go("containers");
        model.read();
        side.bench().settleUntil(() -> !model.rows().isEmpty());
        model.select(model.rows().subList(0, 1));
        actions.act(ContainerAction.STOP);
    }

    public void saveLog(String file) {
        side.asks().is(file);
        new LogModel(
                        ContainersBench.container("c1", "running", "tester"),
                        side.over(Place.CONTAINER_LOG),
                        side.at(Place.CONTAINER_LOG),
                        side.bench().texts(),
                        side.bench().navigation(),
                        side.asks(),
                        containers,
                        new UserFolder(side.link(), Lab.site()),
                        side.still())
                .save();
    }
}
