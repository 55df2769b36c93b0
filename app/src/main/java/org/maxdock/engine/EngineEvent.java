package org.maxdock.engine;

import com.github.dockerjava.api.model.Event;
import java.util.Optional;
import java.util.Set;

/**
 * Something that happened in an engine.
 *
 * @param type whom it is about, in Docker's words: container, image, network; empty where the engine says one that is
 *     not known
 * @param action such as start, die, tag, untag
 * @param id of what it is about: an ID, or a name
 */
public record EngineEvent(String type, String action, String id) {

    /** What there is in an engine that can be listed. */
    public enum Listed {
        IMAGES,
        CONTAINERS
    }

    private static final Set<String> OF_IMAGES = Set.of("tag", "untag", "delete", "pull", "load", "import");
    private static final Set<String> OF_CONTAINERS =
            Set.of("create", "start", "die", "destroy", "rename", "pause", "unpause");

    static EngineEvent of(Event event) {
        return new EngineEvent(
                event.getType() == null ? "" : event.getType().getValue(),
                event.getAction() == null ? "" : event.getAction(),
                event.getActor() == null || event.getActor().getId() == null
                        ? ""
                        : event.getActor().getId());
    }

    /** Which list reads otherwise after it; empty for neither, as after a health check. */
    public Optional<Listed> changes() {
        return switch (type) {
            case "image" -> OF_IMAGES.contains(action) ? Optional.of(Listed.IMAGES) : Optional.empty();
            case "container" ->
                OF_CONTAINERS.contains(action)
                        ? Optional.of(Listed.CONTAINERS)
                        : action.equals("commit") ? Optional.of(Listed.IMAGES) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
