package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.text.Message;

/**
 * What launches of the user left behind, and what nothing follows from.
 *
 * @param found what is left
 * @param others how many containers bear labels of the user's launches, though none of these gave them any: an image
 *     may, and whoever is on the engine
 * @param unreadJobs how many of the user's jobs could not be read: they may be left over, and where there is one,
 *     nothing is taken for left over because its job is not in the queue
 */
public record WhatIsLeft(List<Leftover> found, int others, int unreadJobs) {

    public WhatIsLeft {
        found = List.copyOf(found);
    }

    /** That and nothing else. */
    public static WhatIsLeft of(List<Leftover> found) {
        return new WhatIsLeft(found, 0, 0);
    }

    /** Both, of two places; the queue is the same at each. */
    public WhatIsLeft and(WhatIsLeft more) {
        List<Leftover> all = new ArrayList<>(found);
        all.addAll(more.found);
        return new WhatIsLeft(all, others + more.others, Math.max(unreadJobs, more.unreadJobs));
    }

    /** What is to be said of what was passed over. */
    public List<Message> notes() {
        List<Message> notes = new ArrayList<>();
        if (others > 0) {
            notes.add(Message.of("containers.not-yours", others));
        }
        if (unreadJobs > 0) {
            notes.add(Message.of("jobs.unread.left", unreadJobs));
        }
        return notes;
    }
}
