package org.maxdock.store.file;

import org.maxdock.fuzz.Fuzzed;

/** The reader of this room that gets what others wrote. */
public final class FileParsers {

    private FileParsers() {}

    public static Fuzzed text() {
        return Fuzzed.text(
                "a text as an editor shows it",
                text -> TextForm.like(text, TextForm.plain(text) + "more"),
                "\uFEFFFROM a\r\nRUN b\n",
                "a\r\r\nb");
    }
}
