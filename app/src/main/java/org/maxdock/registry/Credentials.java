package org.maxdock.registry;

/**
 * What to show a registry, as `docker login` left it on a host.
 *
 * @param user empty where none is kept
 */
public record Credentials(String registry, String user, String secret) {

    public boolean none() {
        return user.isEmpty();
    }

    @Override
    public String toString() {
        return user + "@" + registry; // the secret is in no log
    }
}
