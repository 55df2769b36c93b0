package org.maxdock.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;

/**
 * JSON of registries and engines, read strictly: a name twice in an object is a trap, since who reads the first and who
 * reads the last see different images.
 */
public final class StrictJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    public static JsonNode parse(byte[] bytes) throws JsonProcessingException {
        return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
    }

    /** What stands for an answer that there is not. */
    public static JsonNode nothing() {
        return MissingNode.getInstance();
    }
}
