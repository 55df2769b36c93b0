package org.maxdock.image;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.HostClient;
import org.maxdock.engine.Progress;
import org.maxdock.text.Printable;
import org.maxdock.text.Trouble;

/**
 * The builder that a build uses, which is told first of all that is said of the build, and recorded.
 *
 * @param buildKit whether it is BuildKit
 * @param text in docker's words, such as {@code BuildKit, buildx, docker 28.5.2}
 */
public record UsedBuilder(boolean buildKit, String text) {

    private static final int LONGEST = 100;
    private static final Pattern LINE =
            Pattern.compile("# ((?:BuildKit(?:, buildx)?|classic builder)(?:, docker .{1,1000})?)\n");

    /** As {@link BuilderRule#buildKit}; it is told to the listener. */
    static UsedBuilder chosen(BuildOptions options, String dockerfile, HostClient client, Progress.Listener listener)
            throws Trouble {
        UsedBuilder used = of(BuilderRule.buildKit(options, dockerfile, client), client);
        listener.report(used.told());
        return used;
    }

    static UsedBuilder of(boolean buildKit, HostClient client) {
        String name = buildKit ? "BuildKit" + (client.ofItself() ? ", buildx" : "") : "classic builder";
        String docker = client.version().isEmpty() ? "" : ", docker " + Printable.line(client.version(), LONGEST);
        return new UsedBuilder(buildKit, name + docker);
    }

    Progress told() {
        return new Progress("", "# " + text + "\n", 0, 0);
    }

    /** What was told with that; empty where it was something else. */
    public static Optional<String> in(Progress told) {
        Matcher line = LINE.matcher(told.text());
        return line.matches() ? Optional.of(line.group(1)) : Optional.empty();
    }
}
