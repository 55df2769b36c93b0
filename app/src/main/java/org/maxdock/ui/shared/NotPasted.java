package org.maxdock.ui.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maxdock.text.Message;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What of a pasted text could not be taken over, for its user to know. */
public final class NotPasted {

    private NotPasted() {}

    /** Empty where there is nothing to say. */
    public static Optional<Trouble> of(Texts texts, List<String> notTaken, List<Message> warnings) {
        List<String> told = new ArrayList<>(notTaken);
        warnings.forEach(warning -> told.add(texts.get(warning)));
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(new Trouble(TroubleKind.NOT_PASTED, String.join("   ", told)));
    }
}
