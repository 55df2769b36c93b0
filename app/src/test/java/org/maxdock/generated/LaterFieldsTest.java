package org.maxdock.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.launch.Launch;
import org.maxdock.mount.MountPlan;
import org.maxdock.store.KeptBuild;
import org.maxdock.store.LaterFields;
import org.maxdock.store.Run;
import org.maxdock.store.Settings;
import org.maxdock.text.InvalidValue;

/** Of every record that files hold, each component, however deep, is changed: fields of a later version stay. */
class LaterFieldsTest {

    private static final long SEED = Long.getLong("generated.seed", System.nanoTime());

    private final LaterFields files = new LaterFields();

    private static Stream<Class<?>> records() {
        return Stream.of(Launch.class, ImageRecord.class, MountPlan.class, KeptBuild.class, Run.class, Settings.class);
    }

    @ParameterizedTest
    @MethodSource("records")
    void stayWhateverIsChanged(Class<?> type) throws Exception {
        JsonNode old = files.document(Samples.of(type));
        Object before = files.read(old, type);
        int changed = 0;
        for (Mutations.Mutation mutation : new Mutations(new Random(SEED), 8).of(before)) {
            Object after;
            try {
                after = mutation.value().get();
            } catch (InvalidValue e) {
                continue; // nothing that a file could come to hold
            }
            JsonNode merged = files.merged(old, after);
            String what = "seed " + SEED + ", " + mutation.path();
            assertThat(files.read(merged, type)).as(what).isEqualTo(files.read(files.tree(after), type));
            assertThat(LaterFields.places(merged)).as(what).containsAll(expected(old, before, after));
            changed++;
        }
        assertThat(changed).isGreaterThan(5);
    }

    /** All but those of what is no more, and of what became another thing. */
    private List<String> expected(JsonNode old, Object before, Object after) {
        JsonNode was = files.tree(before);
        JsonNode is = files.tree(after);
        return LaterFields.places(old).stream()
                .filter(place -> {
                    String at = place.substring(0, place.indexOf('='));
                    return is.at(at).isObject() && isStill(was, is, at);
                })
                .toList();
    }

    /** An entry of a list of which more than one field is another is another entry, and a signature is its signer's. */
    private static boolean isStill(JsonNode was, JsonNode is, String place) {
        for (int end = place.indexOf('/', 1); ; end = place.indexOf('/', end + 1)) {
            String at = end < 0 ? place : place.substring(0, end);
            boolean entry = at.matches(".*/[0-9]+");
            long others = was.at(at).properties().stream()
                    .filter(f -> !f.getValue().equals(is.at(at).get(f.getKey())))
                    .count();
            boolean another =
                    others > 1 || !was.at(at).path("signer").equals(is.at(at).path("signer"));
            if (entry && another) {
                return false;
            }
            if (end < 0) {
                return true;
            }
        }
    }
}
