package org.maxdock.image;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.maxdock.engine.BuildKit;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.engine.Engine;
import org.maxdock.engine.FolderCopies;
import org.maxdock.engine.HostBuilder;
import org.maxdock.engine.HostClient;
import org.maxdock.engine.ImageLayer;
import org.maxdock.engine.ImageSummary;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Host;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.image.archive.ArchiveScan;
import org.maxdock.image.archive.ImageArchive;
import org.maxdock.image.context.BuildContext;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.context.ContextCopy;
import org.maxdock.image.context.ContextIndexes;
import org.maxdock.image.context.ContextSize;
import org.maxdock.image.context.ServerFolder;
import org.maxdock.image.dockerfile.BaseImages;
import org.maxdock.image.dockerfile.StepCut;
import org.maxdock.image.identity.Base;
import org.maxdock.image.identity.Comparison;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.IdentityText;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.image.identity.Sha256;
import org.maxdock.image.identity.Source;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What people do with the images of one engine. */
public final class Images {

    /** Bytes; of a larger folder no copy is kept, which may be in a home folder with a quota. */
    private static final long MOST_KEPT = 8L << 30;

    private final Host host;
    private final LoginEnvironment environment;
    private final Engine engine;
    private final Clock clock;
    private final ContextIndexes indexes;

    /** @param indexes what is known of build folders of this machine */
    public Images(Host host, LoginEnvironment environment, Engine engine, Clock clock, ContextIndexes indexes) {
        this.host = host;
        this.environment = environment;
        this.engine = engine;
        this.clock = clock;
        this.indexes = indexes;
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
        String dockerfile = context.dockerfileText();
        HostClient client = HostClient.of(host);
        boolean buildKit = chosen(client, request, dockerfile, listener);
        Optional<ContextCopy> copy = buildKit ? kept(context) : Optional.empty();
        BaseFetch.Build build = () -> {
            if (!buildKit) {
                return engine.builder()
                        .build(
                                context.open(),
                                context.dockerfile(),
                                request.tag(),
                                request.options(),
                                listener,
                                cancellation);
            }
            return new BuildKit(host, client)
                    .build(
                            from(context, copy),
                            context.dockerfile(),
                            request.tag(),
                            request.options(),
                            listener,
                            cancellation);
        };
        String id = bases(dockerfile, request)
                .around(listener, cancellation, explaining(buildKit, dockerfile, client, build));
        return built(id, request, dockerfile, copy.map(ContextCopy::digest).orElseGet(context::digest));
    }

    private Built buildThere(
            BuildFolder.OnServer there, BuildRequest request, Progress.Listener listener, Cancellation cancellation)
            throws Trouble {
        ServerFolder folder = new ServerFolder(host, there.path());
        String dockerfile = new String(folder.read(request.dockerfile()), StandardCharsets.ISO_8859_1);
        HostClient client = HostClient.of(host);
        boolean buildKit = chosen(client, request, dockerfile, listener);
        HostBuilder.Folder packed =
                new HostBuilder.Folder(there.path(), folder.toBePacked(request.dockerfile(), cancellation));
        BaseFetch.Build build = () -> buildKit
                ? new BuildKit(host, client)
                        .build(
                                new BuildKit.From.There(packed, Optional.empty()),
                                request.dockerfile(),
                                request.tag(),
                                request.options(),
                                listener,
                                cancellation)
                : new HostBuilder(host)
                        .build(packed, request.dockerfile(), request.tag(), request.options(), listener, cancellation);
        String id = bases(dockerfile, request)
                .around(listener, cancellation, explaining(buildKit, dockerfile, client, build));
        return built(id, request, dockerfile, "");
    }

    /**
     * The image that stood before a step of a build that failed.
     *
     * @return its name or ID
     * @throws Trouble NOTHING_BEFORE where there is none
     */
    public String before(
            BuildRequest request, BeforeFailure.Stood stood, Progress.Listener listener, Cancellation cancellation)
            throws Trouble {
        return switch (stood) {
            case BeforeFailure.Stood.Layer(String id) -> id;
            case BeforeFailure.Stood.Step step -> before(request, step, listener, cancellation);
        };
    }

    private String before(
            BuildRequest request, BeforeFailure.Stood.Step step, Progress.Listener listener, Cancellation cancellation)
            throws Trouble {
        return switch (request.folder()) {
            case BuildFolder.Here(Path path) -> {
                BuildContext context = BuildContext.of(path, request.dockerfile());
                ContextCopy cut = context.copy(indexes).with(cut(context.dockerfileText(), step));
                BuildKit.From from = isKept(cut) ? new BuildKit.From.Kept(cut) : new BuildKit.From.Sent(cut.whole());
                yield before(from, context.dockerfile(), request, listener, cancellation);
            }
            case BuildFolder.OnServer(String path) -> {
                String text = new String(
                        new ServerFolder(host, path).read(request.dockerfile()), StandardCharsets.ISO_8859_1);
                byte[] cut = cut(text, step).getBytes(StandardCharsets.ISO_8859_1);
                BuildKit.From from =
                        new BuildKit.From.There(new HostBuilder.Folder(path, Optional.empty()), Optional.of(cut));
                yield before(from, request.dockerfile(), request, listener, cancellation);
            }
        };
    }

    private static String cut(String dockerfile, BeforeFailure.Stood.Step step) throws Trouble {
        return StepCut.before(dockerfile, step.stage(), step.number(), step.of(), step.instruction())
                .orElseThrow(() -> new Trouble(TroubleKind.NOTHING_BEFORE, step.number(), step.of()));
    }

    /** From its cache, as far as it has it. */
    private String before(
            BuildKit.From from,
            String dockerfile,
            BuildRequest request,
            Progress.Listener listener,
            Cancellation cancellation)
            throws Trouble {
        return new BuildKit(host, HostClient.of(host))
                .build(from, dockerfile, "", request.options().fromCache(), listener, cancellation);
    }

    /** Beside a folder of the engine's own host a copy is of no use. */
    private boolean isKept(ContextCopy copy) {
        return !host.isHere() && copy.bytes() <= MOST_KEPT;
    }

    private Optional<ContextCopy> kept(BuildContext context) throws Trouble {
        Optional<ContextCopy> copy = Optional.of(context.copy(indexes)).filter(this::isKept);
        copy.ifPresent(ContextCopy::begin);
        return copy;
    }

    private static BuildKit.From from(BuildContext context, Optional<ContextCopy> copy) throws Trouble {
        return copy.isPresent() ? new BuildKit.From.Kept(copy.get()) : new BuildKit.From.Sent(context.open());
    }

    private BaseFetch.Build explaining(boolean buildKit, String dockerfile, HostClient client, BaseFetch.Build build) {
        return () -> {
            try {
                return build.build();
            } catch (Trouble e) {
                throw host.explained(buildKit ? BuilderRule.explained(e, dockerfile, client) : e);
            }
        };
    }

    private BaseFetch bases(String dockerfile, BuildRequest request) throws Trouble {
        boolean foreign = !request.options().platform().isEmpty();
        return new BaseFetch(
                engine,
                foreign
                        ? List.of()
                        : BaseImages.of(dockerfile, request.options().arguments()));
    }

    /** Whether BuildKit builds, which is said first. */
    private static boolean chosen(
            HostClient client, BuildRequest request, String dockerfile, Progress.Listener listener) throws Trouble {
        boolean buildKit = BuilderRule.buildKit(request.options(), dockerfile, client);
        String said = buildKit ? "BuildKit" + (client.ofItself() ? ", buildx" : "") : "classic builder";
        listener.report(new Progress("", "# " + said + ", docker " + client.version() + "\n", 0, 0));
        return buildKit;
    }

    /** What the host's docker command can build with. */
    public HostClient client() throws Trouble {
        return HostClient.of(host);
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
        List<ImageSummary> unused = list().stream()
                .filter(i -> i.tags().isEmpty() && i.repoDigests().isEmpty() && !used.contains(i.id()))
                .toList();
        return Prunable.of(unused, host.isHere() ? FolderCopies.Found.NONE : new FolderCopies(host).find());
    }

    /**
     * Removes exactly these images, and copies of build folders that no build uses; an image that went together with
     * another is no trouble.
     *
     * @throws Trouble why one stays, such as for a container that has come to use it; after all others have been
     *     removed
     */
    public void prune(Prunable prunable) throws Trouble {
        if (prunable.copies().count() > 0) {
            new FolderCopies(host).clear();
        }
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

    /** Images as files of the host. */
    public ImageFiles files() {
        return new ImageFiles(host);
    }
}
