package org.maxdock.generated;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.maxdock.text.InvalidValue;

/** Valid values of any record, found by trying: of each component the first value that the record takes. */
public final class Samples {

    static final List<String> TEXTS = List.of(
            "x",
            "",
            "/x",
            "reg:5000",
            "1",
            "V=1",
            "2026-01-02T03:04:05Z",
            "a".repeat(64),
            "sha256:" + "a".repeat(64),
            "reg:5000/a/b@sha256:" + "a".repeat(64),
            "maxdock:00000000-0000-4000-8000-000000000001",
            "a=1",
            "--mem=4G",
            "--init",
            "-xy",
            "/tmp/$JOB");

    private Samples() {}

    public static <T> T of(Class<T> type) {
        return type.cast(candidates(type, List.of()).getFirst());
    }

    /** What of a type can be tried, fullest first. */
    private static List<Object> candidates(Type type, List<Class<?>> within) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic, within);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return List.copyOf(TEXTS);
        }
        if (plain == int.class || plain == Integer.class) {
            return List.of(2, 0, 2048);
        }
        if (plain == long.class || plain == Long.class) {
            return List.of(1L);
        }
        if (plain == boolean.class) {
            return List.of(false);
        }
        if (plain == double.class) {
            return List.of(1.0);
        }
        if (plain == Path.class) {
            return List.of(Path.of("/x"));
        }
        if (plain.isEnum()) {
            return Arrays.asList(plain.getEnumConstants());
        }
        if (plain.isSealed()) {
            return variants(plain)
                    .flatMap(v -> candidates(v, within).stream().limit(1))
                    .toList();
        }
        return List.of(record(plain, within));
    }

    private static List<Object> generic(ParameterizedType type, List<Class<?>> within) {
        Type element = type.getActualTypeArguments()[0];
        if (type.getRawType() == Map.class) {
            Type value = type.getActualTypeArguments()[1];
            return Stream.concat(candidates(value, within).stream().map(v -> Map.of("k", v)), Stream.of(Map.of()))
                    .<Object>map(map -> map)
                    .toList();
        }
        boolean again = element instanceof Class<?> plain && within.contains(plain);
        List<Object> inner = again ? List.of() : candidates(element, within);
        Object none = type.getRawType() == Optional.class ? Optional.empty() : List.of();
        return Stream.concat(
                        inner.stream().map(v -> type.getRawType() == Optional.class ? Optional.of(v) : List.of(v)),
                        Stream.of(none))
                .toList();
    }

    /** The records that a sealed type can be. */
    static Stream<Class<?>> variants(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses()).flatMap(c -> c.isSealed() ? variants(c) : Stream.of(c));
    }

    /** First a value with as much absent as the record bears; then each component as full as it can be. */
    private static Object record(Class<?> type, List<Class<?>> within) {
        List<Class<?>> inner = new ArrayList<>(within);
        inner.add(type);
        RecordComponent[] components = type.getRecordComponents();
        List<List<Object>> choices = Arrays.stream(components)
                .map(c -> candidates(c.getGenericType(), inner))
                .toList();
        List<List<Object>> barest = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            Class<?> of = components[i].getType();
            boolean made = of.isPrimitive() || of.isRecord() || of.isSealed() || of.isEnum();
            barest.add(
                    made
                            ? choices.get(i)
                            : Stream.concat(Stream.of((Object) null), choices.get(i).stream())
                                    .toList());
        }
        Object[] values = new Object[components.length];
        boolean found = false;
        for (int others = 0; others <= components.length && !found; others++) {
            found = search(type, barest, values, 0, others);
        }
        if (!found) {
            throw new AssertionError("no valid value of " + type + " is known; add what it takes");
        }
        for (int i = 0; i < components.length; i++) {
            fill(type, values, i, choices.get(i));
        }
        return make(type, values);
    }

    private static void fill(Class<?> type, Object[] values, int at, List<Object> choices) {
        Object before = values[at];
        for (Object choice : choices) {
            values[at] = choice;
            if (isValid(type, values)) {
                return;
            }
        }
        values[at] = before;
    }

    private static boolean isValid(Class<?> type, Object... values) {
        try {
            make(type, values);
            return true;
        } catch (InvalidValue e) {
            return false;
        }
    }

    /** Tries those of which so many components at most are others than the first choice. */
    private static boolean search(Class<?> type, List<List<Object>> choices, Object[] values, int at, int others) {
        if (at == values.length) {
            return isValid(type, values);
        }
        List<Object> mine = choices.get(at);
        for (int i = 0; i < (others == 0 ? 1 : mine.size()); i++) {
            values[at] = mine.get(i);
            if (search(type, choices, values, at + 1, i == 0 ? others : others - 1)) {
                return true;
            }
        }
        return false;
    }

    /** Calls the canonical constructor, whose exception comes as it is. */
    static Object make(Class<?> type, Object... values) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new AssertionError(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    static Object get(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
