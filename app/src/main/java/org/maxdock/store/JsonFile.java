package org.maxdock.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.maxdock.store.file.FileStamp;
import org.maxdock.store.file.LockedFile;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** A file that holds one JSON document. A change that changes nothing writes nothing. */
final class JsonFile {

    private final LockedFile file;
    private final Json json;
    private final TroubleKind unreadable;

    /** @param unreadable the trouble of a file that is not JSON; its arguments are the file and the reason */
    JsonFile(LockedFile file, Json json, TroubleKind unreadable) {
        this.file = file;
        this.json = json;
        this.unreadable = unreadable;
    }

    /** Makes a new document of the one that is there; the given one stays as it is. */
    interface Change {
        JsonNode of(Optional<JsonNode> now) throws Trouble;
    }

    Optional<JsonNode> read() throws Trouble {
        return parse(file.read());
    }

    /** @param blank what stands for a file that is not there: where a change leaves that, none is made */
    void change(JsonNode blank, Change change) throws Trouble {
        file.change(bytes -> {
            Optional<JsonNode> now = parse(bytes);
            JsonNode next = change.of(now);
            return next.equals(now.orElse(blank)) ? Optional.empty() : Optional.of(json.bytes(next));
        });
    }

    Trouble trouble(Throwable cause, Object reason) {
        return new Trouble(cause, unreadable, file.path(), reason);
    }

    LockedFile file() {
        return file;
    }

    FileStamp stamp() throws Trouble {
        return file.stamp();
    }

    private Optional<JsonNode> parse(Optional<byte[]> bytes) throws Trouble {
        try {
            return bytes.isEmpty() ? Optional.empty() : Optional.of(json.parse(bytes.get()));
        } catch (IOException e) {
            throw trouble(e, JsonReason.of(e));
        }
    }
}
