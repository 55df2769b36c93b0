package org.maxdock.ui.terminals;

import java.util.List;
import org.maxdock.fuzz.Fuzzed;

/** The readers of this room that get what others wrote. */
public final class TerminalParsers {

    private TerminalParsers() {}

    public static List<Fuzzed> all() {
        return List.of(
                Fuzzed.raw(
                        "what is pasted into a terminal",
                        text -> {
                            PastedText pasted = new PastedText(text);
                            pasted.begin();
                            pasted.lines();
                            pasted.keys(true);
                        },
                        "ls -l\r\n\u001b[201~rm -r x\n"),
                Fuzzed.raw(
                        "lines that a terminal shows",
                        text -> {
                            TerminalLinks links = new TerminalLinks(address -> {});
                            text.lines().forEach(links::apply);
                        },
                        "see https://desy.de/a?b=[c] or http://[::1]:8/\nhttps://a.b/c"));
    }
}
