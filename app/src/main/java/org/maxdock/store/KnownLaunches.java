package org.maxdock.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.Sha256;
import org.maxdock.launch.Launch;
import org.maxdock.text.Trouble;

/**
 * The launches that the user has made, started or looked at, and the images that they recorded or started, by their
 * digests: each change makes another one of them. Kept for the user alone; of very many the oldest are forgotten.
 */
public final class KnownLaunches {

    private static final int KEPT = 5_000;

    private final JsonFile file;
    private final Json json;

    public KnownLaunches(Path file, Json json) {
        this.file = JsonFile.own(file, json);
        this.json = json;
    }

    /** Those of a user, beside the settings. */
    public static KnownLaunches in(ConfigFolder folder, Json json) {
        return new KnownLaunches(folder.resolve("known-launches.json"), json);
    }

    /** @param whole with the mappings of its plans */
    public boolean knows(Launch whole) throws Trouble {
        return digests(file.read()).contains(digest(whole));
    }

    /** Whether the user has recorded that image, or started it. */
    public boolean knowsImage(ImageRecord record) throws Trouble {
        List<String> all = digests(file.read());
        return all.contains(digest(record))
                || !all.contains(digest(record.reference())) && all.contains(digest("image " + record.content()));
    }

    /** Whether the user has recorded or started an image of that name, be it another one. */
    public boolean knowsName(ImageReference reference) throws Trouble {
        return digests(file.read()).contains(digest(reference));
    }

    public void addImage(ImageRecord record) throws Trouble {
        add(List.of(digest(record), digest(record.reference())));
    }

    /** @param whole with the mappings of its plans */
    public void add(Launch whole) throws Trouble {
        add(List.of(digest(whole)));
    }

    private void add(List<String> digests) throws Trouble {
        if (digests(file.read()).containsAll(digests)) {
            return;
        }
        file.change(json.mapper().createArrayNode(), now -> {
            List<String> all = new ArrayList<>(digests(now));
            all.removeAll(digests);
            all.addAll(digests);
            return json.mapper().valueToTree(all.subList(Math.max(0, all.size() - KEPT), all.size()));
        });
    }

    private String digest(Launch whole) {
        return Sha256.of(json.bytes(whole));
    }

    /**
     * Of all by which a launch knows it: its ID too, by which a node finds it. An earlier version kept neither that nor
     * the name.
     */
    private static String digest(ImageRecord record) {
        return digest("image " + record.content() + " " + record.identity().id());
    }

    private static String digest(ImageReference reference) {
        return digest("name " + reference);
    }

    private static String digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> digests(Optional<JsonNode> read) throws Trouble {
        if (read.isEmpty()) {
            return List.of();
        }
        if (!(read.get() instanceof ArrayNode array)) {
            throw file.trouble(null, JsonReason.NO_LIST);
        }
        List<String> all = new ArrayList<>();
        array.forEach(node -> all.add(node.asText()));
        return all;
    }
}
