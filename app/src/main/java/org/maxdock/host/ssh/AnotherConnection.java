package org.maxdock.host.ssh;

import com.jcraft.jsch.Session;
import java.util.Optional;
import org.maxdock.host.Cancellation;
import org.maxdock.text.Trouble;

/** One more connection to the same server as the same user, for what does not fit on one. */
public interface AnotherConnection {

    /**
     * Opens it without asking anybody anything.
     *
     * @return empty where there is none to be had
     * @throws Trouble why not, such as that it would take a password
     */
    Optional<Session> open(Cancellation cancellation) throws Trouble;

    static AnotherConnection none() {
        return cancellation -> Optional.empty();
    }
}
