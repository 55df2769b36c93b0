package org.maxdock.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** A record by itself, to be handed to a colleague. */
public final class RecordFile {

    private static final String KIND = "maxdock-image-record";
    private static final int SCHEMA = 1;
    private static final long LIMIT = 16 << 20;

    private final Json json;

    public RecordFile(Json json) {
        this.json = json;
    }

    public String write(ImageRecord record) {
        ObjectNode root = json.mapper().createObjectNode().put("kind", KIND).put("schema", SCHEMA);
        root.set("record", json.mapper().valueToTree(record));
        return json.write(root);
    }

    /** @throws Trouble also where there is no such folder: one that is only mistyped is not to be made */
    public void write(ImageRecord record, Path file) throws Trouble {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new Trouble(TroubleKind.FOLDER_UNREADABLE, folder, "no such folder");
        }
        WholeFile.write(file, write(record));
    }

    /** @throws Trouble where it is no such file, or one of a later version */
    public ImageRecord read(Path file) throws Trouble {
        try {
            if (Files.size(file) > LIMIT) {
                throw new Trouble(TroubleKind.RECORD_UNREADABLE, file, "it is too large");
            }
            JsonNode root = json.mapper().readTree(Files.readString(file));
            if (root == null || !root.path("kind").asText().equals(KIND)) {
                throw new Trouble(TroubleKind.RECORD_UNREADABLE, file, "it holds no record of an image");
            }
            if (root.path("schema").asInt() > SCHEMA) {
                throw new Trouble(TroubleKind.PROJECT_TOO_NEW, file);
            }
            return json.mapper().treeToValue(root.path("record"), ImageRecord.class);
        } catch (JsonProcessingException | RuntimeException e) {
            throw new Trouble(e, TroubleKind.RECORD_UNREADABLE, file, IoReason.orValue(e));
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNREADABLE, file, IoReason.of(e));
        }
    }
}
