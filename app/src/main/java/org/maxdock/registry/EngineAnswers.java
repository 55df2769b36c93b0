package org.maxdock.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.maxdock.text.Trouble;

/**
 * What is asked of an engine about registries: it searches Docker Hub, and knows which registries it may reach without
 * TLS.
 */
@FunctionalInterface
public interface EngineAnswers {

    /** The JSON at a path of the engine's API; empty where there is nothing. */
    Optional<JsonNode> get(String path) throws Trouble;
}
