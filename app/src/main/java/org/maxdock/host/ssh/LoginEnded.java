package org.maxdock.host.ssh;

/** Leaves JSch from within a question of its own: the user has turned back, or has been asked often enough. */
final class LoginEnded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LoginEnded(String why) {
        super(why);
    }
}
