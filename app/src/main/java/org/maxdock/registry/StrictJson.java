package org.maxdock.registry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * JSON of registries and engines, to a bounded depth, read strictly: a name twice in an object is a trap, since who
 * reads the first and who reads the last see different images.
 */
public final class StrictJson {

    /** Deeper than anything that Docker and registries say. */
    private static final int DEEPEST = 100;

    private static final JsonFactory BOUNDED = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private static final ObjectMapper JSON = JsonMapper.builder(BOUNDED)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    public static JsonNode parse(byte[] bytes) throws JsonProcessingException {
        try {
            return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonParseException e) {
            throw e.getOriginalMessage().startsWith("Duplicate field") ? e : inWords(e);
        }
    }

    /** The parser's own sentence is for those who write one. */
    private static JsonParseException inWords(JsonParseException e) {
        JsonLocation at = e.getLocation();
        return new JsonParseException(
                null,
                "it is not the JSON that it should be (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")",
                e);
    }

    /** The same where not even the encoding may be in doubt: bytes that are no UTF-8 are refused. */
    public static JsonNode parseExactly(byte[] bytes) throws IOException {
        return JSON.readTree(bytes);
    }

    /** What stands for an answer that there is not. */
    public static JsonNode nothing() {
        return MissingNode.getInstance();
    }
}
