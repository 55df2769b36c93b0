package org.maxdock.ui.build;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.image.dockerfile.Advice;
import org.maxdock.operation.BuildOperations;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Later;
import org.maxdock.ui.shared.Question;

/**
 * Advice on a Dockerfile as it stands; when its text rests, joined with what the server's own docker says of it. That
 * one asks registries each time: so of a text it is asked once, only now and then, and not while something is built.
 */
final class AdviceModel {

    /** Between two questions to the server's docker. */
    private static final long PAUSE_MILLIS = 10_000;

    private final ReadOnlyStringProperty text;
    private final ConnectionModel connection;
    private final BuildOperations builds;
    private final ObservableBooleanValue building;
    private final Later rests;
    private final LongSupplier millis;
    private final ObservableList<Advice> advice = FXCollections.observableArrayList();
    private final Question<About> question;
    private final Question<About> check;

    /** What advice is about: the text, and the server that would build it. */
    private record About(String text, long connection) {}

    /** What the server's docker was asked last, and what it said; nothing while it is asked, and where it failed. */
    private record Checked(About about, Optional<List<Advice>> said) {}

    private Optional<Checked> checked = Optional.empty();
    private long nextCheck;

    /**
     * @param building whether something is built
     * @param rests for how long nothing is typed before the server's docker is asked
     * @param millis of a clock that only goes forward
     */
    AdviceModel(
            Background background,
            ConnectionModel connection,
            BuildOperations builds,
            ReadOnlyStringProperty text,
            ObservableBooleanValue building,
            Later rests,
            LongSupplier millis) {
        this.text = text;
        this.connection = connection;
        this.builds = builds;
        this.building = building;
        this.rests = rests;
        this.millis = millis;
        this.nextCheck = millis.getAsLong();
        this.question = new Question<>(background, this::now);
        this.check = new Question<>(background, this::now);
        text.addListener((o, was, is) -> ask());
        connection.onOther(this::ask);
        building.addListener((o, was, is) -> {
            if (is) {
                leaveOff();
            } else {
                ask();
            }
        });
        ask();
    }

    private About now() {
        return new About(text.get(), connection.number());
    }

    private void ask() {
        leaveOff();
        if (text.get().isBlank()) {
            question.drop();
            advice.clear();
            return;
        }
        About about = now();
        question.ask((now, a) -> builds.advice(now.text()), found -> {
            advice.setAll(found);
            rests.soon(() -> check(about));
        });
    }

    /** What is asked has no answer then, and is asked again. */
    private void leaveOff() {
        check.drop();
        checked = checked.filter(last -> last.said().isPresent());
    }

    private void check(About about) {
        if (!about.equals(now()) || !connection.connected().get() || building.get()) {
            return;
        }
        if (checked.filter(last -> last.about().equals(about)).isPresent()) {
            checked.flatMap(Checked::said).ifPresent(advice::setAll);
        } else if (millis.getAsLong() < nextCheck) {
            rests.soon(() -> check(about));
        } else {
            nextCheck = millis.getAsLong() + PAUSE_MILLIS;
            checked = Optional.of(new Checked(about, Optional.empty()));
            check.ask(
                    (now, a) -> builds.checked(now.text(), a.cancellation()),
                    found -> {
                        checked = Optional.of(new Checked(about, found));
                        found.ifPresent(advice::setAll);
                    },
                    trouble -> System.getLogger(AdviceModel.class.getName())
                            .log(System.Logger.Level.DEBUG, "docker says nothing of the Dockerfile", trouble));
        }
    }

    /** In the order of the lines. Only to be watched. */
    ObservableList<Advice> advice() {
        return advice;
    }
}
