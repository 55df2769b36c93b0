package org.maxdock.store;

import java.util.Optional;

/**
 * What an edit of an entry began with. Where somebody else has put another one there meanwhile, that is told, and
 * nothing is to be written. Asked by the writer of the file, and when it is done by whoever wanted the edit.
 *
 * @param <T> the entry, compared by its value
 */
public final class Begun<T> {

    private final Optional<T> from;
    private volatile Optional<T> other = Optional.empty();

    /** @param from the entry as it was then; empty where there was none of its name */
    public Begun(Optional<T> from) {
        this.from = from;
    }

    /**
     * Whether nobody's work is lost when an entry is written.
     *
     * @param now what has its name in the file; empty for none
     */
    public boolean allows(T fresh, Optional<T> now) {
        other = now.filter(there -> !there.equals(fresh) && !from.equals(Optional.of(there)));
        return other.isEmpty();
    }

    /** Whether it began with an entry of that name, and not with none. */
    public boolean isOfEntry() {
        return from.isPresent();
    }

    /** The entry that was there instead; empty where there was none, or the one that it began with. */
    public Optional<T> other() {
        return other;
    }
}
