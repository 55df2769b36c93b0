package org.maxdock.engine;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.maxdock.host.Command;
import org.maxdock.host.shell.BundledScript;
import org.maxdock.text.RawText;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Build arguments on their way to docker: by standard input, and by its environment (buildarguments.sh). */
final class BuildArguments {

    /** What a script begins with that has them. */
    static final String FUNCTIONS = BundledScript.of(BuildArguments.class, "buildarguments.sh");

    /** The same where they come ahead of the input ({@link Command#withGiven}), as {@link #line} has them. */
    static final String GIVEN = FUNCTIONS + """
            for each in $MAXDOCK_GIVEN; do argument "$each" || exit; done
            unset MAXDOCK_GIVEN each
            """;

    /** Characters; a program's variables take 2 MB at most. */
    private static final int MOST = 1_000_000;

    /** Characters of one variable; 128 kB are the most (execve(2)). */
    private static final int MOST_OF_ONE = 120_000;

    private final List<String> encoded;

    /** @param arguments by name */
    BuildArguments(Map<String, String> arguments) {
        encoded = arguments.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> Base64.getEncoder().encodeToString(RawText.bytes(e.getKey() + "=" + e.getValue())))
                .toList();
    }

    /** Each on a line. */
    byte[] lines() throws Trouble {
        return bounded(encoded.stream().map(each -> each + "\n").collect(Collectors.joining()), MOST);
    }

    /** All of them on one line. */
    byte[] line() throws Trouble {
        return bounded(String.join(" ", encoded) + "\n", MOST_OF_ONE);
    }

    private static byte[] bounded(String text, int most) throws Trouble {
        if (text.length() > most) {
            throw new Trouble(TroubleKind.VALUE_TOO_LONG, "--build-arg", text.length(), most);
        }
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
