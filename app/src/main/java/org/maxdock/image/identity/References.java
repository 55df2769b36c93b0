package org.maxdock.image.identity;

/** Names of images: {@code registry/repository:tag} or {@code …@sha256:…}. */
public final class References {

    private References() {}

    /** The name without tag and digest. */
    public static String repository(String reference) {
        int at = reference.indexOf('@');
        String name = at < 0 ? reference : reference.substring(0, at);
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf('/') ? name.substring(0, colon) : name;
    }

    /** Whether two names mean the same: Docker Hub's have a short form (docker.io/library/debian:latest is debian). */
    public static boolean same(String one, String other) {
        return !one.isEmpty() && full(one).equals(full(other));
    }

    private static String full(String reference) {
        String name = withTag(reference).replaceFirst("^(index\\.)?docker\\.io/", "");
        return name.replaceFirst("^library/", "");
    }

    /** The name as the engine lists it: with {@code :latest} where it has neither tag nor digest. */
    public static String withTag(String reference) {
        return repository(reference).equals(reference) ? reference + ":latest" : reference;
    }
}
