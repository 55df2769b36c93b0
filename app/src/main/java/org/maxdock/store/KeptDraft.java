package org.maxdock.store;

/**
 * Edits of a file that were not saved; texts as {@link org.maxdock.text.RawText}.
 *
 * @param where the file, in the words of whoever keeps it
 * @param base what the file held when they began
 * @param text what the editor held
 */
public record KeptDraft(String where, String base, String text) {}
