package org.maxdock.image;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maxdock.engine.BuildAgent;
import org.maxdock.engine.BuildKit;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.Engine;
import org.maxdock.engine.HostBuilder;
import org.maxdock.engine.HostClient;
import org.maxdock.engine.OwnDockerfile;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Host;
import org.maxdock.image.context.BuildContext;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.context.ContextCopy;
import org.maxdock.image.context.ContextIndexes;
import org.maxdock.image.context.ServerFolder;
import org.maxdock.image.dockerfile.BaseImages;
import org.maxdock.image.dockerfile.LineRange;
import org.maxdock.image.dockerfile.StepPlace;
import org.maxdock.image.identity.Base;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.Sha256;
import org.maxdock.image.identity.Source;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Builds images with one engine: from a folder of this machine or of its host, by the builder that fits. */
final class Builds {

    /** Bytes; of a larger folder no copy is kept, which may be in a home folder with a quota. */
    private static final long MOST_KEPT = 8L << 30;

    private final Host host;
    private final Engine engine;
    private final ContextIndexes indexes;

    /** @param indexes what is known of build folders of this machine */
    Builds(Host host, Engine engine, ContextIndexes indexes) {
        this.host = host;
        this.engine = engine;
        this.indexes = indexes;
    }

    /** As {@link Images#build}. */
    Built build(BuildRequest request, Progress.Listener listener, Cancellation cancellation) throws Trouble {
        for (BuildAgent agent : request.options().agents()) {
            agent.listens(); // or it is told before bases are fetched
        }
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
        UsedBuilder used = UsedBuilder.chosen(request.options(), dockerfile, client, listener);
        Optional<ContextCopy> copy = used.buildKit() ? Optional.of(context.copy(indexes)) : Optional.empty();
        copy.filter(this::isKept).ifPresent(ContextCopy::begin);
        BaseFetch.Build build = () -> {
            if (!used.buildKit()) {
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
                            from(copy.orElseThrow()),
                            context.dockerfile(),
                            request.tag(),
                            request.options(),
                            listener,
                            cancellation);
        };
        List<String> bases = bases(dockerfile, request, used.buildKit());
        String id = fetch(bases, request, used.buildKit())
                .around(listener, cancellation, explaining(used.buildKit(), dockerfile, client, request, build));
        return built(
                id,
                request,
                used,
                dockerfile,
                bases,
                copy.map(ContextCopy::digest).orElseGet(context::digest));
    }

    private Built buildThere(
            BuildFolder.OnServer there, BuildRequest request, Progress.Listener listener, Cancellation cancellation)
            throws Trouble {
        ServerFolder folder = new ServerFolder(host, there.path());
        String dockerfile = text(folder, request);
        HostClient client = HostClient.of(host);
        UsedBuilder used = UsedBuilder.chosen(request.options(), dockerfile, client, listener);
        ServerFolder.Choice choice = folder.choice(request.dockerfile(), client.isOld(), cancellation);
        choice.told(client.version()).ifPresent(note -> listener.report(Progress.of(note)));
        HostBuilder.Folder packed = new HostBuilder.Folder(there.path(), choice.toBePacked());
        BaseFetch.Build build = () -> used.buildKit()
                ? new BuildKit(host, client)
                        .build(
                                from(folder, choice, request, dockerfile),
                                request.dockerfile(),
                                request.tag(),
                                request.options(),
                                listener,
                                cancellation)
                : new HostBuilder(host)
                        .build(packed, request.dockerfile(), request.tag(), request.options(), listener, cancellation);
        List<String> bases = bases(dockerfile, request, used.buildKit());
        String id = fetch(bases, request, used.buildKit())
                .around(listener, cancellation, explaining(used.buildKit(), dockerfile, client, request, build));
        return built(id, request, used, dockerfile, bases, "");
    }

    /** As {@link Images#before}. */
    String before(
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
            case BuildFolder.Here(Path path)
            when host.isHere() ->
                before(new ServerFolder(host, path.toAbsolutePath().toString()), request, step, listener, cancellation);
            case BuildFolder.Here(Path path) -> {
                BuildContext context = BuildContext.of(path, request.dockerfile());
                ContextCopy cut = context.copy(indexes).with(cut(context.dockerfileText(), step));
                yield before(from(cut), context.dockerfile(), request, listener, cancellation);
            }
            case BuildFolder.OnServer(String path) ->
                before(new ServerFolder(host, path), request, step, listener, cancellation);
        };
    }

    /** From the folder as it is, with the Dockerfile beside it: another one in it would be copied in, too. */
    private String before(
            ServerFolder folder,
            BuildRequest request,
            BeforeFailure.Stood.Step step,
            Progress.Listener listener,
            Cancellation cancellation)
            throws Trouble {
        byte[] ignore = folder.ignore(request.dockerfile(), cancellation);
        BuildKit.From from = apart(folder, cut(text(folder, request), step), ignore);
        return before(from, request.dockerfile(), request, listener, cancellation);
    }

    private static BuildKit.From apart(ServerFolder folder, String dockerfile, byte[] ignore) {
        OwnDockerfile own = new OwnDockerfile(dockerfile.getBytes(StandardCharsets.ISO_8859_1), ignore);
        return new BuildKit.From.There(new HostBuilder.Folder(folder.path(), Optional.empty()), Optional.of(own));
    }

    /**
     * BuildKit's own client chooses what is sent, by its own rules, from a .dockerignore that leaves out MaxDock's
     * files, too. Only where something may not be read, of which it would say nothing, or where it is old and reads
     * .dockerignore in ways of its own, it is packed here. A Dockerfile that is not in the folder is in no archive of
     * it.
     */
    private static BuildKit.From from(
            ServerFolder folder, ServerFolder.Choice choice, BuildRequest request, String dockerfile) {
        boolean packed = (choice.isClosed() || choice.otherwise().isPresent()) && folder.holds(request.dockerfile());
        return packed || choice.toBePacked().isEmpty()
                ? new BuildKit.From.There(new HostBuilder.Folder(folder.path(), choice.toBePacked()), Optional.empty())
                : apart(folder, dockerfile, choice.ignore());
    }

    /** As {@link Images#failedIn}. */
    Optional<LineRange> failedIn(BuildRequest request, BeforeFailure said, Trouble trouble) throws Trouble {
        if (!said.isAbout(trouble)) {
            return Optional.empty();
        }
        String dockerfile = switch (request.folder()) {
            case BuildFolder.Here(Path path) ->
                BuildContext.of(path, request.dockerfile()).dockerfileText();
            case BuildFolder.OnServer(String path) -> text(new ServerFolder(host, path), request);
        };
        return said.in(dockerfile, trouble);
    }

    private static String text(ServerFolder folder, BuildRequest request) throws Trouble {
        return new String(folder.read(request.dockerfile()), StandardCharsets.ISO_8859_1);
    }

    private static String cut(String dockerfile, BeforeFailure.Stood.Step step) throws Trouble {
        return StepPlace.before(dockerfile, step.stage(), step.number(), step.of(), step.instruction())
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

    /** Of a tar BuildKit takes all that is in it: .dockerignore is heeded here, as its own client does. */
    private BuildKit.From from(ContextCopy copy) throws Trouble {
        return isKept(copy) ? new BuildKit.From.Kept(copy) : new BuildKit.From.Sent(copy.whole());
    }

    private BaseFetch.Build explaining(
            boolean buildKit, String dockerfile, HostClient client, BuildRequest request, BaseFetch.Build build) {
        return () -> {
            try {
                return build.build();
            } catch (Trouble e) {
                Trouble told = buildKit ? BuilderRule.explained(e, dockerfile, client) : e;
                throw host.explained(BuilderRule.withoutAgent(told, dockerfile, request.options()));
            }
        };
    }

    /** What the build takes from: of a Dockerfile's stages BuildKit builds those alone that it needs. */
    private static List<String> bases(String dockerfile, BuildRequest request, boolean buildKit) throws Trouble {
        BuildOptions options = request.options();
        Set<String> contexts = options.sources().contexts().keySet();
        return buildKit
                ? BaseImages.needed(dockerfile, options.arguments(), contexts, options.target())
                : BaseImages.of(dockerfile, options.arguments(), contexts);
    }

    /** For a platform that was asked for BuildKit's own client brings them: of a name the engine holds one. */
    private BaseFetch fetch(List<String> bases, BuildRequest request, boolean buildKit) {
        String platform = request.options().platform();
        return new BaseFetch(engine, buildKit && !platform.isEmpty() ? List.of() : bases, platform);
    }

    /**
     * @param from the images that it took from, as far as the engine has them
     * @param context the digest of what was sent; empty where it was not packed here
     */
    private Built built(
            String id, BuildRequest request, UsedBuilder used, String dockerfile, List<String> from, String context)
            throws Trouble {
        Map<String, String> arguments = request.options().arguments();
        String server = request.folder() instanceof BuildFolder.OnServer there ? there.path() : "";
        Identity identity = identity(id).orElseThrow(() -> new Trouble(TroubleKind.NO_SUCH_IMAGE, id));
        List<Base> bases = new ArrayList<>();
        for (String base : from) {
            if (ImageReference.read(base).isEmpty()) {
                continue; // a stage that is chosen by what only BuildKit fills in, such as TARGETARCH
            }
            identity(base).ifPresent(i -> bases.add(new Base(base, i.id(), i.repoDigests())));
        }
        return new Built(
                identity,
                new Source(
                        request.named(),
                        Sha256.of(dockerfile.getBytes(StandardCharsets.ISO_8859_1)),
                        context,
                        arguments.keySet().stream().sorted().toList(),
                        bases,
                        server,
                        used.text()));
    }

    private Optional<Identity> identity(String reference) throws Trouble {
        return engine.inspect(reference).map(Identity::of);
    }
}
