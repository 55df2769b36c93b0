package org.maxdock.host.ssh;

import com.jcraft.jsch.Logger;
import java.util.List;

/** How far JSch is with a login, which it tells nobody but its log. */
final class LoginLog implements Logger {

    private static final String METHOD = "Next authentication method: ";
    private static final String BROKEN = "an exception during authentication";
    private static final String KEYS = "SSH_MSG_NEWKEYS received";

    private static final String ALGORITHMS = "server-sig-algs=<";

    /** Who has something to do on the way. */
    interface Steps {
        /** The server's key has been checked and taken into use. */
        void verified();

        /**
         * Keys are tried next.
         *
         * @param server the algorithms of signatures that the server takes; empty where it has not said
         */
        void keysNext(List<String> server);
    }

    private final LoginRecord record;
    private final Steps steps;
    private List<String> server = List.of();

    LoginLog(LoginRecord record, Steps steps) {
        this.record = record;
        this.steps = steps;
    }

    @Override
    public boolean isEnabled(int level) {
        return level == INFO || level == WARN;
    }

    /** An exchange that broke off is, to JSch, a way that did not let in. */
    @Override
    public void log(int level, String message, Throwable cause) {
        if (message.startsWith(BROKEN)) {
            record.brokeOff(cause);
        } else {
            log(level, message);
        }
    }

    @Override
    public void log(int level, String message) {
        if (message.startsWith(METHOD)) {
            String method = message.substring(METHOD.length());
            record.tried(method);
            if (method.equals(LoginMethods.KEY)) {
                steps.keysNext(server);
            }
        } else if (message.startsWith(ALGORITHMS)) {
            server = List.of(message.substring(ALGORITHMS.length())
                    .replaceFirst(">.*", "")
                    .split(","));
        } else if (message.equals(KEYS)) {
            steps.verified();
        }
    }
}
