package org.maxdock.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.maxdock.image.identity.Digest;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.TimeLimit;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Printable;
import org.maxdock.text.Reason;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Unreadable;
import org.maxdock.text.Valid;

/**
 * JSON as MaxDock reads and writes it: records by their components, two spaces, one entry a line, so that it diffs
 * well.
 */
public final class Json {

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    /** Deeper than any document of MaxDock's. */
    private static final int DEEPEST = 200;

    private final ObjectMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .addModule(new Jdk8Module())
            .addModule(words())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS) // numbers of a later version stay exact
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();
    private final ObjectWriter writer = mapper.writer(new DefaultPrettyPrinter()
            .withSeparators(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator("")
                    .withObjectEmptySeparator(""))
            .withObjectIndenter(INDENT)
            .withArrayIndenter(INDENT));

    /**
     * Reads a document: strictly, since what is taken for something else would be written back as that.
     *
     * @throws IOException where it is no UTF-8, no JSON, or names a field twice
     */
    JsonNode parse(byte[] bytes) throws IOException {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable(Reason.of("reason.no-utf8", "it is no UTF-8"), e);
        }
        if (text.startsWith("\uFEFF")) {
            throw new Unreadable(Reason.of(
                    "reason.byte-order-mark", "it begins with a byte order mark (U+FEFF), which JSON has none of"));
        }
        return mapper.readTree(text);
    }

    /** The bytes of a value, with a line break at their end. */
    byte[] bytes(Object value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The text of a value, with a line break at its end. What is not to be seen, what a terminal would obey and bytes
     * that are no UTF-8 ({@link org.maxdock.text.RawText}) are in it as JSON's own escapes (RFC 8259, section 7).
     */
    public String write(Object value) {
        try {
            return Printable.text(writer.writeValueAsString(value)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON: " + value.getClass(), e);
        }
    }

    ObjectMapper mapper() {
        return mapper;
    }

    private static RunMode mode(String word) {
        return RunMode.of(word).orElseThrow(() -> new InvalidValue(TroubleKind.BAD_MODE, Valid.shown(word)));
    }

    private static LaunchKind.Name kind(String word) {
        return LaunchKind.Name.of(word).orElseThrow(() -> new InvalidValue(TroubleKind.BAD_KIND, Valid.shown(word)));
    }

    private static SimpleModule words() {
        SimpleModule module = new SimpleModule();
        TextConverter.add(module, ImageReference.class, ImageReference::parse);
        TextConverter.add(module, Digest.class, Digest::new);
        TextConverter.add(module, Mark.class, Mark::new);
        TextConverter.add(module, NodeName.class, NodeName::new);
        TextConverter.add(module, Partitions.class, Partitions::of);
        TextConverter.add(module, TimeLimit.class, TimeLimit::new);
        TextConverter.add(module, JobId.class, text -> text.isEmpty() ? null : new JobId(text));
        TextConverter.add(module, RunMode.class, RunMode::word, Json::mode);
        TextConverter.add(module, LaunchKind.Name.class, LaunchKind.Name::word, Json::kind);
        module.addSerializer(LaunchKind.class, new StdDelegatingSerializer(LaunchKind.class, new KindJson.Writer()));
        module.addDeserializer(LaunchKind.class, new StdDelegatingDeserializer<>(new KindJson.Reader()));
        module.addSerializer(LaunchPlace.class, new StdDelegatingSerializer(LaunchPlace.class, new PlaceJson.Writer()));
        module.addDeserializer(LaunchPlace.class, new StdDelegatingDeserializer<>(new PlaceJson.Reader()));
        return module.setMixInAnnotation(Launch.class, LaunchNames.class);
    }
}
