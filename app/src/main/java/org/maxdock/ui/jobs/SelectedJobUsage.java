package org.maxdock.ui.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.maxdock.operation.JobBook;
import org.maxdock.operation.JobOperations;
import org.maxdock.operation.UsageReport;
import org.maxdock.slurm.JobId;
import org.maxdock.text.Message;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;

/** What the one job that is selected used, in a line; asked when it is selected. On the window's thread. */
final class SelectedJobUsage {

    private final JobsModel model;
    private final JobOperations jobs;
    private final Texts texts;
    private final OneJob selected;
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");

    SelectedJobUsage(
            JobsModel model, ConnectionModel connection, Background background, Texts texts, JobOperations jobs) {
        this.model = model;
        this.jobs = jobs;
        this.texts = texts;
        this.selected = new OneJob(model, connection, background, this::follow);
    }

    /** Empty while there is nothing to tell. */
    ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    private void follow(Optional<JobBook.Entry> one) {
        sentence.set("");
        one.filter(e -> e.job().map(j -> j.running() && model.isMine(j)).orElse(true))
                .flatMap(JobBook.Entry::id)
                .ifPresent(this::ask);
    }

    private void ask(JobId id) {
        selected.question().ask((about, a) -> jobs.usage(id, a.cancellation()), this::show, this::silent);
    }

    private void show(UsageReport report) {
        List<Message> lines = new ArrayList<>(report.lines(texts.amounts()));
        report.advice().ifPresent(lines::add);
        sentence.set(lines.stream().map(texts::get).collect(Collectors.joining(" ")));
    }

    /** One that SLURM has forgotten has used nothing that anybody knows of. */
    private void silent(Trouble trouble) {
        System.getLogger(SelectedJobUsage.class.getName())
                .log(System.Logger.Level.DEBUG, "nothing told of what a job used", trouble);
    }
}
