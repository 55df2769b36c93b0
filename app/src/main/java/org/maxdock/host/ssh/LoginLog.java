package org.maxdock.host.ssh;

import com.jcraft.jsch.Logger;

/** How far JSch is with a login, which it tells nobody but its log. */
final class LoginLog implements Logger {

    private static final String METHOD = "Next authentication method: ";
    private static final String BROKEN = "an exception during authentication";
    private static final String KEYS = "SSH_MSG_NEWKEYS received";

    private final LoginRecord record;
    private final Runnable verified;

    /** @param verified is run when the server's key has been checked and taken into use */
    LoginLog(LoginRecord record, Runnable verified) {
        this.record = record;
        this.verified = verified;
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
            record.tried(message.substring(METHOD.length()));
        } else if (message.equals(KEYS)) {
            verified.run();
        }
    }
}
