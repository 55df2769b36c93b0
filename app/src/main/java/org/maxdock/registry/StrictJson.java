package org.maxdock.registry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.text.Reason;
import org.maxdock.text.Unreadable;

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

    /** As the parser says it. */
    private static final Pattern TWICE = Pattern.compile("(?s)Duplicate field '(.*)'");

    private StrictJson() {}

    public static JsonNode parse(byte[] bytes) throws IOException {
        try {
            return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw inWords(e);
        }
    }

    /** The same where not even the encoding may be in doubt: bytes that are no UTF-8 are refused. */
    public static JsonNode parseExactly(byte[] bytes) throws IOException {
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw inWords(e);
        }
    }

    /** The parser's own sentence is for those who write one. */
    private static Unreadable inWords(JsonProcessingException e) {
        String said = String.valueOf(e.getOriginalMessage());
        Matcher twice = TWICE.matcher(said);
        JsonLocation at = e.getLocation();
        if (twice.matches()) {
            return new Unreadable(Reason.of("reason.twice", said, twice.group(1)), e);
        }
        if (e instanceof StreamConstraintsException || at == null) {
            return new Unreadable(
                    Reason.of("reason.too-large", "it is larger, or nested deeper, than any honest one"), e);
        }
        return new Unreadable(
                Reason.of(
                        "reason.no-json",
                        "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": it is not as JSON is written",
                        at.getLineNr(),
                        at.getColumnNr()),
                e);
    }

    /** What stands for an answer that there is not. */
    public static JsonNode nothing() {
        return MissingNode.getInstance();
    }
}
