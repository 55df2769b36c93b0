package org.maxdock.registry;

/**
 * What to show a registry, as `docker login` left it on a host.
 *
 * @param registry as Docker calls it
 * @param user empty where none is kept
 * @param identityToken what the registry gave in the place of a password; empty for none
 */
public record Credentials(String registry, String user, String secret, String identityToken) {

    public boolean none() {
        return user.isEmpty() && identityToken.isEmpty();
    }

    @Override
    public String toString() {
        return user + "@" + registry; // the secret is in no log
    }
}
