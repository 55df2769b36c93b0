package org.maxdock.ui.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maxdock.paste.NotTaken;
import org.maxdock.text.Message;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What of a pasted text could not be taken over, each with its reason, for its user to know. */
public final class NotPasted {

    /** Lines that fit above a page; a whole compose file may have some more. */
    private static final int MOST = 12;

    private NotPasted() {}

    /** Empty where there is nothing to say. */
    public static Optional<Trouble> of(Texts texts, List<NotTaken> notTaken, List<Message> warnings) {
        List<Message> told = new ArrayList<>();
        notTaken.forEach(left -> told.add(Message.of("paste.left", left.what(), texts.get(left.reason()))));
        told.addAll(warnings);
        int more = told.size() - MOST;
        if (more > 0) {
            told.subList(MOST, told.size()).clear();
            told.add(Message.of("paste.more", more));
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(new Trouble(TroubleKind.NOT_PASTED).with(told));
    }
}
