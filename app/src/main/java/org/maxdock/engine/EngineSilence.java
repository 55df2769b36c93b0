package org.maxdock.engine;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.host.Output;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * That docker's command found no engine, whatever it was to do there: then nothing else of what it says is the trouble
 * (docker/cli, "Cannot connect to the Docker daemon at …"; since 29, "failed to connect to the docker API at …").
 */
public final class EngineSilence {

    private static final Pattern SAID =
            Pattern.compile("(?i)(?:cannot|failed to) connect to the docker (?:daemon|api) at "
                    + "(?:unix://)?([^\\s;]{1,4096}?)[.;]?(?:\\s|$)");
    private static final Pattern CAUSE = Pattern.compile("connect: ([a-z ]{1,80})");

    private EngineSilence() {}

    /** Empty where it says nothing of that. */
    public static Optional<Trouble> in(Output output) {
        Matcher said = SAID.matcher(output.errors());
        if (output.ok() || !said.find()) {
            return Optional.empty();
        }
        Matcher cause = CAUSE.matcher(output.errors());
        Object why = cause.find() ? cause.group(1) : Reason.of("reason.silent", "docker finds none there");
        return Optional.of(new Trouble(TroubleKind.NO_ENGINE, said.group(1), why));
    }
}
