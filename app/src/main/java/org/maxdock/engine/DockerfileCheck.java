package org.maxdock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.registry.StrictJson;
import org.maxdock.text.RawText;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/**
 * Has a host's own docker look at a Dockerfile without building it, where it can ({@link HostClient#checks};
 * docs.docker.com/build/checks). It looks up the bases, and fetches the language that the Dockerfile asks for.
 */
public final class DockerfileCheck {

    /** Its status is 1 where there is something to say, and where it failed. */
    private static final String ASK =
            "DOCKER_BUILDKIT=1 timeout -k 5 60 docker build --call=check,format=json - || true";

    private static final int MOST = 200;
    private static final int LONGEST = 1000;
    private static final Pattern RULE = Pattern.compile("[A-Za-z]{1,60}");
    private static final String NO_BUILD = "BuildError";

    private static final Untrusted ANSWER =
            Untrusted.of(Untrusted.LARGE, TroubleKind.ANSWER_UNREADABLE, "docker build --check");

    private final Host host;

    public DockerfileCheck(Host host) {
        this.host = host;
    }

    /**
     * Something that it says.
     *
     * @param line of the Dockerfile, from 1
     * @param rule docker's name for it
     * @param text in docker's own words
     */
    public record Warning(int line, String rule, String text) {}

    /**
     * What it says, at most {@value #MOST} warnings; empty where it has not come to an end, as where a base is not
     * found.
     *
     * @throws Trouble where it says something else than it should, or the host does not answer
     */
    public Optional<List<Warning>> of(String dockerfile, Cancellation cancellation) throws Trouble {
        Output output = host.run(Command.script(ASK).withInput(RawText.bytes(dockerfile)), cancellation);
        return output.text().isBlank()
                ? Optional.empty()
                : Optional.of(ANSWER.bytes(output.bytes(), DockerfileCheck::read));
    }

    static List<Warning> read(byte[] said) throws java.io.IOException {
        JsonNode all = StrictJson.parse(said);
        List<Warning> warnings = new ArrayList<>();
        for (JsonNode each : all.path("warnings")) {
            String rule = each.path("ruleName").asText();
            String detail = each.path("detail").asText();
            if (warnings.size() < MOST && RULE.matcher(rule).matches()) {
                warnings.add(warning(
                        each, rule, detail.isEmpty() ? each.path("description").asText() : detail));
            }
        }
        JsonNode error = all.path("buildError");
        if (error.path("message").isTextual()) {
            warnings.add(warning(error, NO_BUILD, error.path("message").asText()));
        }
        return List.copyOf(warnings);
    }

    private static Warning warning(JsonNode said, String rule, String text) {
        int line = said.path("location")
                .path("ranges")
                .path(0)
                .path("start")
                .path("line")
                .asInt();
        return new Warning(Math.max(1, line), rule, text.substring(0, Math.min(text.length(), LONGEST)));
    }
}
