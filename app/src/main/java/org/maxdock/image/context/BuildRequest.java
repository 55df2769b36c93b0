package org.maxdock.image.context;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maxdock.engine.BuildOptions;
import org.maxdock.host.shell.Shell;
import org.maxdock.image.identity.Source;

/**
 * A build.
 *
 * @param dockerfile path of the Dockerfile, relative to the folder
 * @param named what it is called to the user and in the record: its path, or {@link Source#PIPED}
 * @param tag the name of what it makes
 */
public record BuildRequest(BuildFolder folder, String dockerfile, String named, String tag, BuildOptions options) {

    public BuildRequest(BuildFolder folder, String dockerfile, String tag, BuildOptions options) {
        this(folder, dockerfile, dockerfile, tag, options);
    }

    /** The same of a Dockerfile that came on standard input, and will not be found again. */
    public BuildRequest piped() {
        return new BuildRequest(folder, dockerfile, Source.PIPED, tag, options);
    }

    /** The command that does the same on the host of the folder. */
    public String command() {
        List<String> words = new ArrayList<>(List.of("docker", "build", "-t", tag));
        words.addAll(dockerfile.equals("Dockerfile") ? List.of() : List.of("-f", folder + "/" + dockerfile));
        words.addAll(options.words());
        options.secrets().forEach(secret -> words.addAll(List.of("--secret", secret.text())));
        options.agents().forEach(agent -> words.addAll(List.of("--ssh", agent.text())));
        words.add(folder.toString());
        String command = Shell.join(words);
        return switch (options.builder()) {
            case FITTING -> command;
            case BUILDKIT -> "DOCKER_BUILDKIT=1 " + command;
            case CLASSIC -> "DOCKER_BUILDKIT=0 " + command;
        };
    }

    /** A folder of this machine, with its Dockerfile and nothing special. */
    public static BuildRequest plain(Path folder, String tag) {
        return new BuildRequest(new BuildFolder.Here(folder), "Dockerfile", tag, BuildOptions.NONE);
    }
}
