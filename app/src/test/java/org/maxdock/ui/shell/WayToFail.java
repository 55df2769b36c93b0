package org.maxdock.ui.shell;

import java.util.function.Supplier;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Place;

/**
 * One way to fail.
 *
 * @param how how it is provoked, for the table
 * @param where where the user reads of it
 * @param kind what the user reads
 * @param before makes it fail
 * @param act what the user does, before and after the mend
 * @param mend what the advice says, done
 */
record WayToFail(String how, Place where, TroubleKind kind, Step before, Act act, Step mend) {

    /** Something that is done to the world. */
    interface Step {
        void go() throws Exception;
    }

    /** Something that the user does, to be waited for. */
    sealed interface Act {}

    /** To connect, with a private key or none. */
    record Connect(Supplier<String> target, String key) implements Act {}

    /** What a page's model does when its button is pressed. */
    record ByModel(Step step) implements Act {}
}
