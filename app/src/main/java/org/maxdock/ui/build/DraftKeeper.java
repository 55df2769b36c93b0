package org.maxdock.ui.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maxdock.operation.FileContent;
import org.maxdock.store.Drafts;
import org.maxdock.store.KeptDraft;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Background;

/** Keeps edits that were not saved on the disk, in the order in which they were made, so that they outlive a crash. */
final class DraftKeeper {

    private final Background background;
    private final Drafts drafts;
    private final Map<String, Optional<KeptDraft>> wanted = new LinkedHashMap<>();
    private final Map<String, Optional<KeptDraft>> kept = new HashMap<>();
    private final Map<String, Optional<KeptDraft>> failed = new HashMap<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean writing;

    DraftKeeper(Background background, Drafts drafts) {
        this.background = background;
        this.drafts = drafts;
    }

    /** @param lost why there are edits that cannot be had back; empty where there are none */
    record Found(Optional<KeptDraft> draft, Optional<Trouble> lost) {}

    /**
     * What was kept; what cannot be read is set aside, but for what a later version wrote. Not on the window's thread.
     */
    Found of(String where) {
        try {
            return new Found(drafts.of(where), Optional.empty());
        } catch (Trouble e) {
            boolean later = e.kind() == TroubleKind.FILE_TOO_NEW;
            return new Found(Optional.empty(), Optional.of(later ? e : setAside(where, e)));
        }
    }

    private Trouble setAside(String where, Trouble why) {
        try {
            return new Trouble(why, TroubleKind.DRAFT_UNREADABLE, where, drafts.setAside(where));
        } catch (Trouble e) {
            e.addSuppressed(why);
            return e;
        }
    }

    /** @param unsaved what is in the editor; empty where the file has it */
    void keep(String where, FileContent base, Optional<String> unsaved, Runnable then) {
        Optional<KeptDraft> draft = unsaved.map(text -> new KeptDraft(where, base.raw(), text));
        if (draft.isPresent() && !draft.equals(failed.get(where))) {
            kept.remove(where); // another window may have saved or forgotten its own there meanwhile
        }
        wanted.put(where, draft);
        waiting.add(then);
        write();
    }

    private void write() {
        if (writing) {
            return;
        }
        wanted.entrySet().removeIf(e -> e.getValue().equals(kept.get(e.getKey())));
        if (wanted.isEmpty()) {
            List<Runnable> done = List.copyOf(waiting);
            waiting.clear();
            done.forEach(Runnable::run);
            return;
        }
        var next = wanted.entrySet().iterator().next();
        String where = next.getKey();
        Optional<KeptDraft> draft = next.getValue();
        writing = true;
        background.quietly(
                a -> {
                    if (draft.isPresent()) {
                        drafts.keepUnlessThere(draft.get());
                    } else {
                        drafts.forget(where);
                    }
                    return where;
                },
                done -> written(where, draft),
                trouble -> {
                    background.trouble(trouble);
                    failed.put(where, draft); // it is not tried again until something else is typed
                    written(where, draft);
                });
    }

    private void written(String where, Optional<KeptDraft> draft) {
        writing = false;
        kept.put(where, draft);
        write();
    }
}
