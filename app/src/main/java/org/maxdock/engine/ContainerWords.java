package org.maxdock.engine;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.text.Message;

/**
 * What the engine says of how a container is, in the words of the language. It says so in English: the state in a word
 * (Engine API, {@code GET /containers/json}, State), and since when in a sentence (there, Status, which {@code docker
 * ps} prints, with durations as {@code docker} rounds them). What is neither of these stays as it is.
 */
public final class ContainerWords {

    private static final Set<String> STATES =
            Set.of("created", "running", "paused", "restarting", "removing", "exited", "dead");

    /** Sentences that say no more than the state does. */
    private static final Set<String> SAME = Set.of("Created", "Dead", "Removal In Progress", "Initialized");

    private static final Pattern RUNS = Pattern.compile("Up (.{1,40}?)(?: \\((.{1,40})\\))?");
    private static final Pattern ENDED = Pattern.compile("(?:Exited|Restarting) \\((-?\\d{1,10})\\) (.{1,40}) ago");
    private static final Pattern COUNTED = Pattern.compile("(\\d{1,9}) (second|minute|hour|day|week|month|year)s?");

    private static final Map<String, String> ABOUT = Map.of(
            "Less than a second", "container.time.moment",
            "About a minute", "container.time.about-minute",
            "About an hour", "container.time.about-hour");

    private static final Map<String, String> HEALTH = Map.of(
            "healthy", "container.status.healthy",
            "unhealthy", "container.status.unhealthy",
            "health: starting", "container.status.health-unknown",
            "starting", "container.status.health-unknown",
            "Paused", "container.status.paused");

    private ContainerWords() {}

    /** Its state in a word. */
    public static Message state(ContainerSummary container) {
        String state = container.state().strip();
        return STATES.contains(state) ? Message.of("container.state." + state) : asSaid(state);
    }

    /** Since when it is so, and what else there is to it; empty where its state says all. */
    public static Message status(ContainerSummary container) {
        String status = container.status().strip();
        if (SAME.contains(status)) {
            return asSaid("");
        }
        Matcher ended = ENDED.matcher(status);
        if (ended.matches()) {
            return Message.of("container.status.ended", time(ended.group(2)), ended.group(1));
        }
        Matcher runs = RUNS.matcher(status);
        if (!runs.matches()) {
            return asSaid(status);
        }
        String health = runs.group(2);
        return health == null
                ? Message.of("container.status.runs", time(runs.group(1)))
                : HEALTH.containsKey(health) ? Message.of(HEALTH.get(health), time(runs.group(1))) : asSaid(status);
    }

    private static Message time(String said) {
        if (ABOUT.containsKey(said)) {
            return Message.of(ABOUT.get(said));
        }
        Matcher counted = COUNTED.matcher(said);
        return counted.matches()
                ? Message.of("container.time." + counted.group(2) + "s", counted.group(1))
                : asSaid(said);
    }

    private static Message asSaid(String words) {
        return Message.of("container.as-said", words);
    }
}
