package org.maxdock.registry;

/**
 * What `docker login` keeps for a registry: a user with a password, or a token that the registry gave for it
 * (github.com/docker/docker-credential-helpers: the user is then called {@code <token>}).
 *
 * @param identityToken empty where there is a password
 */
record Account(String user, String secret, String identityToken) {

    private static final String TOKEN = "<token>";

    /** What a credential helper tells. */
    static Account told(String user, String secret) {
        return user.equals(TOKEN) ? new Account("", "", secret) : new Account(user, secret, "");
    }

    boolean isNone() {
        return user.isEmpty() && identityToken.isEmpty();
    }

    @Override
    public String toString() {
        return user; // a secret has no place in a log
    }
}
