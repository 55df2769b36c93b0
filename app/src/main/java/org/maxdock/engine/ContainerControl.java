package org.maxdock.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.TopContainerResponse;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerPort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

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
        return EngineTrouble.ask(
                        () -> docker.listContainersCmd().withShowAll(true).exec())
                .stream()
                .map(ContainerControl::summary)
                .toList();
    }

    private static ContainerSummary summary(Container container) {
        Map<String, String> labels = container.getLabels() == null ? Map.of() : container.getLabels();
        String[] names = container.getNames() == null ? new String[0] : container.getNames();
        String name = Arrays.stream(names)
                .map(n -> n.substring(n.lastIndexOf('/') + 1))
                .findFirst()
                .orElse("");
        List<String> mounts = container.getMounts() == null
                ? List.of()
                : container.getMounts().stream()
                        .map(m -> m.getSource() + "→" + m.getDestination())
                        .toList();
        List<String> ports = container.getPorts() == null
                ? List.of()
                : Arrays.stream(container.getPorts())
                        .map(ContainerControl::port)
                        .distinct()
                        .toList();
        return new ContainerSummary(
                container.getId(),
                name,
                container.getImage(),
                container.getImageId(),
                container.getState(),
                container.getStatus(),
                Instant.ofEpochSecond(container.getCreated()),
                ports,
                mounts,
                labels.getOrDefault("maxdock.user", ""),
                labels.getOrDefault("maxdock.job", ""),
                labels);
    }

    private static String port(ContainerPort port) {
        String inside = port.getPrivatePort() + "/" + port.getType();
        return port.getPublicPort() == null ? inside : port.getIp() + ":" + port.getPublicPort() + "→" + inside;
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
        return raw.get("/containers/" + EngineNames.container(container) + "/json", Map.of())
                .map(answer -> answer.path("State").path("Running").asBoolean())
                .orElse(false);
    }

    /** A plugin may refuse what is not there in the words for what is not allowed; then it is looked for. */
    private <T> T to(String container, Supplier<T> action) throws Trouble {
        String named = EngineNames.container(container);
        try {
            return EngineTrouble.ask(action);
        } catch (Trouble e) {
            boolean gone = e.kind() == TroubleKind.PLUGIN_DENIED
                    && raw.get("/containers/" + named + "/json", Map.of()).isEmpty();
            throw gone ? new Trouble(e, TroubleKind.NO_SUCH_CONTAINER, container) : e;
        }
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
        return raw.get("/containers/" + EngineNames.container(container) + "/json", Map.of())
                .orElseThrow(() -> new Trouble(TroubleKind.NO_SUCH_CONTAINER, container))
                .toPrettyString();
    }

    /** Its processes, a line for each, below a line that says what stands in them. */
    public List<List<String>> processes(String container) throws Trouble {
        String named = EngineNames.container(container);
        TopContainerResponse top =
                EngineTrouble.ask(() -> docker.topContainerCmd(named).exec());
        List<List<String>> lines = new ArrayList<>();
        if (top.getTitles() != null && top.getProcesses() != null) { // it may be ending just now
            lines.add(List.of(top.getTitles()));
            Arrays.stream(top.getProcesses()).map(List::of).forEach(lines::add);
        }
        return lines;
    }

    /** What it uses now; the engine takes a second to say. */
    public ContainerUsage usage(String container) throws Trouble {
        return ContainerUsage.of(
                raw.get("/containers/" + EngineNames.container(container) + "/stats?stream=false", Map.of())
                        .orElseThrow(() -> new Trouble(TroubleKind.NO_SUCH_CONTAINER, container)));
    }
}
