package org.maxdock.image.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maxdock.engine.ImageJson;
import org.maxdock.image.identity.Difference;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.registry.Descriptor;

/** The images of an OCI image layout: blobs by their digests, which are computed anew and not believed. */
final class OciLayout {

    private static final int DEPTH = 4;

    private final Map<String, ArchiveMember> files;
    private final List<Difference> faults;

    OciLayout(Map<String, ArchiveMember> files, List<Difference> faults) {
        this.files = files;
        this.faults = faults;
    }

    Optional<Identity> image(ImageReference reference, String platform) throws IOException {
        if (!files.containsKey("oci-layout")) {
            faults.add(new Difference("oci-layout", "there", "missing"));
        }
        List<Descriptor> all = ImageJson.index(files.get("index.json").json());
        List<Descriptor> named =
                all.stream().filter(d -> reference.isSame(d.name())).toList();
        if (named.stream().map(Descriptor::digest).distinct().count() > 1) {
            faults.add(new Difference("manifest", "one for " + reference, named.size() + " for " + reference));
        }
        Optional<Descriptor> chosen =
                named.stream().findFirst().or(() -> all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty());
        return chosen.isEmpty() ? Optional.empty() : resolve(chosen.get(), platform, 0);
    }

    private Optional<Identity> resolve(Descriptor descriptor, String platform, int depth) throws IOException {
        Optional<ArchiveMember> blob = blob("manifest", descriptor);
        if (blob.isEmpty() || depth > DEPTH) {
            return Optional.of(Identity.UNKNOWN);
        }
        if (!descriptor.isIndex()) {
            return Optional.of(image(blob.get()));
        }
        List<Descriptor> fitting = ImageJson.index(blob.get().json()).stream()
                .filter(d -> d.platform().equals(platform))
                .toList();
        long different = fitting.stream().map(Descriptor::digest).distinct().count();
        if (different > 1) {
            faults.add(new Difference("manifest", "one for " + platform, different + " for " + platform));
        }
        return fitting.isEmpty() ? Optional.empty() : resolve(fitting.getFirst(), platform, depth + 1);
    }

    private Identity image(ArchiveMember manifest) throws IOException {
        ImageJson.Manifest parts = ImageJson.manifest(manifest.json());
        Optional<ArchiveMember> config = blob("config", parts.config());
        if (config.isEmpty()) {
            return Identity.UNKNOWN;
        }
        List<String> contents = new ArrayList<>();
        int number = 1;
        for (Descriptor layer : parts.layers()) {
            Optional<ArchiveMember> blob = blob("layer blob " + number++, layer);
            contents.add(
                    blob.isEmpty()
                            ? "missing"
                            : blob.get().content().isEmpty()
                                    ? "damaged"
                                    : blob.get().content());
        }
        return ImageArchive.made(
                ImageJson.config(config.get().json(), config.get().digest()), contents, manifest.digest(), faults);
    }

    /** The blob that a descriptor means, which must have the digest and the size that the descriptor says. */
    private Optional<ArchiveMember> blob(String what, Descriptor descriptor) {
        ArchiveMember member = files.get("blobs/" + descriptor.digest().replace(':', '/'));
        if (member == null || !member.isFile()) {
            faults.add(new Difference(what, descriptor.digest(), "missing"));
            return Optional.empty();
        }
        if (!member.digest().equals(descriptor.digest())) {
            faults.add(new Difference(what, descriptor.digest(), member.digest()));
        } else if (member.size() != descriptor.size()) {
            faults.add(
                    new Difference(what + " size", String.valueOf(descriptor.size()), String.valueOf(member.size())));
        }
        return Optional.of(member);
    }
}
