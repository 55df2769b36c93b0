package org.maxdock.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** One place in a document, and what is put there. */
public record JsonChange(String pointer) {

    public static List<JsonChange> of(JsonNode root) {
        List<JsonChange> all = new ArrayList<>();
        collect(root, "", all);
        return all;
    }

    private static void collect(JsonNode node, String pointer, List<JsonChange> all) {
        if (!pointer.isEmpty()) {
            all.add(new JsonChange(pointer));
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(e -> collect(e.getValue(), pointer + "/" + e.getKey(), all));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                collect(array.get(i), pointer + "/" + i, all);
            }
        }
    }

    /** Also of other kinds than belong there; a missing node stands for an absent field. */
    public List<JsonNode> values(List<String> texts) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> all = new ArrayList<>();
        for (String text : List.of(
                "null",
                "true",
                "-1",
                "0",
                "1.5",
                "1e99",
                "99999999999999999999",
                "\"\"",
                "[]",
                "{}",
                "[null]",
                "[[[]]]",
                "{\"kind\": \"web\"}")) {
            all.add(mapper.readTree(text));
        }
        texts.forEach(t -> all.add(mapper.getNodeFactory().textNode(t)));
        all.add(mapper.missingNode());
        return all;
    }

    public JsonNode with(JsonNode root, JsonNode value) {
        JsonNode changed = root.deepCopy();
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = changed.at(pointer.substring(0, slash));
        String name = pointer.substring(slash + 1);
        if (parent instanceof ObjectNode object) {
            if (value.isMissingNode()) {
                object.remove(name);
            } else {
                object.set(name, value);
            }
        } else if (parent instanceof ArrayNode array) {
            if (value.isMissingNode()) {
                array.remove(Integer.parseInt(name));
            } else {
                array.set(Integer.parseInt(name), value);
            }
        }
        return changed;
    }

    @Override
    public String toString() {
        return pointer;
    }
}
