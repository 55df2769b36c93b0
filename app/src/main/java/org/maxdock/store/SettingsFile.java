package org.maxdock.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.maxdock.text.Trouble;

/**
 * The file of the user's settings. A change is made of what it holds then, so that the window does not undo what a
 * command set meanwhile; only what it changes is written, so that what a later version wrote stays.
 */
public final class SettingsFile {

    private final JsonFile file;
    private final Json json;

    public SettingsFile(Path file, Json json) {
        this.file = JsonFile.own(file, json);
        this.json = json;
    }

    public static SettingsFile in(ConfigFolder folder, Json json) {
        return new SettingsFile(folder.resolve("settings.json"), json);
    }

    /** The settings; the built-in ones where there is no file. */
    public Settings read() throws Trouble {
        return settings(object(file.read()));
    }

    /** Changes them, and returns what they are then. */
    public Settings change(UnaryOperator<Settings> change) throws Trouble {
        AtomicReference<Settings> after = new AtomicReference<>();
        file.change(json.mapper().createObjectNode(), now -> {
            ObjectNode root = object(now);
            Settings before = settings(root);
            after.set(change.apply(before));
            return new Merge(json).with(root, after.get());
        });
        return after.get();
    }

    private ObjectNode object(Optional<JsonNode> read) throws Trouble {
        if (read.orElseGet(() -> json.mapper().createObjectNode()) instanceof ObjectNode root) {
            return root;
        }
        throw file.trouble(null, JsonReason.NO_OBJECT);
    }

    private Settings settings(ObjectNode root) throws Trouble {
        try {
            return json.mapper().treeToValue(root, Settings.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException | RuntimeException e) {
            throw file.trouble(e, JsonReason.of(e));
        }
    }
}
