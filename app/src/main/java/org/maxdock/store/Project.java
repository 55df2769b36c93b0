package org.maxdock.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.maxdock.store.file.FileStamp;
import org.maxdock.store.file.LockedFile;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * A folder with a Dockerfile and {@code maxdock.json}, which holds recorded identities, mappings and launches. Each
 * look reads the file; each change is made of what the file holds then, under its lock.
 */
public final class Project implements EditableProject {

    public static final String FILE = "maxdock.json";

    private final Path folder;
    private final Json json;
    private final JsonFile file;

    public Project(Path folder, Json json) {
        this.folder = folder.toAbsolutePath().normalize();
        this.json = json;
        this.file = new JsonFile(
                LockedFile.shared(this.folder.resolve(FILE)),
                json,
                TroubleKind.PROJECT_UNREADABLE,
                TroubleKind.PROJECT_TOO_NEW);
    }

    @Override
    public Path folder() {
        return folder;
    }

    public boolean hasFile() {
        return Files.exists(folder.resolve(FILE));
    }

    /** @throws Trouble where the folder is not there, or its file is no project of this version */
    @Override
    public ProjectContents contents() throws Trouble {
        if (!Files.isDirectory(folder)) {
            throw new Trouble(TroubleKind.FOLDER_GONE, folder);
        }
        return contents(file.read());
    }

    @Override
    public ProjectContents change(ProjectEdit edit) throws Trouble {
        AtomicReference<ProjectContents> after = new AtomicReference<>();
        file.change(blank(), now -> {
            after.set(edit.of(contents(now)));
            return after.get().root();
        });
        return after.get();
    }

    /** How the file looks from outside, to see whether somebody changed it. */
    public FileStamp stamp() throws Trouble {
        return file.stamp();
    }

    /** The folder in which the file is written, where it is a link. */
    public Path writtenIn() throws Trouble {
        return file.file().folder();
    }

    /**
     * Writes a new file of the project whole.
     *
     * @param mine whether nobody else is to read it
     * @throws Trouble where there is one of that name already
     */
    public void writeNew(String name, String text, boolean mine) throws Trouble {
        Path path = folder.resolve(name);
        LockedFile file = mine ? LockedFile.mine(path) : LockedFile.shared(path);
        if (!file.writeNew(text.getBytes(StandardCharsets.UTF_8))) {
            throw new Trouble(TroubleKind.FILE_EXISTS, path);
        }
    }

    private ObjectNode blank() {
        return json.mapper().createObjectNode().put("schema", Schema.NOW);
    }

    private ProjectContents contents(Optional<JsonNode> read) throws Trouble {
        if (!(read.orElseGet(this::blank) instanceof ObjectNode root)) {
            throw file.trouble(null, JsonReason.NO_OBJECT);
        }
        return new ProjectContents(new Document(root, json, file::trouble));
    }
}
