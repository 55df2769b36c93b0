package org.maxdock.generated;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** A value with one of its fields, however deep, made hostile; each is made only when asked for, and may be refused. */
record Mutations(Random random, int texts) {

    /** @param path which field, and what was put there */
    record Mutation(String path, Supplier<Object> value) {}

    List<Mutation> of(Object record) {
        return inside(record.getClass().getSimpleName(), record);
    }

    private List<Mutation> inside(String path, Object record) {
        Class<?> type = record.getClass();
        RecordComponent[] components = type.getRecordComponents();
        List<Mutation> all = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            int at = i;
            Object now = Samples.get(components[i], record);
            String field = path + "." + components[i].getName();
            for (Mutation other : of(field, components[i].getGenericType(), now)) {
                all.add(new Mutation(other.path(), () -> {
                    Object[] values = Arrays.stream(components)
                            .map(c -> Samples.get(c, record))
                            .toArray();
                    values[at] = other.value().get();
                    return Samples.make(type, values);
                }));
            }
        }
        return all;
    }

    private List<Mutation> of(String path, Type type, Object now) {
        if (type instanceof ParameterizedType generic) {
            return generic(path, generic, now);
        }
        Class<?> plain = (Class<?>) type;
        List<Mutation> all = new ArrayList<>();
        if (!plain.isPrimitive()) {
            all.add(value(path, null));
        }
        if (plain == String.class) {
            HostileValues.someTexts(random, texts).forEach(t -> all.add(value(path, t)));
        } else if (plain == int.class || plain == Integer.class) {
            HostileValues.numbers().forEach(n -> all.add(value(path, n)));
        } else if (plain == long.class || plain == Long.class) {
            HostileValues.numbers().forEach(n -> all.add(value(path, (long) n)));
        } else if (plain == boolean.class) {
            List.of(true, false).forEach(b -> all.add(value(path, b)));
        } else if (plain.isEnum()) {
            Arrays.stream(plain.getEnumConstants()).forEach(c -> all.add(value(path, c)));
        } else if (plain.isSealed()) {
            Samples.variants(plain).forEach(v -> {
                Object sample = Samples.of(v);
                all.add(value(path + "(" + v.getSimpleName() + ")", sample));
                all.addAll(inside(path + "(" + v.getSimpleName() + ")", sample));
            });
        } else if (plain.isRecord()) {
            all.addAll(inside(path, now == null ? Samples.of(plain) : now));
        }
        return all;
    }

    private List<Mutation> generic(String path, ParameterizedType type, Object now) {
        Type element = type.getActualTypeArguments()[0];
        List<Mutation> all = new ArrayList<>(List.of(value(path, null)));
        if (type.getRawType() == Map.class) {
            Type held = type.getActualTypeArguments()[1];
            Object other = held == String.class ? "v" : Samples.of((Class<?>) held);
            Object first = ((Map<?, ?>) now)
                    .values().stream().findFirst().map(v -> (Object) v).orElse(other);
            for (String text : HostileValues.someTexts(random, texts)) {
                all.add(value(path, Map.of(text, first)));
            }
            for (Mutation one : of(path + "{}", held, first)) {
                all.add(new Mutation(
                        one.path(),
                        () -> Collections.singletonMap("k", one.value().get())));
            }
            Map<String, Object> hole = new HashMap<>();
            hole.put(null, first);
            all.add(value(path, hole));
            return all;
        }
        boolean optional = type.getRawType() == Optional.class;
        Object first = optional
                ? ((Optional<?>) now).orElse(null)
                : ((List<?>) now).stream().findFirst().orElse(null);
        all.add(value(path, optional ? Optional.empty() : List.of()));
        if (first == null && element instanceof Class<?> plain && plain.isRecord()) {
            return all; // a list of its own kind, in a history say
        }
        for (Mutation one : of(path + "[]", element, first)) {
            all.add(new Mutation(
                    one.path(),
                    () -> optional
                            ? Optional.ofNullable(one.value().get())
                            : Collections.singletonList(one.value().get())));
        }
        if (!optional && first != null) {
            all.add(value(path + "[100000]", Collections.nCopies(100_000, first)));
        }
        return all;
    }

    private static Mutation value(String path, Object value) {
        String shown = String.valueOf(value);
        return new Mutation(path + "=" + shown.substring(0, Math.min(40, shown.length())), () -> value);
    }
}
