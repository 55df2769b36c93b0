package org.maxdock.ui.build;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.image.dockerfile.Advice;
import org.maxdock.image.dockerfile.DockerfileAdvice;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.Question;

/** Advice on a Dockerfile as it stands. */
final class AdviceModel {

    private final ReadOnlyStringProperty text;
    private final ObservableList<Advice> advice = FXCollections.observableArrayList();
    private final Question<String> question;

    AdviceModel(Background background, ReadOnlyStringProperty text) {
        this.text = text;
        this.question = new Question<>(background, text::get);
        text.addListener((o, was, is) -> ask());
        ask();
    }

    private void ask() {
        if (text.get().isBlank()) {
            question.drop();
            advice.clear();
        } else {
            question.ask((now, a) -> DockerfileAdvice.on(now), advice::setAll);
        }
    }

    /** In the order of the lines. Only to be watched. */
    ObservableList<Advice> advice() {
        return advice;
    }
}
