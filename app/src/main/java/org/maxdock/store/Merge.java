package org.maxdock.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What becomes of a JSON node when the value that was read from it is changed: only what the change is about is
 * written, however deep it is. What this version did not read of it stays, and what it read otherwise stays as it is
 * spelled.
 */
final class Merge {

    /** By which entries of a list are known, the surest first. */
    private static final List<String> KEYS = List.of("mark", "id", "signer", "reference", "name", "container", "host");

    private final Json json;

    Merge(Json json) {
        this.json = json;
    }

    /** An entry as it stands, and what this version reads of it; missing where it cannot read it. */
    private record Entry(JsonNode stands, JsonNode read) {}

    /** @param old from which a value of the same type was read; one that is none of these is replaced */
    JsonNode with(JsonNode old, Object value) {
        return merged(new Entry(old, read(old, value.getClass())), tree(value));
    }

    /**
     * A value of which hardly anything is about the same as that of the old one: of that only the fields stay that this
     * version does not know, and entries of its lists. The value may have the old one in a list of its own.
     */
    JsonNode successor(JsonNode old, Object value) {
        JsonNode read = read(old, value.getClass());
        if (!(old instanceof ObjectNode was && read instanceof ObjectNode known)) {
            return tree(value);
        }
        ObjectNode next = tree(value);
        for (var field : List.copyOf(next.properties())) {
            String name = field.getKey();
            if (field.getValue() instanceof ArrayNode list) {
                List<Entry> entries = entries(was.path(name), known.path(name));
                entries.add(new Entry(emptied(was, name), emptied(known, name)));
                next.set(name, list(entries, list));
            }
        }
        was.properties().stream()
                .filter(f -> !known.has(f.getKey()) && !next.has(f.getKey()))
                .forEach(f -> next.set(f.getKey(), f.getValue()));
        return next;
    }

    private static ObjectNode emptied(ObjectNode node, String list) {
        ObjectNode copy = node.deepCopy();
        copy.putArray(list);
        return copy;
    }

    /** The same for a list of values. */
    ArrayNode with(ArrayNode old, List<?> values) {
        List<Entry> entries = new ArrayList<>();
        ArrayNode fresh = json.mapper().createArrayNode();
        values.forEach(value -> fresh.add(json.mapper().<JsonNode>valueToTree(value)));
        old.forEach(node -> entries.add(new Entry(
                node,
                values.isEmpty()
                        ? MissingNode.getInstance()
                        : read(node, values.getFirst().getClass()))));
        return list(entries, fresh);
    }

    private ObjectNode tree(Object value) {
        return json.mapper().valueToTree(value);
    }

    private JsonNode read(JsonNode node, Class<?> type) {
        try {
            return json.mapper().valueToTree(json.mapper().treeToValue(node, type));
        } catch (JsonProcessingException | RuntimeException e) {
            System.getLogger(Merge.class.getName()).log(System.Logger.Level.DEBUG, "replaced as a whole", e);
            return MissingNode.getInstance();
        }
    }

    private static JsonNode merged(Entry old, JsonNode fresh) {
        if (old.read().equals(fresh)) {
            return old.stands();
        }
        if (old.stands() instanceof ObjectNode was
                && old.read() instanceof ObjectNode known
                && fresh instanceof ObjectNode next) {
            return object(was, known, next);
        }
        if (old.stands() instanceof ArrayNode && fresh instanceof ArrayNode next) {
            return list(entries(old.stands(), old.read()), next);
        }
        return fresh;
    }

    private static ObjectNode object(ObjectNode was, ObjectNode known, ObjectNode fresh) {
        ObjectNode merged = was.deepCopy();
        known.fieldNames().forEachRemaining(name -> {
            if (!fresh.has(name)) {
                merged.remove(name);
            }
        });
        fresh.properties().forEach(field -> {
            String name = field.getKey();
            if (!field.getValue().equals(known.get(name))) {
                merged.set(name, merged(new Entry(was.path(name), known.path(name)), field.getValue()));
            }
        });
        return merged;
    }

    /** Entries that were read one by one; where some were left out, none can be told from the others. */
    private static List<Entry> entries(JsonNode was, JsonNode known) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < was.size() && known.size() == was.size(); i++) {
            entries.add(new Entry(was.get(i), known.path(i)));
        }
        return entries;
    }

    /** First what is in both lists, then what has the same key in both. */
    private static ArrayNode list(List<Entry> old, ArrayNode fresh) {
        List<Entry> left = new ArrayList<>(old);
        List<JsonNode> next = new ArrayList<>();
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            JsonNode entry = fresh.get(i);
            int same = find(left, e -> e.read().equals(entry));
            next.add(same < 0 ? entry : left.remove(same).stands());
            if (same < 0) {
                changed.add(i);
            }
        }
        for (String key : KEYS) {
            changed.removeIf(i -> {
                String value = fresh.get(i).path(key).textValue();
                Predicate<JsonNode> isIt =
                        node -> value != null && value.equals(node.path(key).textValue());
                boolean sure = left.stream().filter(e -> isIt.test(e.read())).count() == 1
                        && changed.stream()
                                        .filter(at -> isIt.test(fresh.get(at)))
                                        .count()
                                == 1;
                if (sure) {
                    next.set(i, merged(left.remove(find(left, e -> isIt.test(e.read()))), fresh.get(i)));
                }
                return sure;
            });
        }
        ArrayNode list = fresh.arrayNode();
        next.forEach(list::add);
        return list;
    }

    private static int find(List<Entry> entries, Predicate<Entry> which) {
        for (int i = 0; i < entries.size(); i++) {
            if (which.test(entries.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
