package org.maxdock.text;

import java.util.List;
import java.util.Locale;
import org.maxdock.fuzz.Fuzzed;

/** The readers of this room that get what others wrote. */
public final class TextParsers {

    private TextParsers() {}

    public static List<Fuzzed> all() {
        Texts texts = new Texts(Locale.ENGLISH);
        return List.of(
                Fuzzed.bytes("bytes that need not be UTF-8", input -> RawText.bytes(RawText.of(input)), "ä"),
                Fuzzed.raw("names as they are shown", text -> Printable.line(text, 100), "a\u202eb"),
                Fuzzed.raw(
                        "a sentence's part",
                        text -> texts.what(new Trouble(TroubleKind.ENGINE_REFUSED, text)),
                        "no such thing"),
                Fuzzed.text(
                        "a program's output",
                        text -> {
                            PlainLog log = new PlainLog();
                            log.plain(text);
                            log.plain(text);
                        },
                        "\u001b[1mbold\u001b[0m\r\n"));
    }
}
