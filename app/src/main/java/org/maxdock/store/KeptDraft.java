package org.maxdock.store;

import java.util.Optional;
import org.maxdock.text.Valid;

/**
 * Edits of a file that were not saved; texts as {@link org.maxdock.text.RawText}.
 *
 * @param where the file, in the words of whoever keeps it
 * @param base what the file held when they began; empty where it was not there
 * @param text what the editor held
 */
public record KeptDraft(String where, Optional<String> base, String text) {

    /** @throws org.maxdock.text.InvalidValue where one of them is missing */
    public KeptDraft {
        where = Valid.text("where", Valid.present("where", where), Valid.LONG);
        base = Valid.optional(base);
        Valid.present("text", text);
    }
}
