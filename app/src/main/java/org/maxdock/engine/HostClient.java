package org.maxdock.engine;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/**
 * What the docker command of a host can build with. BuildKit is part of it from 18.09 on, and since 23.0 the plugin
 * buildx, by which it then builds of itself (docs.docker.com/build/buildkit).
 *
 * @param version of the command; empty where there is none
 * @param buildKit whether it builds with BuildKit where it is asked to
 * @param ofItself whether it does where it is not asked
 * @param checks whether it can check a Dockerfile without building it ({@link DockerfileCheck})
 * @param why what keeps it from BuildKit; empty where nothing does
 */
public record HostClient(String version, boolean buildKit, boolean ofItself, boolean checks, Optional<Message> why) {

    private static final String ASK = """
            command -v docker >/dev/null || exit 0
            docker version --format '{{.Client.Version}} {{.Server.APIVersion}}' 2>/dev/null
            docker buildx version 2>/dev/null | sed 's/^/buildx /'
            """;

    private static final Pattern VERSIONS =
            Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})(\\S*) ([0-9]+)\\.([0-9]{1,3})");
    private static final int FIRST_WITH_PLUGIN = 23;
    private static final int FIRST_API = 39;
    private static final Pattern BUILDX = Pattern.compile("buildx \\S*/buildx v?([0-9]{1,3})\\.([0-9]{1,3})\\b.*");
    private static final int FIRST_THAT_CHECKS = 15;
    private static final Pattern BEFORE_PLUGIN = Pattern.compile("1?[0-9]\\..*|2[0-2]\\..*");

    /**
     * Whether it is one of before 23.0, with all that has changed since: the Dockerfile language that its BuildKit
     * reads by itself, and how it reads .dockerignore.
     */
    public boolean isOld() {
        return BEFORE_PLUGIN.matches(version);
    }

    /** Asks the host; where it does not say, there is no BuildKit, and why is told. */
    public static HostClient of(Host host) throws Trouble {
        return read(host.run(Command.script(ASK)).text());
    }

    /**
     * @param said the versions of command and engine on a line, and on another {@code buildx} and what that says of
     *     itself
     */
    static HostClient read(String said) {
        Matcher found = VERSIONS.matcher(said);
        if (!found.find()) {
            return new HostClient("", false, false, false, Optional.of(Message.of("buildkit.no-command")));
        }
        int major = Integer.parseInt(found.group(1));
        String version = found.group(1) + "." + found.group(2) + found.group(3);
        if (found.group(4).equals("1") && Integer.parseInt(found.group(5)) < FIRST_API || major < 19) {
            return new HostClient(version, false, false, false, Optional.of(Message.of("buildkit.too-old", version)));
        }
        boolean plugin = said.lines().anyMatch(line -> line.startsWith("buildx "));
        if (major >= FIRST_WITH_PLUGIN && !plugin) {
            return new HostClient(version, false, false, false, Optional.of(Message.of("buildkit.no-plugin", version)));
        }
        boolean ofItself = major >= FIRST_WITH_PLUGIN;
        return new HostClient(
                version, true, ofItself, ofItself && said.lines().anyMatch(HostClient::checks), Optional.empty());
    }

    /** The plugin from 0.15 on (docs.docker.com/build/checks). */
    private static boolean checks(String line) {
        Matcher plugin = BUILDX.matcher(line);
        return plugin.matches()
                && (!plugin.group(1).equals("0") || Integer.parseInt(plugin.group(2)) >= FIRST_THAT_CHECKS);
    }
}
