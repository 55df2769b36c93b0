package org.maxdock.ui.build;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.image.dockerfile.Advice;
import org.maxdock.operation.BuildOperations;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Question;

/** Advice on a Dockerfile as it stands. */
final class AdviceModel {

    private final ReadOnlyStringProperty text;
    private final ObservableList<Advice> advice = FXCollections.observableArrayList();
    private final BuildOperations builds;
    private final Question<About> question;

    /** What advice is about: the text, and the server that would build it. */
    private record About(String text, long connection) {}

    AdviceModel(
            Background background, ConnectionModel connection, BuildOperations builds, ReadOnlyStringProperty text) {
        this.text = text;
        this.builds = builds;
        this.question = new Question<>(background, () -> new About(text.get(), connection.number()));
        text.addListener((o, was, is) -> ask());
        connection.onOther(this::ask);
        ask();
    }

    private void ask() {
        if (text.get().isBlank()) {
            question.drop();
            advice.clear();
        } else {
            question.ask((now, a) -> builds.advice(now.text()), advice::setAll);
        }
    }

    /** In the order of the lines. Only to be watched. */
    ObservableList<Advice> advice() {
        return advice;
    }
}
