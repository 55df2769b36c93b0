package org.maxdock.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.maxdock.image.identity.Sha256;
import org.maxdock.store.file.LockedFile;
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
        JsonFile file = JsonFile.own(file(where), json);
        Optional<JsonNode> read = file.read();
        try {
            return read.isEmpty()
                    ? Optional.empty()
                    : Optional.of(json.mapper().treeToValue(read.get(), KeptDraft.class))
                            .filter(d -> where.equals(d.where()));
        } catch (IOException | RuntimeException e) {
            throw file.trouble(e, JsonReason.of(e));
        }
    }

    /** Moves what was kept for a file out of the way, as it is, for who cannot read it; returns where it is then. */
    public Path setAside(String where) throws Trouble {
        Path file = file(where);
        try {
            for (int i = 1; true; i++) {
                Path aside = file.resolveSibling(file.getFileName() + ".unreadable" + (i == 1 ? "" : "-" + i));
                if (!Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
                    return Files.move(file, aside);
                }
            }
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNWRITABLE, file, IoReason.of(e));
        }
    }

    /** Keeps it in the place of an older one of the same file; one of a later version stays. */
    public void keep(KeptDraft draft) throws Trouble {
        isThere(draft);
        write(draft);
    }

    private void write(KeptDraft draft) throws Trouble {
        LockedFile.mine(file(draft.where())).write(json.bytes(draft));
    }

    /** The same, unless it is there already. */
    public void keepUnlessThere(KeptDraft draft) throws Trouble {
        if (!isThere(draft)) {
            write(draft);
        }
    }

    /** What is there and cannot be read is written over, unless a later version wrote it. */
    private boolean isThere(KeptDraft draft) throws Trouble {
        try {
            return of(draft.where()).equals(Optional.of(draft));
        } catch (Trouble e) {
            if (e.kind() == TroubleKind.FILE_TOO_NEW) {
                throw e;
            }
            System.getLogger(Drafts.class.getName()).log(System.Logger.Level.DEBUG, "an unreadable draft", e);
            return false;
        }
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
