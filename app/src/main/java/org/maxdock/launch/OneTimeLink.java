package org.maxdock.launch;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * A path that leads on to an application's first page, token and all, for the first who asks. Only the user's browser
 * is given it; so when it is asked for once more, somebody has seen what nobody should, or the browser was made to ask
 * again: the user is told.
 */
final class OneTimeLink {

    /** What who asks for it gets. */
    sealed interface Answer permits Given, Gone {}

    record Given(String to) implements Answer {
        @Override
        public String toString() {
            return "given"; // the token is in no log
        }
    }

    record Gone(Message sentence) implements Answer {}

    private static final int BYTES = 16;
    private static final Gone GONE = new Gone(Message.of("application.gone"));

    private final String to;
    private final Consumer<Trouble> alarm;
    private String path = "";
    private boolean given;
    private Runnable whenGiven = () -> {};

    /**
     * @param to where it leads
     * @param alarm is told when it is asked for after it was given
     */
    OneTimeLink(String to, Consumer<Trouble> alarm) {
        this.to = to;
        this.alarm = alarm;
    }

    /** A new path in the place of the old one. */
    synchronized String renew(Runnable then) {
        path = "/" + drawn();
        given = false;
        whenGiven = then;
        return path;
    }

    /** A word that nobody can guess. */
    static String drawn() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    synchronized boolean isAt(String asked) {
        return !path.isEmpty() && asked.equals(path);
    }

    Answer take() {
        boolean first;
        Runnable then;
        synchronized (this) {
            first = !given;
            given = true;
            then = first ? whenGiven : () -> alarm.accept(new Trouble(TroubleKind.LINK_ASKED_TWICE));
        }
        then.run();
        return first ? new Given(to) : GONE;
    }
}
