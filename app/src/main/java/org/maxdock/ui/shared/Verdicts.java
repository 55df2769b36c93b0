package org.maxdock.ui.shared;

import java.util.Optional;
import javafx.scene.control.Label;
import org.maxdock.image.Verdict;
import org.maxdock.text.Texts;

/** Verdicts in words and colours. */
public final class Verdicts {

    private Verdicts() {
    }

    /** An absent verdict means that nothing was recorded. */
    public static void badge(Label badge, Texts texts, Optional<Verdict> verdict) {
        String word = verdict.map(Verdict::word).orElse("not-recorded");
        String kind = verdict.map(v -> switch (v) {
            case Verdict.Same same -> "ok";
            case Verdict.SameContent same -> "ok";
            case Verdict.Different different -> "bad";
            case Verdict.Missing missing -> "warn";
        }).orElse("plain");
        Parts.badge(badge, texts.get("ui.verdict." + word), kind);
    }
}
