package org.maxdock.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Activity;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.terminals.TerminalsModel;

/** What is said before the window closes: what would end with it, and what goes on. On the window's thread. */
final class ClosingQuestion {

    /** What is over sooner is a look at something, which nobody misses. */
    private static final Duration WORTH_A_QUESTION = Duration.ofSeconds(3);

    private static final int SHOWN = 8;

    private final Background background;
    private final TerminalsModel terminals;
    private final Asks ask;
    private final Texts texts;
    private final Supplier<Instant> now;

    ClosingQuestion(Background background, TerminalsModel terminals, Asks ask, Texts texts, Supplier<Instant> now) {
        this.background = background;
        this.terminals = terminals;
        this.ask = ask;
        this.texts = texts;
        this.now = now;
    }

    /** Whether the window may close: nothing ends by it, or that is wanted. */
    boolean mayClose() {
        Instant since = now.get().minus(WORTH_A_QUESTION);
        List<String> ending = Stream.concat(
                        background.running().stream()
                                .filter(activity -> activity.started().isBefore(since))
                                .map(Activity::title),
                        terminals.ending().stream())
                .toList();
        if (ending.isEmpty()) {
            return true;
        }
        List<String> going = terminals.goingOn();
        String question = texts.get("ui.closing.ends", lines(ending))
                + (going.isEmpty() ? "" : "\n\n" + texts.get("ui.closing.goes-on", lines(going)));
        return ask.confirm(texts.get("ui.closing.title"), question, texts.get("ui.closing.yes"));
    }

    private String lines(List<String> all) {
        String first = String.join(", ", all.subList(0, Math.min(SHOWN, all.size())));
        return all.size() <= SHOWN ? first : texts.get("ui.jobs.and-more", first, all.size() - SHOWN);
    }
}
