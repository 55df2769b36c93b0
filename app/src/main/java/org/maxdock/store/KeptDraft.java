package org.maxdock.store;

import java.util.Optional;

/**
 * Edits of a file that were not saved; texts as {@link org.maxdock.text.RawText}.
 *
 * @param where the file, in the words of whoever keeps it
 * @param base what the file held when they began; empty where it was not there
 * @param text what the editor held
 */
public record KeptDraft(String where, Optional<String> base, String text) {}
