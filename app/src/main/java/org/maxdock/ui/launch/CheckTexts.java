package org.maxdock.ui.launch;

import java.util.List;
import org.maxdock.launch.PreflightCheck;
import org.maxdock.text.Texts;

/** What could fail, in words. */
public final class CheckTexts {

    /**
     * All of it in a few words.
     *
     * @param kind how it is coloured: ok, warn or bad
     * @param lines what is not well, a line each
     */
    public record Summary(String text, String kind, List<String> lines) {}

    private final Texts texts;

    public CheckTexts(Texts texts) {
        this.texts = texts;
    }

    public Summary summary(List<PreflightCheck> checks) {
        long failing = count(checks, PreflightCheck.State.FAILS);
        long notes = count(checks, PreflightCheck.State.NOTE);
        List<String> lines = checks.stream()
                .filter(c -> c.state() != PreflightCheck.State.OK)
                .map(c -> subject(c) + ": " + reason(c))
                .toList();
        if (failing > 0) {
            return new Summary(texts.get("ui.launch.failing", failing), "bad", lines);
        }
        return notes > 0
                ? new Summary(texts.get("ui.launch.notes", notes), "warn", lines)
                : new Summary(texts.get("ui.launch.clear"), "ok", lines);
    }

    private static long count(List<PreflightCheck> checks, PreflightCheck.State state) {
        return checks.stream().filter(c -> c.state() == state).count();
    }

    /** What was looked at. */
    String subject(PreflightCheck check) {
        return texts.get(check.subject());
    }

    /** The reason, and the mend. */
    String reason(PreflightCheck check) {
        return texts.get(check.reason())
                + check.mend().map(m -> " " + texts.get(m)).orElse("");
    }
}
