package org.maxdock.ui.jobs;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maxdock.launch.Launch;
import org.maxdock.node.JobContainer;
import org.maxdock.operation.JobBook;
import org.maxdock.operation.JobOperations;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Records;
import org.maxdock.slurm.TimeLimit;
import org.maxdock.store.Run;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.StillThere;
import org.maxdock.ui.terminals.TerminalsModel;

/** What can be done with the jobs that are selected, and doing it. On the window's thread. */
final class JobActions {

    private static final int NAMED = 5;

    private final JobsModel model;
    private final SelectedJobFacts facts;
    private final ConnectionModel connection;
    private final Background background;
    private final Texts texts;
    private final Asks ask;
    private final JobOperations jobs;
    private final TerminalsModel terminals;
    private final Consumer<Launch> launcher;
    private final StillThere still;
    private final ReadOnlyObjectWrapper<JobAction> atWork = new ReadOnlyObjectWrapper<>();

    /** @param launcher starts a launch once more */
    JobActions(
            JobsModel model,
            ConnectionModel connection,
            Background background,
            Texts texts,
            Asks ask,
            JobOperations jobs,
            TerminalsModel terminals,
            Consumer<Launch> launcher,
            StillThere still) {
        this.model = model;
        this.facts = new SelectedJobFacts(model, connection, background, jobs);
        this.connection = connection;
        this.background = background;
        this.texts = texts;
        this.ask = ask;
        this.jobs = jobs;
        this.terminals = terminals;
        this.launcher = launcher;
        this.still = still;
    }

    /** Whether that can be done with what is selected now, as far as is known. */
    BooleanBinding possible(JobAction action) {
        return Bindings.createBooleanBinding(
                () -> atWork.get() != action && fits(action),
                model.selectionProperty(),
                facts.property(),
                atWork,
                connection.stateProperty());
    }

    private boolean fits(JobAction action) {
        JobSelection selection = model.selectionProperty().get();
        Optional<JobBook.Entry> one = selection.one();
        Optional<Job> job = one.flatMap(JobBook.Entry::job).filter(model::isMine);
        return switch (action) {
            case SHELL -> job.filter(Job::running).isPresent();
            case OUTPUT ->
                (job.isPresent() || one.filter(e -> e.job().isEmpty()).isPresent())
                        && !facts.property().get().output().isEmpty();
            case EXTEND -> job.isPresent();
            case REQUEUE ->
                job.filter(Job::running).isPresent() && facts.property().get().batch();
            case AGAIN -> one.flatMap(JobBook.Entry::run).isPresent();
            case CANCEL -> !cancellable().isEmpty();
        };
    }

    private List<JobBook.Entry> cancellable() {
        return model.selectionProperty().get().entries().stream()
                .filter(e -> e.job().filter(model::isMine).isPresent())
                .toList();
    }

    void perform(JobAction action) {
        if (atWork.get() == action || !fits(action)) {
            return;
        }
        JobSelection selection = model.selectionProperty().get();
        switch (action) {
            case SHELL -> selection.one().ifPresent(this::shell);
            case OUTPUT -> selection.one().ifPresent(this::output);
            case EXTEND -> selection.one().ifPresent(this::extend);
            case REQUEUE ->
                selection
                        .one()
                        .ifPresent(e -> act(action, texts.get("ui.work.requeue", id(e)), () -> jobs.requeue(id(e))));
            case AGAIN ->
                selection.one().flatMap(JobBook.Entry::run).map(Run::launch).ifPresent(launcher);
            case CANCEL -> cancel(cancellable());
        }
    }

    /** What is selected in the queue or in the accounts has a number. */
    private static JobId id(JobBook.Entry entry) {
        return entry.id().orElseThrow();
    }

    private interface Act {
        void make() throws Trouble;
    }

    /** One of a kind at a time: a double click is one. */
    private void act(JobAction action, String title, Act act) {
        atWork.set(action);
        connection.run(
                title,
                a -> {
                    act.make();
                    return action;
                },
                done -> {
                    atWork.set(null);
                    model.read();
                },
                trouble -> {
                    atWork.set(null);
                    background.trouble(trouble);
                });
    }

    /** In its container; where it has several, in the one that is chosen. */
    private void shell(JobBook.Entry entry) {
        JobId id = id(entry);
        BooleanSupplier server = still.server();
        connection.run(
                texts.get("ui.work.containers-of", id),
                a -> jobs.containers(id, a.cancellation()),
                found -> chosen(id, told(found))
                        .filter(c -> server.getAsBoolean())
                        .ifPresent(c ->
                                terminals.open(entry.name(), (columns, rows) -> jobs.shell(id, c, columns, rows))));
    }

    private List<JobContainer> told(Records<JobContainer> found) {
        if (found.passedOver() > 0) {
            model.tell(texts.get("containers.not-yours", found.passedOver()));
        }
        return found.found();
    }

    private Optional<JobContainer> chosen(JobId job, List<JobContainer> found) {
        return found.size() == 1
                ? Optional.of(found.getFirst())
                : ask.choose(
                        texts.get("ui.jobs.shell"),
                        texts.get("ui.jobs.which-container", job),
                        found,
                        c -> texts.get("ui.jobs.container-on", c.name(), c.node()));
    }

    /** Of one that is in the queue SLURM is asked again: it may have begun since. */
    private void output(JobBook.Entry entry) {
        if (entry.job().isEmpty()) {
            watch(entry, facts.property().get().output());
            return;
        }
        JobId id = id(entry);
        connection.run(texts.get("ui.work.output-of", id), a -> jobs.outputFile(id), file -> watch(entry, file));
    }

    private void watch(JobBook.Entry entry, String file) {
        terminals.watch(
                texts.get("ui.jobs.output-of", entry.name(), id(entry)),
                (columns, rows) -> jobs.follow(file, columns, rows));
    }

    private void extend(JobBook.Entry entry) {
        JobId id = id(entry);
        BooleanSupplier server = still.server();
        ask.text(
                        texts.get("ui.jobs.extend"),
                        texts.get("ui.jobs.extend-what", id),
                        entry.job().map(Job::limit).orElse(""),
                        this::time)
                .filter(time -> server.getAsBoolean())
                .ifPresent(time -> act(
                        JobAction.EXTEND,
                        texts.get("ui.work.extend", id),
                        () -> jobs.setTimeLimit(id, new TimeLimit(time.strip()))));
    }

    /** Not nothing, which would be what the partition says. */
    private TimeLimit time(String answer) {
        if (answer.isBlank()) {
            throw new InvalidValue(TroubleKind.VALUE_MISSING, texts.get("ui.launch.time"));
        }
        return new TimeLimit(answer.strip());
    }

    /** Those that were selected when it was asked, whatever is selected when it is answered. */
    private void cancel(List<JobBook.Entry> chosen) {
        List<JobId> ids = chosen.stream().map(JobActions::id).toList();
        String named = chosen.stream()
                .limit(NAMED)
                .map(e -> texts.get("ui.jobs.named", e.name(), id(e)))
                .collect(Collectors.joining(", "));
        String all = chosen.size() > NAMED ? texts.get("ui.jobs.and-more", named, chosen.size() - NAMED) : named;
        BooleanSupplier server = still.server();
        if (ask.confirm(
                        texts.get("ui.jobs.cancel"),
                        texts.get("ui.jobs.cancel-what", all),
                        texts.get("ui.jobs.cancel-yes"))
                && server.getAsBoolean()) {
            act(
                    JobAction.CANCEL,
                    texts.get("ui.work.cancel", ids.stream().map(JobId::text).collect(Collectors.joining(", "))),
                    () -> jobs.cancel(ids));
        }
    }
}
