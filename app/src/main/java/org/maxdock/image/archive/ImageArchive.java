package org.maxdock.image.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.maxdock.engine.ImageDetails;
import org.maxdock.engine.ImageJson;
import org.maxdock.image.identity.Comparison;
import org.maxdock.image.identity.Difference;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/**
 * An image archive, judged by what it holds and not by what it says: a Docker archive (manifest.json), an OCI image
 * layout (index.json), or both in one, as Docker writes since 25. What it says falsely is a fault, and named.
 */
public final class ImageArchive {

    /** What an archive has under a name. */
    record Image(Optional<Identity> identity, List<Difference> faults) {}

    private static final String DOCKER = "manifest.json";
    private static final String OCI = "index.json";

    private final Map<String, ArchiveMember> files = new HashMap<>();
    private final List<Difference> faults = new ArrayList<>();

    public ImageArchive(ArchiveScan.Found found) {
        if (!found.flaw().isEmpty()) {
            faults.add(new Difference("archive", "whole", found.flaw()));
        }
        found.members().forEach(this::add);
        found.members().stream().filter(m -> m.type() == 'l' || m.type() == 'h').forEach(this::resolve);
    }

    private void add(ArchiveMember member) {
        String path = member.path();
        if (leadsOut(path)) {
            faults.add(new Difference("path", "inside the archive", member.name()));
        }
        switch (member.type()) {
            case '-', 'l', 'h' -> {
                if (files.put(path, member) != null) {
                    faults.add(new Difference("member " + path, "once", "more than once"));
                }
            }
            case 'd' -> {}
            default -> faults.add(new Difference("member " + path, "a file", "type " + member.type()));
        }
    }

    private static boolean leadsOut(String path) {
        return path.startsWith("/") || List.of(path.split("/")).contains("..");
    }

    /** Docker of before 25 writes a layer once, and links to it. */
    private void resolve(ArchiveMember link) {
        String path = link.path();
        String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
        String target = link.type() == 'h' ? ArchiveMember.path(link.link()) : joined(folder, link.link());
        ArchiveMember found = files.get(target);
        if (leadsOut(target) || found == null || !found.isFile()) {
            faults.add(new Difference("link " + path, "to a file of the archive", link.link()));
            files.remove(path);
        } else {
            files.put(path, found);
        }
    }

    /** A relative link, followed; it leads out, visibly, where it climbs above the archive's top. */
    private static String joined(String folder, String link) {
        List<String> parts =
                new ArrayList<>(link.startsWith("/") || folder.isEmpty() ? List.of() : List.of(folder.split("/")));
        for (String part : ArchiveMember.path(link).split("/")) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    /** The image of that name and platform; no identity where the archive has none. */
    Image image(ImageReference reference, String platform) {
        List<Difference> all = new ArrayList<>(faults);
        Optional<Identity> docker = Optional.empty();
        Optional<Identity> oci = Optional.empty();
        try {
            docker = read(DOCKER, () -> dockerImage(reference, all));
            oci = read(OCI, () -> new OciLayout(files, all).image(reference, platform));
        } catch (Trouble e) {
            all.add(new Difference("archive", "readable", e.arguments().getLast()));
        }
        if (all.isEmpty() && !files.containsKey(DOCKER) && !files.containsKey(OCI)) {
            all.add(new Difference("archive", "an image archive", "neither " + DOCKER + " nor " + OCI));
        }
        if (docker.isPresent()
                && oci.isPresent()
                && !docker.get().config().equals(oci.get().config())) {
            all.add(new Difference(
                    "manifests",
                    DOCKER + " " + docker.get().config(),
                    OCI + " " + oci.get().config()));
        }
        return new Image(oci.isPresent() ? oci : docker, List.copyOf(all));
    }

    private Optional<Identity> read(String name, Callable<Optional<Identity>> reader) throws Trouble {
        return files.containsKey(name)
                ? Untrusted.of(ArchiveMember.JSON_LIMIT, TroubleKind.ARCHIVE_UNREADABLE, name)
                        .bytes(files.get(name).json(), json -> reader.call())
                : Optional.empty();
    }

    private Optional<Identity> dockerImage(ImageReference reference, List<Difference> all) throws IOException {
        List<ImageJson.ArchiveEntry> entries =
                ImageJson.archive(files.get(DOCKER).json());
        List<ImageJson.ArchiveEntry> named = entries.stream()
                .filter(e -> e.tags().stream().anyMatch(t -> reference.isSame(t)))
                .toList();
        if (named.size() > 1) {
            all.add(new Difference("manifest", "one for " + reference, named.size() + " for " + reference));
        }
        Optional<ImageJson.ArchiveEntry> entry = named.stream()
                .findFirst()
                .or(() -> entries.size() == 1 ? Optional.of(entries.getFirst()) : Optional.empty());
        return entry.isEmpty()
                ? Optional.empty()
                : Optional.of(identity(entry.get().config(), entry.get().layers(), all));
    }

    private Identity identity(String configPath, List<String> layerPaths, List<Difference> all) throws IOException {
        ArchiveMember config = files.get(ArchiveMember.path(configPath));
        if (config == null || !config.isFile()) {
            all.add(new Difference("config", configPath, "missing"));
            return Identity.UNKNOWN;
        }
        String named = configPath.substring(configPath.lastIndexOf('/') + 1).replaceFirst("\\.json$", "");
        if (named.matches("[0-9a-f]{64}") && !config.digest().equals("sha256:" + named)) {
            all.add(new Difference("config", "sha256:" + named, config.digest()));
        }
        List<String> contents = new ArrayList<>();
        for (String path : layerPaths) {
            ArchiveMember layer = files.get(ArchiveMember.path(path));
            contents.add(layer == null ? "missing" : layer.content().isEmpty() ? "damaged" : layer.content());
        }
        return made(ImageJson.config(config.json(), config.digest()), contents, "", all);
    }

    /** The identity by the layers that are there; where the configuration says others, that is a fault. */
    static Identity made(ImageDetails config, List<String> contents, String manifest, List<Difference> all) {
        List<String> said = config.layers();
        for (int i = 0; i < Math.max(said.size(), contents.size()); i++) {
            String says = i < said.size() ? said.get(i) : "";
            String is = i < contents.size() ? contents.get(i) : "";
            if (!says.equals(is)) {
                all.add(new Difference("layer " + (i + 1), says, is));
            }
        }
        return new Identity(
                List.of(), config.id(), config.config(), manifest, contents, config.run(), config.platform());
    }

    /** Holds the image of the record's name against the record. */
    public ImageVerdict verify(ImageRecord record) {
        Image image = image(record.reference(), record.identity().platform());
        if (image.identity().isEmpty() && image.faults().isEmpty()) {
            return new ImageVerdict.Missing();
        }
        Identity here = image.identity().orElse(Identity.UNKNOWN);
        if (image.faults().isEmpty()) {
            return Comparison.verify(record.identity(), Optional.of(here));
        }
        List<Difference> differences = new ArrayList<>(image.faults());
        if (image.identity().isPresent() && image.identity().get() != Identity.UNKNOWN) {
            Comparison.differences(record.identity(), here).stream()
                    .filter(d -> image.faults().stream().noneMatch(f -> f.what().equals(d.what())))
                    .forEach(differences::add);
        }
        return new ImageVerdict.Different(here, differences);
    }
}
