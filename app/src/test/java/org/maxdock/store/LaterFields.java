package org.maxdock.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Merging as the files of this room do it, for tests of all that files hold. */
public final class LaterFields {

    private static final String FIELD = "later-version";

    private final Json json = new Json();

    /** The value as a document in which each object, however deep, has a field of a later version, too. */
    public JsonNode document(Object value) {
        JsonNode root = json.mapper().valueToTree(value);
        fill(root, root, value);
        return root;
    }

    private void fill(JsonNode node, JsonNode root, Object value) {
        node.forEach(inner -> fill(inner, root, value));
        if (node instanceof ObjectNode object) {
            object.put(FIELD, object.hashCode());
            if (!isStill(root, value)) {
                object.remove(FIELD); // its fields are the user's: labels
            }
        }
    }

    private boolean isStill(JsonNode root, Object value) {
        try {
            return read(root, value.getClass()).equals(value);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    public JsonNode tree(Object value) {
        return json.mapper().valueToTree(value);
    }

    public Object read(JsonNode node, Class<?> type) throws Exception {
        return json.mapper().treeToValue(node, type);
    }

    public JsonNode merged(JsonNode old, Object value) {
        return new Merge(json).with(old, value);
    }

    /** Where a document has such fields, as JSON pointers. */
    public static List<String> places(JsonNode node) {
        List<String> all = new ArrayList<>();
        collect(node, "", all);
        return all;
    }

    private static void collect(JsonNode node, String at, List<String> all) {
        if (node instanceof ObjectNode object) {
            if (object.has(FIELD)) {
                all.add(at + "=" + object.get(FIELD));
            }
            object.properties().stream()
                    .filter(f -> !f.getKey().equals(FIELD))
                    .forEach(f -> collect(f.getValue(), at + "/" + f.getKey(), all));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                collect(array.get(i), at + "/" + i, all);
            }
        }
    }
}
