package org.maxdock.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.maxdock.text.Valid;

/**
 * Which of the lines that a container wrote, as docker logs has it
 * (docs.docker.com/reference/cli/docker/container/logs).
 *
 * @param follow whether also what it goes on writing
 * @param times whether each line begins with when it was written
 * @param last how many from the end; empty for all
 * @param since only those from then on: a time, or how long ago; empty for all
 */
public record LogChoice(boolean follow, boolean times, String last, String since) {

    private static final Pattern COUNT = Pattern.compile("(?:[0-9]{1,9}|all)?");
    private static final Pattern TIME = Pattern.compile("[0-9A-Za-z.:+-]{0,64}");

    /** All that it has written and writes. */
    public static final LogChoice ALL = new LogChoice(true, false, "", "");

    /** @throws org.maxdock.text.InvalidValue where docker would not take one for what it is meant to be */
    public LogChoice {
        last = Valid.matching("--tail", last, COUNT, Valid.LONG);
        since = Valid.matching("--since", since, TIME, Valid.LONG);
    }

    /** For docker logs. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (follow) {
            words.add("--follow");
        }
        if (times) {
            words.add("--timestamps");
        }
        if (!last.isEmpty()) {
            words.add("--tail=" + last);
        }
        if (!since.isEmpty()) {
            words.add("--since=" + since);
        }
        return words;
    }
}
