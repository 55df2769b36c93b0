package org.maxdock.image.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.maxdock.engine.RunConfiguration;

/**
 * A signature is under every value of a record that a launch relies on: each of them is changed by itself, and the
 * statement is another one.
 */
class StatementTest {

    /** What they lead to is held against the content. */
    private static final Set<String> NAMES_GIVEN_LATER =
            Set.of("tarball", "signatures", "history", "identity.repoDigests");

    private static ImageRecord record() {
        RunConfiguration run = RunConfiguration.NONE;
        Identity identity = new Identity(
                List.of("r/i@sha256:" + "1".repeat(64)),
                "sha256:" + "2".repeat(64),
                "sha256:" + "3".repeat(64),
                "sha256:" + "4".repeat(64),
                List.of("sha256:" + "5".repeat(64)),
                run,
                "linux/amd64");
        Source source = new Source(
                "Dockerfile",
                "6".repeat(64),
                "7".repeat(64),
                List.of("A"),
                List.of(new Base("b:1", "sha256:8", List.of())),
                "/there",
                "BuildKit, docker 20.10.24");
        return ImageRecord.of(ImageReference.parse("r/i:1"), identity, Instant.parse("2026-01-02T03:04:05Z"), "h", "u")
                .withSource(Optional.of(source));
    }

    private static String statement(ImageRecord record) {
        return new String(record.statement(), StandardCharsets.UTF_8);
    }

    /** The same value, changed in one place each time, by the place. */
    private static Map<String, Object> changed(String at, Object value) throws ReflectiveOperationException {
        Map<String, Object> all = new TreeMap<>();
        switch (value) {
            case ImageReference reference -> all.put(at, ImageReference.parse("r/other:1"));
            case String text -> all.put(at, other(at, text));
            case Boolean flag -> all.put(at, !flag);
            case Number number -> all.put(at, number instanceof Long ? number.longValue() + 1 : number.intValue() + 1);
            case Optional<?> present
            when present.isPresent() ->
                changed(at, present.get()).forEach((place, one) -> all.put(place, Optional.of(one)));
            case Optional<?> absent -> {}
            case List<?> list -> {
                List<Object> more = new ArrayList<>(list);
                more.add(list.isEmpty() ? added(at) : list.getFirst());
                all.put(at + "+", more);
                if (!list.isEmpty()) {
                    changed(at, list.getFirst()).forEach((place, one) -> all.put(place, List.of(one)));
                }
            }
            case Map<?, ?> map -> all.put(at + "+", Map.of("k", "v"));
            case Record record -> {
                RecordComponent[] components = record.getClass().getRecordComponents();
                Object[] values = new Object[components.length];
                for (int i = 0; i < components.length; i++) {
                    components[i].getAccessor().setAccessible(true);
                    values[i] = components[i].getAccessor().invoke(record);
                }
                Constructor<?> constructor = record.getClass()
                        .getDeclaredConstructor(Arrays.stream(components)
                                .map(RecordComponent::getType)
                                .toArray(Class[]::new));
                constructor.setAccessible(true);
                for (int i = 0; i < components.length; i++) {
                    String place = at.isEmpty() ? components[i].getName() : at + "." + components[i].getName();
                    if (NAMES_GIVEN_LATER.contains(place)) {
                        continue;
                    }
                    for (Map.Entry<String, Object> one :
                            changed(place, values[i]).entrySet()) {
                        Object[] others = values.clone();
                        others[i] = one.getValue();
                        all.put(one.getKey(), constructor.newInstance(others));
                    }
                }
            }
            default -> throw new AssertionError(at + " is a " + value.getClass());
        }
        return all;
    }

    private static Object added(String at) {
        if (at.endsWith("healthTimes")) {
            return 1L;
        }
        return at.endsWith("repoDigests") ? "r/i@sha256:" + "9".repeat(64) : "A=1";
    }

    private static String other(String at, String text) {
        return at.equals("recordedAt") ? "2026-01-02T03:04:06Z" : text.isEmpty() ? "x" : text + "0";
    }

    @Test
    void everyValueIsUnderTheSignature() throws Exception {
        ImageRecord record = record();
        Map<String, Object> all = changed("", record);
        assertThat(all.keySet())
                .contains("reference", "recordedAt", "identity.id", "identity.layers", "source.bases.id");
        all.forEach((place, other) ->
                assertThat(statement((ImageRecord) other)).as(place).isNotEqualTo(statement(record)));
    }

    /** What an earlier version signed, which kept no builder, holds still. */
    @Test
    void aBuilderThatIsNotKnownIsNoPartOfIt() {
        assertThat(statement(record())).contains("builder 25 BuildKit, docker 20.10.24\n");
        Source before = new Source("Dockerfile", "6".repeat(64), "", List.of(), List.of(), "/there", null);
        assertThat(statement(record().withSource(Optional.of(before)))).doesNotContain("builder");
    }

    @Test
    void whatIsSignedStaysAsItWasSignedWhenTheSameContentIsRecordedAgain() {
        ImageRecord signed = record().withSignature(new RecordSignature("me", "s"));
        Identity elsewhere = new Identity(
                List.of(),
                "sha256:" + "a".repeat(64),
                "sha256:" + "b".repeat(64),
                "",
                signed.identity().layers(),
                signed.identity().run(),
                signed.identity().platform());
        Source changed = new Source("Dockerfile", "9".repeat(64), "7".repeat(64), List.of(), List.of(), "/there", "");
        ImageRecord again = ImageRecord.of(signed.reference(), elsewhere, Instant.EPOCH, "h2", "u2")
                .withSource(Optional.of(changed)) // another comment in the Dockerfile, say
                .after(signed);
        assertThat(statement(again)).isEqualTo(statement(signed));
        assertThat(again.signatures()).isEqualTo(signed.signatures());
    }

    /** Of an engine that tells no digest of the configuration: who records anew has asked it, and is believed. */
    @Test
    void anIdThatSomebodyExchangedIsMendedByRecordingAnew() {
        Identity made = record().identity();
        Identity told =
                new Identity(List.of(), "sha256:" + "a".repeat(64), "", "", made.layers(), made.run(), made.platform());
        Identity exchanged =
                new Identity(List.of(), "sha256:" + "6".repeat(64), "", "", made.layers(), made.run(), made.platform());
        ImageRecord fresh = ImageRecord.of(record().reference(), told, Instant.EPOCH, "h", "u");
        ImageRecord theirs = ImageRecord.of(record().reference(), exchanged, Instant.EPOCH, "h", "u");
        assertThat(fresh.after(theirs).identity().id()).isEqualTo(told.id());
        assertThat(fresh.after(fresh)).isEqualTo(fresh);
    }
}
