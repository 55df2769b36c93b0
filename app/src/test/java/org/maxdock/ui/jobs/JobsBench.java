package org.maxdock.ui.jobs;

import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.launch.VirtualCluster;
import org.maxdock.operation.ClusterOperations;
import org.maxdock.operation.JobBook;
import org.maxdock.operation.JobOperations;
import org.maxdock.slurm.EndedJob;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.Node;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.PartitionName;
import org.maxdock.slurm.Records;
import org.maxdock.store.Run;
import org.maxdock.text.Trouble;
import org.maxdock.ui.ConnectionBench;
import org.maxdock.ui.ModelBench;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.StillThere;
import org.maxdock.ui.terminals.TerminalsModel;

/** What the tests of jobs stand on: a cluster whose queue the test says. */
final class JobsBench {

    final ModelBench bench = new ModelBench();
    final ConnectionBench connection = new ConnectionBench(bench);
    final JobOperations jobs = mock(JobOperations.class);
    final ClusterOperations cluster = mock(ClusterOperations.class);
    final TerminalsModel terminals = mock(TerminalsModel.class);
    final Asks ask = mock(Asks.class);
    final List<Launch> launched = new ArrayList<>();
    final JobsModel model =
            new JobsModel(connection.model(), bench.background(), bench.texts(), bench.navigation(), jobs, cluster);
    final StillThere still = new StillThere(connection.model(), bench.navigation()::tell, bench.texts());
    final JobActions actions = new JobActions(
            model, connection.model(), bench.background(), bench.texts(), ask, jobs, terminals, launched::add, still);
    final LeftoversModel leftovers = new LeftoversModel(
            connection.model(), bench.background(), bench.texts(), ask, jobs, terminals, model::read, still);

    JobsBench() throws Trouble {
        lenient().when(terminals.marks()).thenReturn(Set.of());
        lenient().when(cluster.nodes()).thenReturn(Records.of(List.of(node("max-wn001", "maxcpu", "idle"))));
        bench.navigation().go("jobs");
    }

    static Node node(String name, String partition, String state) {
        return new Node(new NodeName(name), new PartitionName(partition), state);
    }

    static Mark mark(String launch) {
        return Mark.of(UUID.nameUUIDFromBytes(launch.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    static Job job(String id, String state, String user) {
        return new Job(
                new JobId(id),
                new JobId(id),
                "recon",
                state,
                "maxcpu",
                1,
                state.equals("RUNNING") ? "max-wn001" : "(Resources)",
                "0:10",
                "10:00",
                mark(id).text(),
                user,
                "9:50",
                "N/A",
                1);
    }

    static JobBook.Entry mine(String id, String state) {
        return new JobBook.Entry(Optional.of(job(id, state, "me")), Optional.empty(), Optional.empty());
    }

    static JobBook.Entry launched(String id, String state, LaunchKind kind) {
        return new JobBook.Entry(Optional.of(job(id, state, "me")), Optional.of(run(id, kind, "")), Optional.empty());
    }

    static JobBook.Entry ended(String id, String output) {
        EndedJob end = new EndedJob(
                new JobId(id),
                "recon",
                "COMPLETED",
                "0:0",
                "maxcpu",
                "max-wn001",
                "0:10",
                "",
                "2026-11-24T16:40:00",
                "");
        return new JobBook.Entry(
                Optional.empty(),
                output == null
                        ? Optional.empty()
                        : Optional.of(run(id, new LaunchKind.Batch("", VirtualCluster.SITES), output)),
                Optional.of(end));
    }

    private static Run run(String id, LaunchKind kind, String output) {
        Launch launch = new Launch(
                        "recon",
                        ImageReference.parse("r/i:1"),
                        List.of(),
                        List.of(),
                        RunMode.ISOLATED,
                        LaunchPlace.Allocation.of("maxcpu", 1, "5"),
                        List.of("true"),
                        "")
                .withKind(kind);
        return new Run(mark(id), Optional.of(new JobId(id)), "max-wgs", "", launch, "", "", "", output);
    }

    /** The queue is so now, and is read. */
    void queue(JobBook.Entry... entries) throws Trouble {
        lenient().when(jobs.book(anyBoolean())).thenReturn(Records.of(List.of(entries)));
        if (connection.model().connected().get()) {
            model.read();
        } else {
            connection.connect();
        }
        bench.settle();
    }

    void select(JobBook.Entry... entries) {
        model.select(List.of(entries));
        bench.settle();
    }

    boolean can(JobAction action) {
        return actions.possible(action).get();
    }

    void perform(JobAction action) {
        actions.perform(action);
        bench.settle();
    }
}
