package org.maxdock.ui.launch;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maxdock.host.local.LocalHost;
import org.maxdock.lab.Lab;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.launch.VirtualCluster;
import org.maxdock.operation.LaunchOperations;
import org.maxdock.operation.LaunchReviews;
import org.maxdock.operation.RecordSigner;
import org.maxdock.operation.SignatureDemands;
import org.maxdock.slurm.Mark;
import org.maxdock.store.Json;
import org.maxdock.store.Plans;
import org.maxdock.store.Project;
import org.maxdock.store.Runs;
import org.maxdock.ui.ProjectBench;
import org.maxdock.ui.WindowSide;
import org.maxdock.ui.shared.Place;

/** The start of a kept batch job, where all that is looked at before is well and SLURM says no. */
public final class FailingStart {

    private static final String IMAGE = "r/i:1";

    private final WindowSide side;
    private final Starter starter;
    private final Path folder;

    public FailingStart(WindowSide side) throws Exception {
        this.side = side;
        folder = Files.createDirectories(side.folder().resolve("started"));
        new Project(folder, new Json()).put(ProjectBench.record(IMAGE, "2026-01-01T00:00:00Z"));
        LaunchOperations launches = spy(new LaunchOperations(
                side.link(),
                new Runs(side.folder().resolve("runs.json"), new Json()),
                new SignatureDemands(new RecordSigner(new LocalHost(), folder, Optional.empty()), Lab.site())));
        doReturn(List.of()).when(launches).preflight(any(), any(), any());
        doAnswer(call -> new LaunchPlan(call.getArgument(0), call.getArgument(1), Mark.fresh()))
                .when(launches)
                .plan(any(), any(), any());
        LaunchReviews reviews = mock(LaunchReviews.class);
        when(reviews.needed(any(), any(), any())).thenReturn(Optional.empty());
        Plans plans = new Plans(side.folder().resolve("plans.json"), new Json());
        starter = new Starter(
                side.at(Place.START),
                side.over(Place.START),
                side.project(),
                plans,
                launches,
                new Preflights(side.at(Place.START), side.over(Place.START), side.project(), plans, launches),
                reviews,
                (plan, edited) -> {
                    throw new AssertionError("a batch job has no terminal");
                },
                side.bench().navigation(),
                side.asks(),
                side.bench().texts());
    }

    public void start() {
        if (side.project().get() == null || !side.project().get().folder().equals(folder)) {
            side.project().open(folder);
            side.bench().settle();
        }
        starter.start(ProjectBench.launch("recon", IMAGE).withKind(new LaunchKind.Batch("", VirtualCluster.SITES)));
    }
}
