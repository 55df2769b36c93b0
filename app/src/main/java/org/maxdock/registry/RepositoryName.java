package org.maxdock.registry;

/**
 * Where an image's repository is, by Docker's rule (github.com/distribution/reference): what stands before the first
 * slash is a registry where no repository could be called so.
 *
 * @param registry Docker Hub's is docker.io, however it is written
 * @param path the repository there; Docker Hub's own images are in library
 */
public record RepositoryName(String registry, String path) {

    public static final String HUB = "docker.io";

    private static final String HUB_BEFORE = "index.docker.io";
    private static final String OFFICIAL = "library/";

    /** @param name without tag and digest; whether it is well formed is for others to say */
    public static RepositoryName of(String name) {
        int slash = name.indexOf('/');
        boolean named = slash > 0 && isRegistry(name.substring(0, slash));
        String first = named ? name.substring(0, slash) : HUB;
        String registry = first.equals(HUB_BEFORE) ? HUB : first;
        String rest = named ? name.substring(slash + 1) : name;
        return new RepositoryName(registry, registry.equals(HUB) && rest.indexOf('/') < 0 ? OFFICIAL + rest : rest);
    }

    /** Whether the first part of a name with slashes is a registry. */
    public static boolean isRegistry(String first) {
        return first.indexOf('.') >= 0
                || first.indexOf(':') >= 0
                || first.equals("localhost")
                || first.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
    }
}
