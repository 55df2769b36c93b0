package org.maxdock.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.launch.Launch;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.MountPlan;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * A folder with a Dockerfile and {@code maxdock.json}, which holds recorded identities, mappings and launches. Fields
 * that this version does not know are kept. Each change reads the file again, so that two windows do not undo each
 * other's work.
 */
public final class Project {

    public static final String FILE = "maxdock.json";
    private static final int SCHEMA = 1;
    private static final int BUILDS = 20;

    private final Path folder;
    private final Json json;

    public Project(Path folder, Json json) {
        this.folder = folder.toAbsolutePath().normalize();
        this.json = json;
    }

    public Path folder() {
        return folder;
    }

    public String name() {
        return folder.getFileName() == null ? "/" : folder.getFileName().toString();
    }

    public boolean hasFile() {
        return Files.exists(folder.resolve(FILE));
    }

    /** The record of an image; empty where none was made. */
    public Optional<ImageRecord> record(ImageReference reference) throws Trouble {
        return records().stream().filter(r -> r.reference().equals(reference)).findFirst();
    }

    /** The same for what somebody calls an image; empty also for what is no name. */
    public Optional<ImageRecord> record(String reference) throws Trouble {
        Optional<ImageReference> name = ImageReference.read(reference);
        return name.isPresent() ? record(name.get()) : Optional.empty();
    }

    /** The record of an image, which must be there. */
    public ImageRecord recordOf(String reference) throws Trouble {
        return recordOf(InvalidValue.orTrouble(() -> ImageReference.parse(reference)));
    }

    /** The same for one whose name was read. */
    public ImageRecord recordOf(ImageReference reference) throws Trouble {
        return record(reference).orElseThrow(() -> new Trouble(TroubleKind.NOT_RECORDED, reference, folder));
    }

    public List<ImageRecord> records() throws Trouble {
        return list(read(), "images", ImageRecord.class);
    }

    /**
     * Puts a record in the place of an older one of the same image, which becomes its history where it was of another
     * content.
     *
     * @return the record as it is kept
     */
    public synchronized ImageRecord put(ImageRecord record) throws Trouble {
        Optional<ImageRecord> older = record(record.reference());
        ImageRecord kept = older.isPresent() ? record.after(older.get()) : record;
        replace("images", "reference", kept.reference().toString(), kept);
        return kept;
    }

    /** The latest builds, oldest first. */
    public List<KeptBuild> builds() throws Trouble {
        return list(read(), "builds", KeptBuild.class);
    }

    /** The build that made an image; empty where it is not remembered. */
    public Optional<KeptBuild> build(String id) throws Trouble {
        return builds().stream().filter(b -> b.id().equals(id)).reduce((first, second) -> second);
    }

    /** Remembers a build, and forgets the oldest ones. */
    public synchronized void put(KeptBuild build) throws Trouble {
        ObjectNode root = read();
        ArrayNode all = root.withArray("builds");
        all.add(json.mapper().valueToTree(build));
        while (all.size() > BUILDS) {
            all.remove(0);
        }
        write(root);
    }

    public List<Mapping> mounts() throws Trouble {
        return list(read(), "mounts", Mapping.class);
    }

    public synchronized void putMounts(List<Mapping> mappings) throws Trouble {
        ObjectNode root = read();
        root.set("mounts", json.mapper().valueToTree(mappings));
        write(root);
    }

    /** The project's own mount plans; those for all projects are elsewhere ({@link Plans}). */
    public List<MountPlan> plans() throws Trouble {
        return list(read(), "plans", MountPlan.class);
    }

    /** Puts a plan in the place of an older one of the same name. */
    public synchronized void put(MountPlan plan) throws Trouble {
        replace("plans", "name", plan.name(), plan);
    }

    public synchronized void removePlan(String name) throws Trouble {
        ObjectNode root = read();
        ArrayNode rest = json.mapper().createArrayNode();
        root.path("plans").forEach(node -> {
            if (!node.path("name").asText().equals(name)) {
                rest.add(node);
            }
        });
        root.set("plans", rest);
        write(root);
    }

    public List<Launch> launches() throws Trouble {
        return list(read(), "launches", Launch.class);
    }

    /** Puts a launch in the place of an older one of the same name. */
    public synchronized void put(Launch launch) throws Trouble {
        replace("launches", "name", launch.name(), launch);
    }

    /** Writes a file of the project whole, a Dockerfile say. */
    public void writeFile(String name, String text) throws Trouble {
        WholeFile.write(folder.resolve(name), text);
    }

    private void replace(String field, String key, String name, Object value) throws Trouble {
        ObjectNode root = read();
        ArrayNode array = root.withArray(field);
        JsonNode node = json.mapper().valueToTree(value);
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i).path(key).asText().equals(name)) {
                ObjectNode merged = array.get(i).deepCopy(); // fields of a later version stay, and no others
                Arrays.stream(value.getClass().getRecordComponents()).forEach(c -> merged.remove(c.getName()));
                merged.setAll((ObjectNode) node);
                array.set(i, merged);
                write(root);
                return;
            }
        }
        array.add(node);
        write(root);
    }

    private <T> List<T> list(ObjectNode root, String field, Class<T> type) throws Trouble {
        List<T> all = new ArrayList<>();
        try {
            for (JsonNode node : root.path(field)) {
                all.add(json.mapper().treeToValue(node, type));
            }
        } catch (JsonProcessingException | RuntimeException e) {
            throw new Trouble(e, TroubleKind.PROJECT_UNREADABLE, folder.resolve(FILE), IoReason.orValue(e));
        }
        return all;
    }

    private ObjectNode read() throws Trouble {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                return json.mapper().createObjectNode().put("schema", SCHEMA);
            }
            JsonNode root = json.mapper().readTree(Files.readString(file));
            if (!(root instanceof ObjectNode object)) {
                throw new Trouble(TroubleKind.PROJECT_UNREADABLE, file, "it does not hold a JSON object");
            }
            if (object.path("schema").asInt(SCHEMA) > SCHEMA) {
                throw new Trouble(TroubleKind.PROJECT_TOO_NEW, file);
            }
            return object;
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.PROJECT_UNREADABLE, file, IoReason.of(e));
        }
    }

    private void write(ObjectNode root) throws Trouble {
        if (!Files.isDirectory(folder)) {
            throw new Trouble(TroubleKind.FOLDER_UNREADABLE, folder, "no such folder");
        }
        WholeFile.write(folder.resolve(FILE), json.write(root));
    }
}
