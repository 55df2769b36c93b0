package org.maxdock.ui.jobs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.host.Cancellation;
import org.maxdock.launch.Leftover;
import org.maxdock.launch.WhatIsLeft;
import org.maxdock.operation.JobOperations;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.Partitions;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Question;
import org.maxdock.ui.shared.StillThere;
import org.maxdock.ui.terminals.TerminalsModel;

/** What of the user's is still there and nobody looks at. On the window's thread. */
final class LeftoversModel {

    /** So many are told before they are stopped. */
    private static final int NAMED = 10;

    /**
     * One thing that is left.
     *
     * @param launch what its launch is called, or by what else it is known
     */
    record Line(Leftover leftover, String launch) {

        /** Whether one can attach to it. */
        boolean isTerminal() {
            return leftover instanceof Leftover.KeptTerminal;
        }
    }

    private final ConnectionModel connection;
    private final Background background;
    private final Texts texts;
    private final Asks ask;
    private final JobOperations jobs;
    private final TerminalsModel terminals;
    private final Runnable changed;
    private final StillThere still;
    private final Question<Long> question;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<Line> watched = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyStringWrapper passedOver = new ReadOnlyStringWrapper("");
    private final Set<Leftover> stopping = new HashSet<>();

    /** What is left, and what is said of what was passed over. */
    private record Reading(List<Line> lines, String passedOver) {}

    /** @param changed is run when something was stopped */
    LeftoversModel(
            ConnectionModel connection,
            Background background,
            Texts texts,
            Asks ask,
            JobOperations jobs,
            TerminalsModel terminals,
            Runnable changed,
            StillThere still) {
        this.connection = connection;
        this.background = background;
        this.texts = texts;
        this.ask = ask;
        this.jobs = jobs;
        this.terminals = terminals;
        this.changed = changed;
        this.still = still;
        this.question = new Question<>(background, connection::number);
        connection.onOther(() -> {
            lines.clear();
            passedOver.set("");
        });
    }

    /** Only to be watched. */
    ObservableList<Line> lines() {
        return watched;
    }

    /** What was passed over: containers that only bear labels, jobs that could not be read; empty for none. */
    ReadOnlyStringProperty passedOverProperty() {
        return passedOver.getReadOnlyProperty();
    }

    void read() {
        if (connection.connected().get()) {
            Set<Mark> marks = terminals.marks();
            question.ask((about, a) -> find(marks), this::show);
        }
    }

    private Reading find(Set<Mark> marks) throws Trouble {
        WhatIsLeft left = jobs.leftovers(marks);
        List<Line> found = new ArrayList<>();
        for (Leftover one : left.found()) {
            found.add(new Line(
                    one,
                    switch (one) {
                        case Leftover.KeptTerminal terminal ->
                            jobs.nameOf(terminal.mark()).orElse(terminal.mark().text());
                        case Leftover.Allocation job -> job.name();
                        case Leftover.Container container -> container.launch();
                        case Leftover.Folder folder -> folder.path();
                    }));
        }
        return new Reading(found, left.notes().stream().map(texts::get).collect(Collectors.joining("\n")));
    }

    private void show(Reading found) {
        passedOver.set(found.passedOver());
        List<Line> now = found.lines().stream()
                .filter(l -> !(l.leftover() instanceof Leftover.KeptTerminal t)
                        || !terminals.marks().contains(t.mark()))
                .toList();
        if (!now.equals(lines)) { // or a button would be made anew under somebody's hand
            lines.setAll(now);
        }
    }

    String text(Line line) {
        return switch (line.leftover()) {
            case Leftover.KeptTerminal terminal -> texts.get("ui.jobs.still.terminal", line.launch());
            case Leftover.Allocation job ->
                texts.get(
                        job.waits() ? "ui.jobs.still.waiting" : "ui.jobs.still.allocation",
                        job.job(),
                        job.name(),
                        job.where());
            case Leftover.Container container ->
                texts.get("ui.jobs.still.container", container.name(), container.launch());
            case Leftover.Folder folder -> texts.get("ui.jobs.still.folder", folder.path());
        };
    }

    /** Attaches to a terminal: then somebody looks at it. */
    void attach(Line line) {
        if (line.leftover() instanceof Leftover.KeptTerminal terminal) {
            lines.remove(line);
            terminals.attach(line.launch(), terminal.mark());
        }
    }

    /** Those that {@link #stopAll} stops: to a terminal one can still attach. */
    List<Line> forgotten() {
        return lines.stream().filter(line -> !line.isTerminal()).toList();
    }

    /** Stops one, once the user has said so; a double click is one. */
    void stop(Line line) {
        stop(List.of(line), texts.get("ui.jobs.stop-what", text(line)), texts.get("ui.jobs.stop-yes"));
    }

    /** Stops all but terminals, once the user has said so. */
    void stopAll() {
        List<Line> all = forgotten();
        String some = all.stream().limit(NAMED).map(this::text).collect(Collectors.joining("\n"));
        String more = all.size() > NAMED ? "\n" + texts.get("ui.jobs.still.more", all.size() - NAMED) : "";
        String question = texts.get("ui.jobs.stop-all-what", all.size()) + "\n" + some + more;
        stop(all, question, texts.get("ui.jobs.stop-all-yes"));
    }

    private void stop(List<Line> these, String question, String yes) {
        BooleanSupplier engine = still.engine(); // a container is the engine's
        List<Line> free = these.stream()
                .filter(line -> !stopping.contains(line.leftover()))
                .toList();
        if (free.isEmpty() || !ask.confirm(texts.get("ui.jobs.stop"), question, yes) || !engine.getAsBoolean()) {
            return;
        }
        List<Leftover> each = free.stream().map(Line::leftover).toList();
        stopping.addAll(each);
        Set<Mark> marks = terminals.marks();
        Optional<?> begun = connection.run(
                texts.get("ui.work.stop"),
                a -> stop(free, marks, a.cancellation()),
                stayed -> {
                    each.forEach(stopping::remove);
                    lines.removeAll(
                            free.stream().filter(l -> !stayed.contains(l)).toList());
                    if (!stayed.isEmpty()) {
                        String names = stayed.stream().map(this::text).collect(Collectors.joining("; "));
                        background.trouble(new Trouble(TroubleKind.NOT_LEFT_OVER, names));
                    }
                    changed.run();
                },
                trouble -> {
                    each.forEach(stopping::remove);
                    background.trouble(trouble);
                    changed.run(); // some may be gone
                });
        if (begun.isEmpty()) {
            each.forEach(stopping::remove);
        }
    }

    /** @return those that somebody uses again, or that are gone */
    private List<Line> stop(List<Line> these, Set<Mark> marks, Cancellation cancellation) throws Trouble {
        List<Line> stayed = new ArrayList<>();
        for (Line line : these) {
            if (cancellation.isCancelled()) {
                throw new Trouble(TroubleKind.CANCELLED);
            }
            if (!jobs.stop(line.leftover(), marks, Partitions.DEFAULT, cancellation)) {
                stayed.add(line);
            }
        }
        return stayed;
    }
}
