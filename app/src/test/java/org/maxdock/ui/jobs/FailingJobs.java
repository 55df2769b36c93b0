package org.maxdock.ui.jobs;

import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;

import java.util.List;
import java.util.Optional;
import org.maxdock.operation.ClusterOperations;
import org.maxdock.operation.JobBook;
import org.maxdock.operation.JobOperations;
import org.maxdock.slurm.Records;
import org.maxdock.store.Json;
import org.maxdock.store.Runs;
import org.maxdock.text.Trouble;
import org.maxdock.ui.WindowSide;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.terminals.TerminalsModel;

/** The page of jobs at a SLURM that says no, and what a user does there; one job is in sight. */
public final class FailingJobs {

    private final WindowSide side;
    private final JobsModel asking;
    private final JobsModel model;
    private final JobActions actions;
    private final JobBook.Entry job;

    public FailingJobs(WindowSide side) throws Trouble {
        this.side = side;
        JobOperations real =
                new JobOperations(side.link(), new Runs(side.folder().resolve("runs.json"), new Json()));
        asking = model(side, real);
        job = new JobBook.Entry(
                Optional.of(JobsBench.job("37", "RUNNING", "tester")), Optional.empty(), Optional.empty());
        JobOperations jobs = spy(real);
        doReturn(Records.of(List.of(job))).when(jobs).book(anyBoolean());
        model = model(side, jobs);
        actions = new JobActions(
                model,
                side.over(Place.JOBS),
                side.at(Place.JOBS),
                side.bench().texts(),
                side.asks(),
                jobs,
                mock(TerminalsModel.class),
                again -> {},
                side.still());
    }

    private static JobsModel model(WindowSide side, JobOperations jobs) {
        return new JobsModel(
                side.over(Place.JOBS),
                side.at(Place.JOBS),
                side.bench().texts(),
                side.bench().navigation(),
                jobs,
                new ClusterOperations(side.link()));
    }

    public void read() {
        side.bench().navigation().go("jobs");
        asking.read();
    }

    /** What is said above the table. */
    public String sentence() {
        return asking.sentenceProperty().get();
    }

    public void cancel() {
        choose();
        actions.perform(JobAction.CANCEL);
    }

    public void prolong(String time) {
        choose();
        side.asks().is(time);
        actions.perform(JobAction.EXTEND);
    }

    private void choose() {
        model.read();
        side.bench().settle();
        model.select(List.of(job));
    }
}
