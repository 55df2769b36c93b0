package org.maxdock.ui.shared;

import java.util.Comparator;
import java.util.Optional;
import javafx.scene.control.Label;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.text.Texts;

/** Verdicts in words and colours. */
public final class Verdicts {

    /** What calls for a look comes first; what nothing was recorded of comes last. */
    public static final Comparator<Optional<ImageVerdict>> BY_URGENCY =
            Comparator.comparingInt(verdict -> verdict.map(v -> switch (v) {
                        case ImageVerdict.Different different -> 0;
                        case ImageVerdict.Missing missing -> 1;
                        case ImageVerdict.SameContent same -> 2;
                        case ImageVerdict.Same same -> 3;
                    })
                    .orElse(4));

    private Verdicts() {}

    /** An absent verdict means that nothing was recorded. */
    public static void badge(Label badge, Texts texts, Optional<ImageVerdict> verdict) {
        String word = verdict.map(ImageVerdict::word).orElse("not-recorded");
        String kind = verdict.map(v -> switch (v) {
                    case ImageVerdict.Same same -> "ok";
                    case ImageVerdict.SameContent same -> "ok";
                    case ImageVerdict.Different different -> "bad";
                    case ImageVerdict.Missing missing -> "warn";
                })
                .orElse("plain");
        Controls.badge(badge, texts.get("ui.verdict." + word), kind);
    }
}
