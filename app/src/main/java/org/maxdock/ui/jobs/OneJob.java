package org.maxdock.ui.jobs;

import java.util.Optional;
import java.util.function.Consumer;
import org.maxdock.operation.JobBook;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Question;

/**
 * The one job that is selected, and a question about it, whose answer counts while it is selected. On the window's
 * thread.
 */
final class OneJob {

    /** What an answer is about. */
    record About(long connection, Optional<JobKey> job) {}

    private final JobsModel model;
    private final Question<About> question;
    private Optional<JobKey> known = Optional.empty();

    /** @param other called when it is another one, or none any more */
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
        if (!key().equals(known)) {
            known = key();
            question.drop();
            other.accept(one());
        }
    }
}
