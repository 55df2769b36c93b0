package org.maxdock.generated;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.maxdock.text.InvalidValue;

/** A record with one of its components, however deep, being another; so that a new component is there, too. */
public final class OneChanged {

    /** @param path which component */
    public record Change<T>(String path, T value) {

        @Override
        public String toString() {
            return path;
        }
    }

    private static final int MOST_TEXTS = 2;

    private OneChanged() {}

    /** Of each component at least one other value; of sealed and enumerated ones each. */
    public static <T extends Record> List<Change<T>> of(T record) {
        @SuppressWarnings("unchecked") // made of the same components
        Class<T> type = (Class<T>) record.getClass();
        List<Change<T>> all = new ArrayList<>();
        RecordComponent[] components = type.getRecordComponents();
        Record full = (Record) Samples.of(type);
        for (int at = 0; at < components.length; at++) {
            int before = all.size();
            for (Change<?> other : others(components[at], record, full)) {
                if (components[at].getType() == String.class && all.size() - before == MOST_TEXTS) {
                    break;
                }
                Object[] values = Arrays.stream(components)
                        .map(c -> Samples.get(c, record))
                        .toArray();
                values[at] = other.value();
                try {
                    T made = type.cast(Samples.make(type, values));
                    if (!made.equals(record)) {
                        all.add(new Change<>(components[at].getName() + other.path(), made));
                    }
                } catch (InvalidValue refused) {
                    // another that would not go with the rest: the next is tried
                }
            }
            if (all.size() == before) {
                throw new AssertionError("no other value of " + components[at]);
            }
        }
        return all;
    }

    private static List<Change<?>> others(RecordComponent component, Record record, Record full) {
        Class<?> type = component.getType();
        Object now = Samples.get(component, record);
        List<Change<?>> others = new ArrayList<>();
        if (type == boolean.class) {
            others.add(new Change<>("", !(boolean) now));
        } else if (type.isEnum()) {
            Arrays.stream(type.getEnumConstants()).forEach(c -> others.add(new Change<>("=" + c, c)));
        } else if (now instanceof Record inner && !type.isInterface()) {
            of(inner).forEach(change -> others.add(new Change<>("." + change.path(), change.value())));
        } else if (type == String.class) {
            List.of("/other", "other").forEach(text -> others.add(new Change<>("", text + now)));
            Samples.TEXTS.forEach(text -> others.add(new Change<>("", text)));
        }
        Object sample = Samples.get(component, full);
        if (!Objects.equals(sample, now) && others.isEmpty()) {
            others.add(new Change<>("", sample));
        }
        return others;
    }
}
