package org.maxdock.ui.shared;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * What is wrong now, each in its place, until it is mended: what it is about is edited, the act is begun again, the
 * question has an answer. On the window's thread.
 */
public final class Troubles {

    private final Map<Place, ReadOnlyObjectWrapper<Trouble>> now = new EnumMap<>(Place.class);
    /** Whose answer mends it; none for what was done by a click. */
    private final Map<Place, Object> askers = new EnumMap<>(Place.class);

    /** What is told no more though nothing mended it, with its asker, as long as somebody remembers it. */
    private final Map<Place, Map<Trouble, Optional<Object>>> away = new EnumMap<>(Place.class);

    private Optional<Object> asker = Optional.empty();

    Troubles() {
        for (Place place : Place.values()) {
            now.put(place, new ReadOnlyObjectWrapper<>());
            away.put(place, new WeakHashMap<>());
        }
    }

    /** What is wrong there; null for nothing. */
    public ReadOnlyObjectProperty<Trouble> at(Place place) {
        return now.get(place).getReadOnlyProperty();
    }

    /** Where a trouble is told now. */
    public Optional<Place> placeOf(Trouble trouble) {
        return now.keySet().stream().filter(p -> now.get(p).get() == trouble).findFirst();
    }

    /** Tells a trouble in the place of what was told there; what the user did is none. */
    void tell(Place place, Trouble trouble) {
        if (trouble.kind() != TroubleKind.CANCELLED) {
            if (asker.isEmpty() || asker.get() != askers.get(place)) { // who asks again knows better now
                keep(place);
            }
            askers.remove(place);
            asker.ifPresent(a -> askers.put(place, a));
            now.get(place).set(trouble);
        }
    }

    private void keep(Place place) {
        Trouble told = now.get(place).get();
        if (told != null) {
            away.get(place).put(told, Optional.ofNullable(askers.get(place)));
        }
    }

    /** The user wants to read no more of what is told there, which mends nothing. */
    public void putAway(Place place) {
        keep(place);
        askers.remove(place);
        now.get(place).set(null);
    }

    /** Whether it was told, is told no more, and nothing mended it since. */
    public boolean isPutAway(Trouble trouble) {
        return away.values().stream().anyMatch(put -> put.containsKey(trouble));
    }

    /** What it was about is another now, or is tried again. */
    public void mended(Place place) {
        away.get(place).clear();
        askers.remove(place);
        now.get(place).set(null);
    }

    /** Forgets all that is mended at once, wherever it stands: by a connection, say. */
    public void mended(Predicate<Trouble> over) {
        for (Place place : Place.values()) {
            Trouble trouble = now.get(place).get();
            if (trouble != null && over.test(trouble)) {
                mended(place);
            }
            away.get(place).keySet().removeIf(over);
        }
    }

    /** What was wrong with a server is no matter any more where there is another one, or none. */
    public void otherServer() {
        for (Place place : Place.values()) {
            if (place.isOfServer()) {
                mended(place);
            }
        }
        mended((Trouble trouble) -> trouble.kind() == TroubleKind.NOT_CONNECTED);
    }

    /** Somebody who asked in vain there has an answer. */
    void answered(Place place, Object by) {
        if (by == askers.get(place)) {
            mended(place);
        }
        away.get(place).values().removeIf(asked -> asked.filter(a -> a == by).isPresent());
    }

    /** What is told meanwhile is told by somebody who asks. */
    void tellAs(Object by, Runnable telling) {
        Optional<Object> before = asker;
        asker = Optional.of(by);
        try {
            telling.run();
        } finally {
            asker = before;
        }
    }
}
