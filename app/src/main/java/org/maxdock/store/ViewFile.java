package org.maxdock.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;
import org.maxdock.store.file.LockedFile;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * The file that keeps how something was looked at, and nothing that anybody made; of several windows the last that is
 * closed counts.
 *
 * @param <T> a record
 */
public final class ViewFile<T> {

    private final LockedFile locked;
    private final JsonFile file;
    private final Json json;
    private final Class<T> kind;

    public ViewFile(Path file, Json json, Class<T> kind) {
        this.locked = LockedFile.mine(file);
        this.file = new JsonFile(locked, json, TroubleKind.FILE_BROKEN, TroubleKind.FILE_TOO_NEW);
        this.json = json;
        this.kind = kind;
    }

    /** Empty where nothing is kept, or nothing that could be what it is for: it is nothing to be told of. */
    public Optional<T> read() {
        try {
            return file.read().map(this::value);
        } catch (Trouble | IllegalArgumentException e) {
            System.getLogger(ViewFile.class.getName())
                    .log(System.Logger.Level.DEBUG, "it is shown as at first: " + locked.path(), e);
            return Optional.empty();
        }
    }

    private T value(JsonNode kept) {
        try {
            return json.mapper().treeToValue(kept, kind);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Whatever is in the file. */
    public void write(T value) throws Trouble {
        locked.write(json.bytes(value));
    }
}
