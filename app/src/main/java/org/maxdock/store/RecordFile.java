package org.maxdock.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.store.file.LockedFile;
import org.maxdock.text.IoReason;
import org.maxdock.text.Reason;
import org.maxdock.text.RegularFile;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** A record by itself, to be handed to a colleague. */
public final class RecordFile {

    private static final Reason NO_RECORD = Reason.of("reason.no-record", "it holds no record of an image");

    private static final String KIND = "maxdock-image-record";

    private final Json json;

    public RecordFile(Json json) {
        this.json = json;
    }

    public String write(ImageRecord record) {
        ObjectNode root = json.mapper().createObjectNode().put("kind", KIND).put("schema", Schema.NOW);
        root.set("record", json.mapper().valueToTree(record));
        return json.write(root);
    }

    /** @throws Trouble also where there is no such folder: one that is only mistyped is not to be made */
    public void write(ImageRecord record, Path file) throws Trouble {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new Trouble(TroubleKind.FOLDER_GONE, folder);
        }
        LockedFile.shared(file).write(write(record).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Trouble where it is no such file, or one of a later version */
    public ImageRecord read(Path file) throws Trouble {
        Optional<byte[]> bytes = RegularFile.read(file);
        if (bytes.isEmpty()) {
            throw new Trouble(TroubleKind.FILE_UNREADABLE, file, IoReason.NONE);
        }
        return read(bytes.get(), file.toString());
    }

    /** @param file what is said to have been read */
    public ImageRecord read(byte[] bytes, String file) throws Trouble {
        try {
            JsonNode root = json.parse(bytes);
            if (!root.path("kind").asText().equals(KIND)) {
                throw new Trouble(TroubleKind.RECORD_UNREADABLE, file, NO_RECORD);
            }
            if (Schema.of(Optional.of(root)) == Schema.LATER) {
                throw new Trouble(TroubleKind.FILE_TOO_NEW, file);
            }
            ImageRecord record = json.mapper().treeToValue(root.path("record"), ImageRecord.class);
            if (record == null) {
                throw new Trouble(TroubleKind.RECORD_UNREADABLE, file, NO_RECORD);
            }
            return record;
        } catch (IOException | RuntimeException e) {
            throw new Trouble(e, TroubleKind.RECORD_UNREADABLE, file, JsonReason.of(e));
        }
    }
}
