package org.maxdock.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Asks;

/** A user who gives one answer to all questions, says yes, and reads what a question says beneath it. */
public final class OneAnswer implements Asks {

    private String answer = "";
    private Optional<Trouble> refused = Optional.empty();

    /** From now on. */
    public void is(String text) {
        answer = text;
    }

    /** What stood beneath the last question that refuses answers; empty where it took it. */
    public Optional<Trouble> refused() {
        return refused;
    }

    @Override
    public boolean confirm(String title, String question, String yes) {
        return true;
    }

    @Override
    public boolean look(String title, String question, String shown, String yes) {
        return true;
    }

    @Override
    public Optional<String> text(String title, String question, String before) {
        return Optional.of(answer);
    }

    @Override
    public Optional<String> text(String title, String question, String before, Value value) {
        refused = Optional.empty();
        try {
            value.of(answer);
            return Optional.of(answer);
        } catch (InvalidValue e) {
            refused = Optional.of(e.trouble());
        } catch (Trouble e) {
            refused = Optional.of(e);
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> longText(String title, String question) {
        return Optional.of(answer);
    }

    @Override
    public <T> Optional<T> choose(String title, String question, List<T> options, Function<T, String> text) {
        return options.stream().findFirst();
    }

    @Override
    public Optional<String> decide(String title, String question, List<String> answers) {
        return answers.stream().findFirst();
    }
}
