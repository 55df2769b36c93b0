package org.maxdock.ui.terminals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maxdock.slurm.Waiting;
import org.maxdock.text.Texts;

/** What is said of a launch above its terminal. */
final class LaunchSentences {

    private LaunchSentences() {}

    /** Why a job waits, how many are ahead of it, and when SLURM expects it to start, where it does. */
    static String waits(Texts texts, Waiting waiting) {
        List<String> parts = List.of(
                texts.get("ui.terminal.waits", waiting.job().id(), texts.get(waiting.why())),
                waiting.ahead() == 0
                        ? texts.get("ui.terminal.first")
                        : texts.get("ui.terminal.ahead", waiting.ahead()));
        Stream<String> start = waiting.hasStart()
                ? Stream.of(
                        texts.get("ui.terminal.expected", waiting.job().start().replace('T', ' ')))
                : Stream.empty();
        return Stream.concat(parts.stream(), start).collect(Collectors.joining(" · "));
    }
}
