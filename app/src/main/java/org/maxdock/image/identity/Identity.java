package org.maxdock.image.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.maxdock.engine.ImageDetails;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/**
 * What an image is made of. Its names are nobody's proof: a tag can be moved, and an ID means the configuration in one
 * image store and the manifest in the other; so all of it is kept.
 *
 * @param repoDigests {@code repository@sha256:…} of each registry it was pushed to or pulled from: a manifest, or an
 *     index of manifests
 * @param id the engine's image ID
 * @param config digest of its configuration; empty where the engine did not tell it
 * @param manifest digest of the manifest for its platform; empty where unknown
 * @param layers the digests of its uncompressed layers (diff IDs), lowest first
 * @param platform such as linux/amd64
 */
public record Identity(
        List<String> repoDigests,
        String id,
        String config,
        String manifest,
        List<String> layers,
        RunConfiguration run,
        String platform) {

    /** Of layers (an engine takes 127) and of names. */
    private static final int MOST = 10_000;

    /** Of an image of which nothing could be read. */
    public static final Identity UNKNOWN = new Identity(List.of(), "", "", "", List.of(), RunConfiguration.NONE, "");

    /**
     * Beside its names it may be whatever an engine or an archive tells; a record wants more ({@link ImageRecord}).
     *
     * @throws InvalidValue where a name is no reference with a digest
     */
    public Identity {
        repoDigests = Valid.list("repoDigests", repoDigests, MOST);
        repoDigests.forEach(d -> {
            if (!isRepoDigest(d)) {
                throw new InvalidValue(TroubleKind.BAD_REFERENCE, Valid.shown(d));
            }
        });
        id = id == null ? "" : id;
        config = config == null ? "" : config;
        manifest = manifest == null ? "" : manifest;
        layers = Valid.list("layers", layers, MOST);
        run = run == null ? RunConfiguration.NONE : run;
        platform = platform == null ? "" : platform;
    }

    private static boolean isRepoDigest(String name) {
        return ImageReference.read(name).flatMap(ImageReference::digest).isPresent();
    }

    /** What an engine tells; a name of it that is none is left out. */
    public static Identity of(ImageDetails image) {
        return new Identity(
                repoDigests(image.repoDigests()),
                image.id(),
                image.config(),
                image.manifest(),
                image.layers(),
                image.run(),
                image.platform());
    }

    static List<String> repoDigests(List<String> told) {
        return told.stream().filter(Identity::isRepoDigest).toList();
    }

    public Identity withRepoDigests(List<String> others) {
        return new Identity(others, id, config, manifest, layers, run, platform);
    }

    public Identity withManifest(String digest) {
        return new Identity(repoDigests, id, config, digest, layers, run, platform);
    }

    /**
     * Every digest that names this image. A digest names one thing only, whatever it is used for; so two images that
     * share one are the same, be it a configuration, a manifest or an index.
     */
    public Set<String> digests() {
        Set<String> all = new HashSet<>(List.of(id, config, manifest));
        repoDigests.forEach(d -> all.add(d.substring(d.indexOf('@') + 1)));
        all.remove("");
        return all;
    }

    /** The first hexadecimal digits of the ID, as people quote them. */
    public String shortId() {
        String digits = id.substring(id.indexOf(':') + 1);
        return digits.substring(0, Math.min(12, digits.length()));
    }

    /** The name under which a registry holds exactly this image, if any does. */
    public Optional<String> pullName(ImageReference reference) {
        return repoDigests.stream()
                .filter(d -> ImageReference.parse(d).repository().equals(reference.repository()))
                .findFirst()
                .or(() -> repoDigests.stream().findFirst());
    }
}
