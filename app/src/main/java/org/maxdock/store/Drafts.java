package org.maxdock.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.maxdock.image.identity.Sha256;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Edits that were not saved, so that they outlive the program: a file each, for the user alone. */
public final class Drafts {

    private final Path folder;
    private final Json json;

    public Drafts(Path folder, Json json) {
        this.folder = folder;
        this.json = json;
    }

    /** What was kept for a file; empty where nothing was. */
    public Optional<KeptDraft> of(String where) throws Trouble {
        Path file = file(where);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(json.mapper().readValue(Files.readString(file), KeptDraft.class))
                            .filter(d -> where.equals(d.where()) && d.base() != null && d.text() != null)
                    : Optional.empty();
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNREADABLE, file, IoReason.of(e));
        }
    }

    /** Keeps it in the place of an older one of the same file. */
    public void keep(KeptDraft draft) throws Trouble {
        WholeFile.writePrivate(file(draft.where()), json.write(draft));
    }

    public void forget(String where) throws Trouble {
        Path file = file(where);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNWRITABLE, file, IoReason.of(e));
        }
    }

    private Path file(String where) {
        return folder.resolve(Sha256.of(where.getBytes(StandardCharsets.UTF_8)) + ".json");
    }
}
