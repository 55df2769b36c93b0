package org.maxdock.image;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.maxdock.engine.BuildCache;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.engine.DockerfileCheck;
import org.maxdock.engine.Engine;
import org.maxdock.engine.FolderCopies;
import org.maxdock.engine.HostClient;
import org.maxdock.engine.ImageLayer;
import org.maxdock.engine.ImageSummary;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Host;
import org.maxdock.host.HostFiles;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.image.archive.ArchiveScan;
import org.maxdock.image.archive.ImageArchive;
import org.maxdock.image.context.BuildContext;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.context.ContextIndexes;
import org.maxdock.image.context.ContextSize;
import org.maxdock.image.context.ServerFolder;
import org.maxdock.image.dockerfile.LineRange;
import org.maxdock.image.identity.Comparison;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.IdentityText;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What people do with the images of one engine. */
public final class Images {

    private final Host host;
    private final LoginEnvironment environment;
    private final Engine engine;
    private final Clock clock;
    private final Builds builds;
    private final Optional<HostFiles> elsewhere;

    /**
     * @param indexes what is known of build folders of this machine
     * @param elsewhere where saved images belong, where that is not the storage of the engine's host
     */
    public Images(
            Host host,
            LoginEnvironment environment,
            Engine engine,
            Clock clock,
            ContextIndexes indexes,
            Optional<HostFiles> elsewhere) {
        this.elsewhere = elsewhere;
        this.host = host;
        this.environment = environment;
        this.engine = engine;
        this.clock = clock;
        this.builds = new Builds(host, engine, indexes);
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
        return builds.build(request, listener, cancellation);
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
        return builds.before(request, stood, listener, cancellation);
    }

    /**
     * Where in its Dockerfile, as it is now, that stands by which a build failed; empty where it is about no line.
     *
     * @param said what was said while it was built
     * @param trouble with which it ended
     */
    public Optional<LineRange> failedIn(BuildRequest request, BeforeFailure said, Trouble trouble) throws Trouble {
        return builds.failedIn(request, said, trouble);
    }

    /** What the host's docker command can build with. */
    public HostClient client() throws Trouble {
        return HostClient.of(host);
    }

    /** As {@link DockerfileCheck#of}; only where the host's docker can. */
    public Optional<List<DockerfileCheck.Warning>> check(String dockerfile, Cancellation cancellation) throws Trouble {
        return new DockerfileCheck(host).of(dockerfile, cancellation);
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
        FolderCopies.Found copies = host.isHere() ? FolderCopies.Found.NONE : new FolderCopies(host).find();
        return Prunable.of(unused, copies, engine.buildCache().kept(BuildCache.LONG));
    }

    /**
     * Removes exactly these images, copies of build folders that no build uses, and what no build has used for long of
     * what the engine keeps of builds, where there was something of these; an image that went together with another is
     * no trouble.
     *
     * @throws Trouble why one stays, such as for a container that has come to use it; after all others have been
     *     removed
     */
    public void prune(Prunable prunable) throws Trouble {
        if (prunable.copies().count() > 0) {
            new FolderCopies(host).clear();
        }
        Optional<Trouble> kept = Optional.empty();
        if (prunable.cache().unused() > 0) {
            try {
                engine.buildCache().clear(BuildCache.LONG);
            } catch (Trouble e) {
                kept = Optional.of(e);
            }
        }
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
        return new ImageFiles(host, elsewhere);
    }
}
