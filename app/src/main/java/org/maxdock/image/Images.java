package org.maxdock.image;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.engine.Engine;
import org.maxdock.engine.HostBuilder;
import org.maxdock.engine.ImageLayer;
import org.maxdock.engine.ImageSummary;
import org.maxdock.engine.Progress;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.host.Output;
import org.maxdock.image.archive.ArchiveScan;
import org.maxdock.image.archive.ImageArchive;
import org.maxdock.image.context.BuildContext;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.context.ContextSize;
import org.maxdock.image.context.ServerFolder;
import org.maxdock.image.dockerfile.BaseImages;
import org.maxdock.image.identity.Base;
import org.maxdock.image.identity.Comparison;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.IdentityText;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.image.identity.Sha256;
import org.maxdock.image.identity.Source;
import org.maxdock.image.identity.Tarball;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What people do with the images of one engine. */
public final class Images {

    private static final String SAVE = """
            set -euo pipefail
            case $2 in /*) ;; *) echo "not an absolute path" >&2; exit 1;; esac
            new=$(mktemp -- "$2.XXXXXX")
            trap 'rm -f -- "$new"' EXIT
            docker save -- "$1" | gzip -1 > "$new"
            sync -- "$new"
            chmod 644 -- "$new"
            sha256sum < "$new"
            mv -f -- "$new" "$2"
            trap - EXIT""";

    private static final int CHANGED = 9;
    private static final int IMAGES = 7;

    private final Host host;
    private final LoginEnvironment environment;
    private final Engine engine;
    private final Clock clock;

    public Images(Host host, LoginEnvironment environment, Engine engine, Clock clock) {
        this.host = host;
        this.environment = environment;
        this.engine = engine;
        this.clock = clock;
    }

    public List<ImageSummary> list() throws Trouble {
        return engine.images();
    }

    public void pull(String reference, Progress.Listener listener, Cancellation cancellation) throws Trouble {
        engine.transfers().pull(reference, listener, cancellation);
    }

    public void push(String reference, Progress.Listener listener, Cancellation cancellation) throws Trouble {
        engine.transfers().push(reference, listener, cancellation);
    }

    public void remove(String reference) throws Trouble {
        engine.remove(reference);
    }

    /** What a build of a folder will send to the engine. */
    public ContextSize size(BuildFolder folder, String dockerfile, Cancellation cancellation) throws Trouble {
        return switch (folder) {
            case BuildFolder.Here here ->
                BuildContext.of(here.path(), dockerfile).size();
            case BuildFolder.OnServer there -> new ServerFolder(host, there.path()).size(dockerfile, cancellation);
        };
    }

    /**
     * Builds an image.
     *
     * @return its identity, and what it was built from
     */
    public Built build(BuildRequest request, Progress.Listener listener, Cancellation cancellation) throws Trouble {
        return switch (request.folder()) {
            case BuildFolder.Here here -> buildHere(here, request, listener, cancellation);
            case BuildFolder.OnServer there -> buildThere(there, request, listener, cancellation);
        };
    }

    private Built buildHere(
            BuildFolder.Here here, BuildRequest request, Progress.Listener listener, Cancellation cancellation)
            throws Trouble {
        BuildContext context = BuildContext.of(here.path(), request.dockerfile());
        String dockerfile = context.text(request.dockerfile());
        String id = engine.builder()
                .build(context.open(), request.dockerfile(), request.tag(), request.options(), listener, cancellation);
        return built(id, request, dockerfile, context.digest());
    }

    private Built buildThere(
            BuildFolder.OnServer there, BuildRequest request, Progress.Listener listener, Cancellation cancellation)
            throws Trouble {
        ServerFolder folder = new ServerFolder(host, there.path());
        String dockerfile = new String(folder.read(request.dockerfile()), StandardCharsets.ISO_8859_1);
        Optional<List<String>> packed = folder.toBePacked(request.dockerfile(), cancellation);
        String id = new HostBuilder(host)
                .build(
                        new HostBuilder.Folder(there.path(), packed),
                        request.dockerfile(),
                        request.tag(),
                        request.options(),
                        listener,
                        cancellation);
        return built(id, request, dockerfile, "");
    }

    /** @param context the digest of what was sent; empty where it was not packed here */
    private Built built(String id, BuildRequest request, String dockerfile, String context) throws Trouble {
        Map<String, String> arguments = request.options().arguments();
        String server = request.folder() instanceof BuildFolder.OnServer there ? there.path() : "";
        Identity identity = identity(id).orElseThrow(() -> new Trouble(TroubleKind.NO_SUCH_IMAGE, id));
        List<Base> bases = new ArrayList<>();
        for (String base : BaseImages.of(dockerfile, arguments)) {
            identity(base).ifPresent(i -> bases.add(new Base(base, i.id(), i.repoDigests())));
        }
        return new Built(
                identity,
                new Source(
                        request.dockerfile(),
                        Sha256.of(dockerfile.getBytes(StandardCharsets.ISO_8859_1)),
                        context,
                        arguments.keySet().stream().sorted().toList(),
                        bases,
                        server));
    }

    public Optional<Identity> identity(String reference) throws Trouble {
        return engine.inspect(reference).map(Identity::of);
    }

    /** Records what an image is now. */
    public ImageRecord record(String reference) throws Trouble {
        Identity identity = identity(reference).orElseThrow(() -> new Trouble(TroubleKind.NO_SUCH_IMAGE, reference));
        if (IdentityText.content(identity).indexOf('\0') >= 0) {
            throw new Trouble(TroubleKind.IMAGE_WITH_NUL, reference);
        }
        Identity confirmed = new RegistryNames(host, engine).confirmed(identity);
        return InvalidValue.orTrouble(() -> ImageRecord.of(
                ImageReference.parse(reference),
                confirmed,
                clock.instant(),
                environment.hostName(),
                environment.user()));
    }

    /** Holds the image of that name, as it is now on this engine, against the record. */
    public ImageVerdict verify(ImageRecord record) throws Trouble {
        return Comparison.verify(record.identity(), identity(record.reference().toString()));
    }

    /** Holds the image of that ID against the record. */
    public ImageVerdict verify(ImageRecord record, String id) throws Trouble {
        return Comparison.verify(record.identity(), identity(id));
    }

    /**
     * Holds a saved image, a file of the host, against the record; nothing is loaded and nothing unpacked to a disk.
     */
    public ImageVerdict verifyArchive(ImageRecord record, String path, Cancellation cancellation) throws Trouble {
        return archive(path, cancellation).verify(record);
    }

    private ImageArchive archive(String path, Cancellation cancellation) throws Trouble {
        return new ImageArchive(new ArchiveScan(host).read(path, cancellation));
    }

    /** Holds what the registry has under the record's name now against the record: has the tag moved? */
    public ImageVerdict verifyRegistry(ImageRecord record) throws Trouble {
        return new RegistryNames(host, engine).verify(record);
    }

    /** The steps that an image was made by, latest first. */
    public List<ImageLayer> layers(String reference) throws Trouble {
        return engine.layers(reference);
    }

    /** What there is to know of an image at a glance. */
    public List<ImageFact> facts(String reference) throws Trouble {
        return ImageFact.of(
                engine.inspect(reference).orElseThrow(() -> new Trouble(TroubleKind.NO_SUCH_IMAGE, reference)));
    }

    /** Everything that the engine tells of an image, as JSON to read. */
    public String inspect(String reference) throws Trouble {
        return engine.inspectText(reference);
    }

    /** What could go without anybody's missing it. */
    public Prunable prunable() throws Trouble {
        Set<String> used =
                engine.control().list().stream().map(ContainerSummary::imageId).collect(Collectors.toSet());
        return Prunable.of(list().stream()
                .filter(i -> i.tags().isEmpty() && i.repoDigests().isEmpty() && !used.contains(i.id()))
                .toList());
    }

    /**
     * Removes exactly these; one that went together with another is no trouble.
     *
     * @throws Trouble why one stays, such as for a container that has come to use it; after all others have been
     *     removed
     */
    public void prune(Prunable prunable) throws Trouble {
        Optional<Trouble> kept = Optional.empty();
        for (ImageSummary image : prunable.images()) {
            try {
                engine.remove(image.id());
            } catch (Trouble e) {
                kept = e.kind() == TroubleKind.NO_SUCH_IMAGE ? kept : Optional.of(e);
            }
        }
        if (kept.isPresent()) {
            throw kept.get();
        }
    }

    /** Gives an image another name. */
    public void tag(String reference, String newReference) throws Trouble {
        engine.tag(reference, newReference);
    }

    /** Saves an image to a file of the host, compressed with gzip; the file appears whole or not at all. */
    public Tarball save(String reference, String path, Cancellation cancellation) throws Trouble {
        Output output = run(Command.script(SAVE, reference, path), cancellation);
        if (!output.ok()) {
            throw new Trouble(TroubleKind.SAVE_FAILED, reference, path, output.lastError());
        }
        return new Tarball(path, output.text().split(" ")[0]);
    }

    /** Loads a recorded file, if it still is the one that was recorded. */
    public void load(Tarball file, Cancellation cancellation) throws Trouble {
        Output output = run(
                Command.script(
                        "[[ $(sha256sum < \"$1\") == \"$2\"* ]] || exit 9; docker load --quiet --input \"$1\"",
                        file.path(),
                        file.sha256()),
                cancellation);
        if (output.status() == CHANGED) {
            throw new Trouble(TroubleKind.TARBALL_CHANGED, file.path());
        }
        if (!output.ok()) {
            throw new Trouble(TroubleKind.LOAD_FAILED, file.path(), output.lastError());
        }
    }

    /** Loads images from a file of the host (docker save, plain or compressed). */
    public String load(String path, Cancellation cancellation) throws Trouble {
        Output output = run(Command.script("docker load --input \"$1\"", path), cancellation);
        if (output.errors().contains("manifest.json: no such file")
                || output.errors().contains("repositories: no such file")) {
            throw new Trouble(TroubleKind.NOT_IMAGES, path);
        }
        if (!output.ok()) {
            throw new Trouble(TroubleKind.LOAD_FAILED, path, output.lastError());
        }
        return output.text().strip();
    }

    /**
     * Makes an image of a root file system: a tar archive of the host, plain or compressed, as `docker export` writes
     * it. It has no layers but one, and no entrypoint, variables or user.
     *
     * @return its ID
     */
    public String importRoot(String path, String reference, Cancellation cancellation) throws Trouble {
        if (path.isBlank() || reference.isBlank()) {
            throw new Trouble(path.isBlank() ? TroubleKind.PATH_MISSING : TroubleKind.TAG_MISSING);
        }
        Output output = run(Command.script("""
                [ -f "$1" ] && [ -r "$1" ] || { echo "there is no such file that you may read" >&2; exit 1; }
                tar -tf "$1" > /dev/null 2>&1 || { echo "it is no tar archive" >&2; exit 1; }
                if tar -tf "$1" manifest.json > /dev/null 2>&1 || tar -tf "$1" index.json > /dev/null 2>&1; \
                then exit 7; fi
                exec docker import -- "$1" "$2"
                """, path, reference), cancellation);
        if (output.status() == IMAGES) {
            throw new Trouble(TroubleKind.NOT_A_ROOT, path);
        }
        if (!output.ok()) {
            throw new Trouble(TroubleKind.IMPORT_FAILED, path, output.lastError());
        }
        return output.text().strip();
    }

    private Output run(Command command, Cancellation cancellation) throws Trouble {
        return CancellableOutput.run(host, command, cancellation);
    }
}
