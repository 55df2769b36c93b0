package org.maxdock.ui.jobs;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maxdock.launch.LaunchKind;
import org.maxdock.operation.JobBook;
import org.maxdock.operation.JobFacts;
import org.maxdock.operation.JobOperations;
import org.maxdock.slurm.JobId;
import org.maxdock.store.Run;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;

/** What SLURM alone knows of the one job that is selected; asked when it is selected. On the window's thread. */
final class SelectedJobFacts {

    private final JobOperations jobs;
    private final OneJob selected;
    private final ReadOnlyObjectWrapper<JobFacts> facts = new ReadOnlyObjectWrapper<>(JobFacts.NONE);

    SelectedJobFacts(JobsModel model, ConnectionModel connection, Background background, JobOperations jobs) {
        this.jobs = jobs;
        this.selected = new OneJob(model, connection, background, this::follow);
    }

    ReadOnlyObjectProperty<JobFacts> property() {
        return facts.getReadOnlyProperty();
    }

    private void follow(Optional<JobBook.Entry> one) {
        facts.set(one.map(SelectedJobFacts::remembered).orElse(JobFacts.NONE));
        one.filter(e -> e.id().isPresent() && facts.get().output().isEmpty() && !isInteractive(e))
                .ifPresent(this::ask);
    }

    private static JobFacts remembered(JobBook.Entry entry) {
        return new JobFacts(
                entry.run().filter(SelectedJobFacts::isBatch).isPresent(),
                entry.run().map(Run::output).orElse(""));
    }

    private static boolean isBatch(Run run) {
        return run.launch().kind() instanceof LaunchKind.Batch;
    }

    private static boolean isInteractive(JobBook.Entry entry) {
        return entry.run().filter(r -> !isBatch(r)).isPresent();
    }

    /** One that SLURM has forgotten has no facts any more. */
    private void ask(JobBook.Entry entry) {
        JobId id = entry.id().orElseThrow();
        selected.question()
                .ask(
                        (about, a) -> jobs.facts(id),
                        facts::set,
                        trouble -> System.getLogger(SelectedJobFacts.class.getName())
                                .log(System.Logger.Level.DEBUG, "nothing told of a job", trouble));
    }
}
