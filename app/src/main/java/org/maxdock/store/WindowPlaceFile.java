package org.maxdock.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.Optional;
import org.maxdock.store.file.LockedFile;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** The file that keeps where the window was; of several windows the last that is closed counts. */
public final class WindowPlaceFile {

    private final LockedFile locked;
    private final JsonFile file;
    private final Json json;

    public WindowPlaceFile(Path file, Json json) {
        this.locked = LockedFile.mine(file);
        this.file = new JsonFile(locked, json, TroubleKind.FILE_UNREADABLE);
        this.json = json;
    }

    /** Empty where nothing is kept, or nothing that could be a window's place: it is nothing to be told of. */
    public Optional<WindowPlace> read() {
        try {
            return file.read().map(this::place);
        } catch (Trouble | IllegalArgumentException e) {
            System.getLogger(WindowPlaceFile.class.getName())
                    .log(System.Logger.Level.DEBUG, "the window comes up as at first", e);
            return Optional.empty();
        }
    }

    private WindowPlace place(com.fasterxml.jackson.databind.JsonNode kept) {
        try {
            return json.mapper().treeToValue(kept, WindowPlace.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Whatever is in the file. */
    public void write(WindowPlace place) throws Trouble {
        locked.write(json.bytes(place));
    }
}
