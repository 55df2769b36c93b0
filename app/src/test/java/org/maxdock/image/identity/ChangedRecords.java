package org.maxdock.image.identity;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.maxdock.engine.RunConfiguration;

/** A record as somebody else may have changed it: in each of its values by itself. */
public final class ChangedRecords {

    /** What they lead to is held against the content. */
    static final Set<String> GIVEN_LATER = Set.of("tarball", "signatures", "history", "identity.repoDigests");

    private ChangedRecords() {}

    /** One in which there is something of everything that a launch relies on. */
    public static ImageRecord record() {
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

    /** The same, changed in one place each time, by the place. */
    public static Map<String, ImageRecord> of(ImageRecord record) throws ReflectiveOperationException {
        Map<String, ImageRecord> all = new TreeMap<>();
        changed("", record).forEach((place, other) -> all.put(place, (ImageRecord) other));
        return all;
    }

    /** The same, changed in what registries and files give it later. */
    public static Map<String, ImageRecord> givenLater(ImageRecord record) {
        return Map.of(
                "tarball", record.withTarball(new Tarball("/x", "0".repeat(64))),
                "signatures", record.withSignature(new RecordSignature("eve", "s")),
                "history",
                        new ImageRecord(
                                record.reference(),
                                record.identity(),
                                record.recordedAt(),
                                record.recordedOn(),
                                record.recordedBy(),
                                record.tarball(),
                                record.source(),
                                record.signatures(),
                                List.of(record)),
                "identity.repoDigests",
                        record.withIdentity(
                                record.identity().withRepoDigests(List.of("evil/i@sha256:" + "9".repeat(64)))));
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
                    if (GIVEN_LATER.contains(place)) {
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
}
