package com.jcraft.jsch;

/**
 * How many attempts to log in a server has refused (RFC 4252, 5.1: SSH_MSG_USERAUTH_FAILURE without partial success).
 * JSch counts them and tells nobody.
 */
public final class RefusedAttempts {

    private RefusedAttempts() {}

    /** Their number so far, in this login. */
    public static int of(Session session) {
        return session.auth_failures;
    }
}
