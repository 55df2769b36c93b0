package org.maxdock.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.maxdock.store.file.FileStamp;
import org.maxdock.store.file.LockedFile;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/** A file that holds one JSON document. A change that changes nothing writes nothing. */
final class JsonFile {

    private final LockedFile file;
    private final Json json;
    private final TroubleKind broken;
    private final TroubleKind later;

    /**
     * @param broken the trouble of a file that holds something else; its arguments are the file and the reason
     * @param later that of one that a later version wrote; its argument is the file
     */
    JsonFile(LockedFile file, Json json, TroubleKind broken, TroubleKind later) {
        this.file = file;
        this.json = json;
        this.broken = broken;
        this.later = later;
    }

    /** One of the user's own, which only MaxDock writes. */
    static JsonFile own(Path file, Json json) {
        return new JsonFile(LockedFile.mine(file), json, TroubleKind.FILE_BROKEN, TroubleKind.FILE_TOO_NEW);
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
        return new Trouble(cause, broken, file.path(), reason);
    }

    LockedFile file() {
        return file;
    }

    FileStamp stamp() throws Trouble {
        return file.stamp();
    }

    private Optional<JsonNode> parse(Optional<byte[]> bytes) throws Trouble {
        return bytes.isEmpty()
                ? Optional.empty()
                : Untrusted.of(Untrusted.LARGE, broken, file.path()).bytes(bytes.get(), this::parse);
    }

    private Optional<JsonNode> parse(byte[] bytes) throws Trouble {
        try {
            Optional<JsonNode> read = Optional.of(json.parse(bytes));
            return switch (Schema.of(read)) {
                case KNOWN -> read;
                case LATER -> throw new Trouble(later, file.path());
                case NO_VERSION -> throw trouble(null, Schema.NO_VERSION_REASON);
            };
        } catch (IOException e) {
            throw trouble(e, JsonReason.of(e));
        }
    }
}
