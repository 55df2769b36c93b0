package org.maxdock.ui.build;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.image.dockerfile.Advice;
import org.maxdock.operation.BuildOperations;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Later;
import org.maxdock.ui.shared.Question;

/** Advice on a Dockerfile as it stands; when its text rests, joined with what the server's own docker says of it. */
final class AdviceModel {

    private final ReadOnlyStringProperty text;
    private final ConnectionModel connection;
    private final BuildOperations builds;
    private final Later rests;
    private final ObservableList<Advice> advice = FXCollections.observableArrayList();
    private final Question<About> question;
    private final Question<About> check;

    /** What advice is about: the text, and the server that would build it. */
    private record About(String text, long connection) {}

    /** @param rests for how long nothing is typed before the server's docker is asked */
    AdviceModel(
            Background background,
            ConnectionModel connection,
            BuildOperations builds,
            ReadOnlyStringProperty text,
            Later rests) {
        this.text = text;
        this.connection = connection;
        this.builds = builds;
        this.rests = rests;
        this.question = new Question<>(background, this::now);
        this.check = new Question<>(background, this::now);
        text.addListener((o, was, is) -> ask());
        connection.onOther(this::ask);
        ask();
    }

    private About now() {
        return new About(text.get(), connection.number());
    }

    private void ask() {
        check.drop();
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

    private void check(About about) {
        if (about.equals(now()) && connection.connected().get()) {
            check.ask(
                    (now, a) -> builds.checked(now.text(), a.cancellation()),
                    found -> found.ifPresent(advice::setAll),
                    trouble -> System.getLogger(AdviceModel.class.getName())
                            .log(System.Logger.Level.DEBUG, "docker says nothing of the Dockerfile", trouble));
        }
    }

    /** In the order of the lines. Only to be watched. */
    ObservableList<Advice> advice() {
        return advice;
    }
}
