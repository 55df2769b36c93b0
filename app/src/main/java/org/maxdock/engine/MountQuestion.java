package org.maxdock.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.maxdock.text.Trouble;

/** What an engine says to a mapping, asked without making anything. */
public final class MountQuestion {

    /**
     * A name that no container may have, since names have no spaces: an engine that is asked for it looks at all else,
     * and makes none.
     */
    public static final String NO_NAME = "maxdock asks";

    private final DockerClient docker;

    MountQuestion(DockerClient docker) {
        this.docker = docker;
    }

    /**
     * Has the engine check a mapping without making anything, so that nothing is left of a question whose connection is
     * cut. An engine looks at the mounts before it looks at the name (moby, daemon/create.go).
     *
     * @param image any image the engine has
     * @return the engine's objection; empty where it accepts
     */
    public Optional<String> ask(String image, String source, String target, boolean readOnly) throws Trouble {
        HostConfig hostConfig = HostConfig.newHostConfig()
                .withBinds(new Bind[0])
                .withMounts(List.of(new Mount()
                        .withType(MountType.BIND)
                        .withSource(source)
                        .withTarget(target)
                        .withReadOnly(readOnly)));
        hostConfig.withUsernsMode(""); // the site's plugin takes an absent value for the host's namespace
        CreateContainerResponse made;
        try {
            made = docker.createContainerCmd(image)
                    .withName(NO_NAME)
                    .withCmd("true")
                    .withHostConfig(hostConfig)
                    .exec();
        } catch (DockerException e) {
            String message = EngineTrouble.messageOf(e);
            Optional<String> objection = objection(message);
            if (objection.isEmpty()
                    || message.contains("mount")
                    || message.contains("source path")
                    || message.contains("destination")) {
                return objection;
            }
            throw EngineTrouble.of(e);
        } catch (RuntimeException e) {
            throw EngineTrouble.of(e);
        }
        EngineTrouble.ask(() -> docker.removeContainerCmd(made.getId())
                .withRemoveVolumes(true)
                .exec()); // some other engine, which takes any name
        return Optional.empty();
    }

    /** What an engine that was asked for {@link #NO_NAME} objects to besides the name; empty for nothing. */
    public static Optional<String> objection(String said) {
        return Optional.of(said).filter(s -> !s.toLowerCase(Locale.ROOT).startsWith("invalid container name"));
    }
}
