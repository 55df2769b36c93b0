package org.maxdock.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Activity;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.terminals.TerminalsModel;

/**
 * What is asked before the window closes or the connection goes: what ends, or is lost, with it. On the window's
 * thread.
 */
final class ClosingQuestion {

    /** What is over sooner is a look at something, which nobody misses. */
    private static final Duration WORTH_A_QUESTION = Duration.ofSeconds(3);

    private static final int SHOWN = 8;

    private final Background background;
    private final TerminalsModel terminals;
    private final Asks ask;
    private final Texts texts;
    private final Supplier<Instant> now;
    private final Supplier<List<String>> unsaved;

    /** @param unsaved what was edited and no file has, in words */
    ClosingQuestion(
            Background background,
            TerminalsModel terminals,
            Asks ask,
            Texts texts,
            Supplier<Instant> now,
            Supplier<List<String>> unsaved) {
        this.background = background;
        this.terminals = terminals;
        this.ask = ask;
        this.texts = texts;
        this.now = now;
        this.unsaved = unsaved;
    }

    /** Whether the window may close: nothing ends by it, now or soon, and no edits are lost, or that is wanted. */
    boolean mayClose() {
        List<String> ending = ending();
        List<String> going = terminals.goingOn();
        String question = Stream.of(
                        said("ui.closing.ends", ending),
                        said("ui.closing.goes-on", going),
                        said("ui.closing.unsaved", unsaved.get()))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining("\n\n"));
        return question.isEmpty() || ask.confirm(texts.get("ui.closing.title"), question, texts.get("ui.closing.yes"));
    }

    /** Whether the connection may go; what goes on for a while comes back with the next one. */
    boolean mayLeave() {
        List<String> ending = ending();
        String yes = texts.get("ui.disconnect");
        return ending.isEmpty() || ask.confirm(yes, said("ui.closing.ends", ending), yes);
    }

    private List<String> ending() {
        Instant since = now.get().minus(WORTH_A_QUESTION);
        List<String> openings = terminals.openings();
        return Stream.concat(
                        background.running().stream()
                                .filter(activity -> activity.started().isBefore(since))
                                .map(Activity::title)
                                .filter(title -> !openings.contains(title)),
                        terminals.ending().stream())
                .toList();
    }

    private String said(String key, List<String> all) {
        if (all.isEmpty()) {
            return "";
        }
        String first = String.join(", ", all.subList(0, Math.min(SHOWN, all.size())));
        return texts.get(key, all.size() <= SHOWN ? first : texts.get("ui.jobs.and-more", first, all.size() - SHOWN));
    }
}
