package org.maxdock.ui.launch;

import java.util.Optional;
import org.maxdock.launch.Launch;
import org.maxdock.text.Trouble;

/** What a draft is: a launch, or not yet one. */
public sealed interface Drafted {

    record Ready(Launch made) implements Drafted {}

    /** @param field the first that is not what it is meant to be */
    record Wrong(DraftField field, Trouble trouble) implements Drafted {}

    default Optional<Launch> launch() {
        return this instanceof Ready ready ? Optional.of(ready.made()) : Optional.empty();
    }

    /** What is wrong with a field, if that is the first. */
    default Optional<Trouble> trouble(DraftField field) {
        return this instanceof Wrong wrong && wrong.field() == field ? Optional.of(wrong.trouble()) : Optional.empty();
    }
}
