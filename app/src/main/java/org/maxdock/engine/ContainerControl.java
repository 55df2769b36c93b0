package org.maxdock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.DockerClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/** The containers of an engine as a whole: which there are, what they use, and what is done to them. */
public final class ContainerControl {

    private final DockerClient docker;
    private final RawApi raw;

    ContainerControl(DockerClient docker, RawApi raw) {
        this.docker = docker;
        this.raw = raw;
    }

    /** All of them, whosoever, latest first. */
    public List<ContainerSummary> list() throws Trouble {
        return raw.get("/containers/json?all=1", EngineLists::containers);
    }

    /** Does it, and waits until it is done. A container that runs is removed by force. */
    public void act(String container, ContainerAction action) throws Trouble {
        act(container, action, true);
    }

    /**
     * Does it, and waits until it is done.
     *
     * @param force whether a container that runs is removed, too
     * @throws Trouble CONTAINER_RUNS where it would have to be
     */
    public void act(String container, ContainerAction action, boolean force) throws Trouble {
        if (action == ContainerAction.REMOVE && !force) {
            removeEnded(container);
            return;
        }
        to(container, () -> switch (action) {
            case START -> docker.startContainerCmd(container).exec();
            case STOP -> docker.stopContainerCmd(container).exec();
            case RESTART -> docker.restartContainerCmd(container).exec();
            case KILL -> docker.killContainerCmd(container).exec();
            case PAUSE -> docker.pauseContainerCmd(container).exec();
            case UNPAUSE -> docker.unpauseContainerCmd(container).exec();
            case REMOVE -> docker.removeContainerCmd(container).withForce(true).exec();
        });
    }

    private void removeEnded(String container) throws Trouble {
        try {
            to(container, () -> docker.removeContainerCmd(container).exec());
        } catch (Trouble e) {
            throw e.kind() == TroubleKind.ENGINE_REFUSED && runs(container)
                    ? new Trouble(e, TroubleKind.CONTAINER_RUNS, container)
                    : e;
        }
    }

    private boolean runs(String container) throws Trouble {
        return about(container, "/json", a -> a.path("State").path("Running").asBoolean())
                .orElse(false);
    }

    /** A plugin may refuse what is not there in the words for what is not allowed; then it is looked for. */
    private <T> T to(String container, Supplier<T> action) throws Trouble {
        EngineNames.container(container);
        try {
            return EngineTrouble.ask(action);
        } catch (Trouble e) {
            throw told(container, e);
        }
    }

    private Trouble told(String container, Trouble e) throws Trouble {
        boolean gone = e.kind() == TroubleKind.PLUGIN_DENIED
                && about(container, "/json", a -> a).isEmpty();
        return gone ? new Trouble(e, TroubleKind.NO_SUCH_CONTAINER, container) : e;
    }

    private <T> Optional<T> about(String container, String what, Untrusted.Reader<JsonNode, T> reader) throws Trouble {
        return raw.get("/containers/" + EngineNames.container(container) + what, Map.of(), reader);
    }

    public void rename(String container, String name) throws Trouble {
        to(container, () -> docker.renameContainerCmd(container).withName(name).exec());
    }

    /** Makes an image of what a container's files are now; returns its ID. What is mapped into it is not part of it. */
    public String commit(String container, String reference) throws Trouble {
        int colon = reference.lastIndexOf(':');
        boolean tagged = colon > reference.lastIndexOf('/');
        return to(
                container,
                () -> docker.commitCmd(container)
                        .withRepository(tagged ? reference.substring(0, colon) : reference)
                        .withTag(tagged ? reference.substring(colon + 1) : "latest")
                        .exec());
    }

    /** Everything that the engine tells of it, as JSON to read. */
    public String inspect(String container) throws Trouble {
        return about(container, "/json", JsonNode::toPrettyString)
                .orElseThrow(() -> new Trouble(TroubleKind.NO_SUCH_CONTAINER, container));
    }

    /** Its processes, a line for each, below a line that says what stands in them. */
    public List<List<String>> processes(String container) throws Trouble {
        try {
            return about(container, "/top", EngineLists::processes)
                    .orElseThrow(() -> new Trouble(TroubleKind.NO_SUCH_CONTAINER, container));
        } catch (Trouble e) {
            throw told(container, e);
        }
    }

    /** What it uses now; the engine takes a second to say. */
    public ContainerUsage usage(String container) throws Trouble {
        return about(container, "/stats?stream=false", ContainerUsage::of)
                .orElseThrow(() -> new Trouble(TroubleKind.NO_SUCH_CONTAINER, container));
    }
}
