package org.maxdock.host.ssh;

import com.jcraft.jsch.Session;
import java.util.Optional;
import org.maxdock.text.Trouble;

/** One more connection to the same server as the same user, for what does not fit on one. */
public interface AnotherConnection {

    /**
     * Opens it without asking anybody anything.
     *
     * @return empty where that would take a question, such as a password
     */
    Optional<Session> open() throws Trouble;

    static AnotherConnection none() {
        return Optional::empty;
    }
}
