package org.maxdock.image.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maxdock.registry.RepositoryName;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/**
 * The name of an image, read as Docker reads it (github.com/distribution/reference): {@code debian} is
 * {@code docker.io/library/debian:latest}. Two that mean the same are equal.
 *
 * @param domain the registry, with its port where one is given
 * @param path the repository in it
 * @param tag empty where only a digest names the image
 * @param digest what it must be, where that is said
 */
public record ImageReference(String domain, String path, String tag, Optional<Digest> digest) {

    private static final String HUB = RepositoryName.HUB;
    private static final String OFFICIAL = "library/";
    private static final String LATEST = "latest";
    private static final int LONGEST = 255;

    private static final Pattern DOMAIN = Pattern.compile(
            "(?:[A-Za-z0-9]++(?:-++[A-Za-z0-9]++)*+(?:\\.[A-Za-z0-9]++(?:-++[A-Za-z0-9]++)*+)*+|\\[[0-9A-Fa-f:]++])"
                    + "(?::[0-9]{1,5})?");
    private static final Pattern COMPONENT = Pattern.compile("[a-z0-9]++(?:(?:__|[._]|-++)[a-z0-9]++)*+");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    /** @throws InvalidValue where a part is not what the grammar says */
    public ImageReference {
        digest = Valid.optional(digest);
        Valid.present("image", domain);
        Valid.present("image", path);
        Valid.present("image", tag);
        domain = domain.equals("index." + HUB) ? HUB : domain;
        path = domain.equals(HUB) && path.indexOf('/') < 0 ? OFFICIAL + path : path;
        boolean named = isPath(path) && isDomain(domain) && RepositoryName.isRegistry(domain);
        if (!named || !(tag.isEmpty() ? digest.isPresent() : TAG.matcher(tag).matches())) {
            throw new InvalidValue(TroubleKind.BAD_REFERENCE, Valid.shown(domain + "/" + path + ":" + tag));
        }
    }

    /** @throws InvalidValue where it is none */
    public static ImageReference parse(String text) {
        if (text == null || text.isEmpty()) {
            throw new InvalidValue(TroubleKind.NO_IMAGE_GIVEN);
        }
        return read(text).orElseThrow(() -> new InvalidValue(TroubleKind.BAD_REFERENCE, Valid.shown(text)));
    }

    /** What an engine, an archive or a Dockerfile calls an image; empty where that is no name, but an ID, say. */
    public static Optional<ImageReference> read(String text) {
        int at = text.indexOf('@');
        Optional<Digest> digest = at < 0 ? Optional.empty() : Digest.read(text.substring(at + 1));
        String tagged = at < 0 ? text : text.substring(0, at);
        int colon = tagged.lastIndexOf(':');
        boolean hasTag = colon > tagged.lastIndexOf('/');
        String name = hasTag ? tagged.substring(0, colon) : tagged;
        String tag = hasTag ? tagged.substring(colon + 1) : at < 0 ? LATEST : "";
        boolean sound =
                (at < 0 || digest.isPresent()) && (!hasTag || TAG.matcher(tag).matches());
        return sound ? named(name, tag, digest) : Optional.empty();
    }

    private static Optional<ImageReference> named(String name, String tag, Optional<Digest> digest) {
        if (ID.matcher(name).matches()) {
            return Optional.empty();
        }
        RepositoryName where = RepositoryName.of(name);
        String domain = where.registry();
        String path = where.path();
        return isDomain(domain) && isPath(path)
                ? Optional.of(new ImageReference(domain, path, tag, digest))
                : Optional.empty();
    }

    private static boolean isDomain(String domain) {
        return domain.length() <= LONGEST && DOMAIN.matcher(domain).matches();
    }

    private static boolean isPath(String path) {
        return path.length() <= LONGEST
                && Arrays.stream(path.split("/", -1))
                        .allMatch(part -> COMPONENT.matcher(part).matches());
    }

    /** Whether a name that an archive or an engine gives means this image. */
    public boolean isSame(String name) {
        return read(name).equals(Optional.of(this));
    }

    /** The name without tag and digest, as the engine lists it. */
    public String repository() {
        String shorter = path.startsWith(OFFICIAL) ? path.substring(OFFICIAL.length()) : path;
        boolean official = path.startsWith(OFFICIAL) && shorter.indexOf('/') < 0;
        String familiar = official ? shorter : path;
        int slash = familiar.indexOf('/');
        boolean taken = (slash > 0 && RepositoryName.isRegistry(familiar.substring(0, slash)))
                || ID.matcher(familiar).matches();
        return domain.equals(HUB) && !taken ? familiar : domain + "/" + path;
    }

    /** The last part of the name, which people call it by. */
    public String shortName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The same with its tag, as lists show it where there is little room. */
    public String brief() {
        return shortName() + suffix();
    }

    /** The whole name, with nothing left to be understood. */
    public String canonical() {
        return domain + "/" + path + suffix();
    }

    /** The name as the engine lists it and as files hold it, with its tag. */
    @Override
    public String toString() {
        return repository() + suffix();
    }

    private String suffix() {
        return (tag.isEmpty() ? "" : ":" + tag) + digest.map(d -> "@" + d).orElse("");
    }
}
