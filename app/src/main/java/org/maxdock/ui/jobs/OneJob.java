package org.maxdock.ui.jobs;

import java.util.Optional;
import java.util.function.Consumer;
import org.maxdock.operation.JobBook;
import org.maxdock.slurm.Job;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Question;

/**
 * The one job that is selected, and a question about it, whose answer counts while it is selected and in that state. On
 * the window's thread.
 */
final class OneJob {

    /** What an answer is about. */
    record About(long connection, Optional<JobKey> job) {}

    private final JobsModel model;
    private final Question<About> question;
    private Optional<Seen> known = Optional.empty();

    /** One that begins or ends has other facts. */
    private record Seen(JobKey job, String state) {

        static Seen of(JobBook.Entry entry) {
            return new Seen(JobKey.of(entry), entry.job().map(Job::state).orElse(""));
        }
    }

    /** @param other called when it is another one, in another state, or none any more */
    OneJob(
            JobsModel model,
            ConnectionModel connection,
            Background background,
            Consumer<Optional<JobBook.Entry>> other) {
        this.model = model;
        this.question = new Question<>(background, () -> new About(connection.number(), key()));
        model.selectionProperty().addListener((o, was, is) -> follow(other));
    }

    Question<About> question() {
        return question;
    }

    private Optional<JobBook.Entry> one() {
        return model.selectionProperty().get().one();
    }

    private Optional<JobKey> key() {
        return one().map(JobKey::of);
    }

    private void follow(Consumer<Optional<JobBook.Entry>> other) {
        Optional<Seen> now = one().map(Seen::of);
        if (!now.equals(known)) {
            known = now;
            question.drop();
            other.accept(one());
        }
    }
}
