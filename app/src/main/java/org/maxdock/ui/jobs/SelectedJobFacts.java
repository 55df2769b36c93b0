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
import org.maxdock.ui.shared.Question;

/** What SLURM alone knows of the one job that is selected; asked when it is selected. On the window's thread. */
final class SelectedJobFacts {

    private record About(long connection, Optional<JobKey> job) {}

    private final JobsModel model;
    private final JobOperations jobs;
    private final Question<About> question;
    private final ReadOnlyObjectWrapper<JobFacts> facts = new ReadOnlyObjectWrapper<>(JobFacts.NONE);
    private Optional<JobKey> known = Optional.empty();

    SelectedJobFacts(JobsModel model, ConnectionModel connection, Background background, JobOperations jobs) {
        this.model = model;
        this.jobs = jobs;
        this.question = new Question<>(background, () -> new About(connection.number(), key()));
        model.selectionProperty().addListener((o, was, is) -> follow());
    }

    ReadOnlyObjectProperty<JobFacts> property() {
        return facts.getReadOnlyProperty();
    }

    private Optional<JobBook.Entry> one() {
        return model.selectionProperty().get().one();
    }

    private Optional<JobKey> key() {
        return one().map(JobKey::of);
    }

    private void follow() {
        if (key().equals(known)) {
            return;
        }
        known = key();
        question.drop();
        facts.set(one().map(SelectedJobFacts::remembered).orElse(JobFacts.NONE));
        one().filter(e -> e.id().isPresent() && facts.get().output().isEmpty() && !isInteractive(e))
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
        question.ask(
                (about, a) -> jobs.facts(id),
                facts::set,
                trouble -> System.getLogger(SelectedJobFacts.class.getName())
                        .log(System.Logger.Level.DEBUG, "nothing told of a job", trouble));
    }
}
