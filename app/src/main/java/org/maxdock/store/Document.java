package org.maxdock.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.maxdock.text.Trouble;

/**
 * A JSON object with lists of records in it, never changed: each change makes another one. Fields that this version
 * does not know stay, those of entries, too, and entries that are not changed stay as they are.
 */
final class Document {

    private final ObjectNode root;
    private final Json json;
    private final BiFunction<Exception, Object, Trouble> trouble;

    /** @param trouble what is thrown for an entry that is not valid, with the entry and the reason */
    Document(ObjectNode root, Json json, BiFunction<Exception, Object, Trouble> trouble) {
        this.root = root;
        this.json = json;
        this.trouble = trouble;
    }

    JsonNode root() {
        return root;
    }

    /** The entries of a list; none where there is no such field. */
    <T> List<T> list(String field, Class<T> type) throws Trouble {
        List<T> all = new ArrayList<>();
        for (JsonNode node : array(field)) {
            all.add(value(node, field + "[" + all.size() + "]" + name(node), type));
        }
        return List.copyOf(all);
    }

    /**
     * What a list holds that this version can read, and what it cannot.
     *
     * @param others as they stand
     */
    record Entries<T>(List<T> read, List<JsonNode> others) {
        Entries {
            read = List.copyOf(read);
            others = List.copyOf(others);
        }
    }

    /** The entries of a list that nobody writes by hand: one that is not valid takes no other with it. */
    <T> Entries<T> entries(String field, Class<T> type) throws Trouble {
        List<T> read = new ArrayList<>();
        List<JsonNode> others = new ArrayList<>();
        for (JsonNode node : array(field)) {
            try {
                read.add(value(node, field + "[" + (read.size() + others.size()) + "]" + name(node), type));
            } catch (Trouble e) {
                System.getLogger(Document.class.getName()).log(System.Logger.Level.DEBUG, "passed over", e);
                others.add(node);
            }
        }
        return new Entries<>(read, others);
    }

    private <T> T value(JsonNode node, String entry, Class<T> type) throws Trouble {
        if (!node.isObject()) {
            throw trouble.apply(null, JsonReason.noObject(entry));
        }
        try {
            return json.mapper().treeToValue(node, type);
        } catch (JsonProcessingException | RuntimeException e) {
            throw trouble.apply(e, JsonReason.in(entry, e));
        }
    }

    /** The texts of a list; none where there is no such field. */
    List<String> texts(String field) throws Trouble {
        List<String> all = new ArrayList<>();
        for (JsonNode node : array(field)) {
            if (!node.isTextual()) {
                throw trouble.apply(null, JsonReason.noText(field + "[" + all.size() + "]"));
            }
            all.add(node.textValue());
        }
        return List.copyOf(all);
    }

    /** By which name people know an entry. */
    private static String name(JsonNode node) {
        String name = node.path("name").asText(node.path("reference").asText(""));
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.isEmpty() ? "" : " \"" + plain.substring(0, Math.min(60, plain.length())) + "\"";
    }

    private ArrayNode array(String field) throws Trouble {
        JsonNode found = root.path(field);
        if (found.isMissingNode()) {
            return json.mapper().createArrayNode();
        }
        if (found instanceof ArrayNode array) {
            return array;
        }
        throw trouble.apply(null, JsonReason.noList(field));
    }

    /** With another list, in which of an entry that was there already only what changed is another. */
    Document with(String field, List<?> values) throws Trouble {
        ArrayNode old = array(field);
        ArrayNode next = new Merge(json).with(old, values);
        return old.isEmpty() && next.isEmpty() ? this : with(field, next);
    }

    /** With a value in the place of the entry of that name, or at the end. */
    Document put(String field, String key, String name, Object value) throws Trouble {
        return put(field, node -> node.path(key).asText().equals(name), value);
    }

    /** With a value in the place of the entry that is the one, or at the end. */
    Document put(String field, Predicate<JsonNode> which, Object value) throws Trouble {
        return put(field, which, value, new Merge(json)::with);
    }

    /**
     * The same for a value that is about something else than the one in whose place it is ({@link Merge#successor}).
     */
    Document putSuccessor(String field, Predicate<JsonNode> which, Object value) throws Trouble {
        return put(field, which, value, new Merge(json)::successor);
    }

    private Document put(
            String field, Predicate<JsonNode> which, Object value, BiFunction<JsonNode, Object, JsonNode> merge)
            throws Trouble {
        ArrayNode array = array(field).deepCopy();
        for (int i = 0; i < array.size(); i++) {
            if (which.test(array.get(i))) {
                array.set(i, merge.apply(array.get(i), value));
                return with(field, array);
            }
        }
        return with(field, array.add(json.mapper().<JsonNode>valueToTree(value)));
    }

    /** With a value at the end of a list, which loses its first ones where it gets too long. */
    Document append(String field, Object value, int most) throws Trouble {
        ArrayNode array = array(field).deepCopy().add(json.mapper().<JsonNode>valueToTree(value));
        while (array.size() > most) {
            array.remove(0);
        }
        return with(field, array);
    }

    Document without(String field, Predicate<JsonNode> which) throws Trouble {
        ArrayNode rest = json.mapper().createArrayNode();
        for (JsonNode node : array(field)) {
            if (!which.test(node)) {
                rest.add(node);
            }
        }
        return rest.size() == array(field).size() ? this : with(field, rest);
    }

    /**
     * With an entry that an earlier document has, as it is there and in its place there; where this has one of that
     * kind itself, or the earlier one has none, it is this.
     */
    Document withBack(String field, Predicate<JsonNode> which, Document earlier) throws Trouble {
        ArrayNode before = earlier.array(field);
        ArrayNode now = array(field).deepCopy();
        for (JsonNode node : now) {
            if (which.test(node)) {
                return this;
            }
        }
        for (int i = 0; i < before.size(); i++) {
            if (which.test(before.get(i))) {
                now.insert(Math.min(i, now.size()), before.get(i).deepCopy());
                return with(field, now);
            }
        }
        return this;
    }

    private Document with(String field, ArrayNode array) {
        ObjectNode next = root.deepCopy();
        next.set(field, array);
        return new Document(next, json, trouble);
    }
}
