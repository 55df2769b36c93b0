package org.maxdock.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.maxdock.engine.Attestations;
import org.maxdock.engine.BuildAgent;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.BuildSecret;
import org.maxdock.engine.BuildSources;
import org.maxdock.engine.BuilderChoice;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.image.BeforeFailure;
import org.maxdock.image.Built;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.context.ContextSize;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.Source;
import org.maxdock.operation.BuildOperations;
import org.maxdock.operation.Connection;
import org.maxdock.operation.ContainerOperations;
import org.maxdock.operation.ImageOperations;
import org.maxdock.store.BuildHistory;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds an image from a folder of this machine or of the workgroup server. */
@Command(name = "build")
final class BuildCommand extends CommandContext {

    @Option(
            names = {"-t", "--tag"},
            paramLabel = "IMAGE")
    List<String> tags = List.of();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "DOCKERFILE",
            defaultValue = "")
    String dockerfile;

    @Option(names = "--build-arg", paramLabel = "NAME[=VALUE]", mapFallbackValue = Option.NULL_VALUE)
    Map<String, String> arguments = new LinkedHashMap<>();

    @Option(names = "--label", paramLabel = "NAME[=VALUE]", mapFallbackValue = "")
    Map<String, String> labels = new LinkedHashMap<>();

    @Option(names = "--target", paramLabel = "STAGE", defaultValue = "")
    String target;

    @Option(names = "--platform", paramLabel = "OS/ARCH", defaultValue = "")
    String platform;

    @Option(names = "--no-cache")
    boolean noCache;

    @Option(names = "--pull")
    boolean pull;

    @Option(names = "--builder", paramLabel = "auto|buildkit|classic", defaultValue = "auto")
    String builder;

    @Option(names = "--secret", paramLabel = "id=NAME,src=FILE|id=NAME,env=VARIABLE")
    List<String> secrets = List.of();

    @Option(names = "--ssh", paramLabel = "default|NAME=SOCKET")
    List<String> agents = List.of();

    @Option(names = "--build-context", paramLabel = "NAME=SOURCE")
    Map<String, String> contexts = new LinkedHashMap<>();

    @Option(names = "--cache-from", paramLabel = "SOURCE")
    List<String> cacheFrom = List.of();

    @Option(names = "--cache-to", paramLabel = "TARGET")
    List<String> cacheTo = List.of();

    @Option(names = "--provenance", paramLabel = "true|false|mode=MODE", defaultValue = "")
    String provenance;

    @Option(names = "--sbom", paramLabel = "true|false|generator=IMAGE", defaultValue = "")
    String sbom;

    @Option(names = "--shell")
    boolean shell;

    @Option(names = "--server-folder", paramLabel = "FOLDER")
    String serverFolder;

    @Option(names = "--what-is-sent")
    boolean whatIsSent;

    @Option(names = "--history")
    boolean history;

    @Parameters(paramLabel = "FOLDER", arity = "0..1")
    Path folder;

    private BuildFolder from() throws Trouble {
        if (serverFolder != null && serverFolder.isBlank()) {
            throw new Trouble(TroubleKind.BAD_ARGUMENT, "--server-folder", serverFolder);
        }
        return serverFolder == null
                ? new BuildFolder.Here(folder == null ? project().folder() : GivenFolder.of(folder, typedFolder()))
                : new BuildFolder.OnServer(serverFolder);
    }

    /** A path has one slash where two were typed. */
    private String typedFolder() {
        return spec.commandLine().getParseResult().matchedPositionals().stream()
                .flatMap(word -> word.originalStringValues().stream())
                .findFirst()
                .orElse("");
    }

    /** Whether the Dockerfile comes on standard input, which is read once, and by nothing else. */
    private boolean isPiped() {
        boolean alone = folder != null && folder.toString().equals(GivenText.STANDARD_INPUT);
        boolean file = dockerfile.equals(GivenText.STANDARD_INPUT);
        if (alone) {
            atMostOne("FOLDER", "--file");
        }
        if (file) {
            atMostOne("--file", "--server-folder");
            atMostOne("--file", "--shell");
        }
        if (alone) {
            atMostOne("FOLDER", "--shell");
        }
        return alone || file;
    }

    @Override
    int run() throws Trouble {
        atMostOne("FOLDER", "--server-folder");
        for (ArgSpec word : history ? spec.commandLine().getParseResult().matchedArgs() : List.<ArgSpec>of()) {
            atMostOne("--history", Given.name(word));
        }
        atMostOne("--what-is-sent", "--shell");
        BuildHistory past = builds();
        if (history) {
            return BuildHistoryTable.tell(console(), json(), past.of(project().folder()));
        }
        if (isPiped()) {
            try (PipedDockerfile piped = PipedDockerfile.read()) {
                boolean alone = folder != null && folder.toString().equals(GivenText.STANDARD_INPUT);
                if (alone) {
                    folder = piped.folder();
                    piped.copied().ifPresent(line -> console().note("cli.build-no-folder", line));
                }
                dockerfile = piped.file().toString();
                return build(past, true);
            }
        }
        return build(past, false);
    }

    private int build(BuildHistory past, boolean piped) throws Trouble {
        String tag = tags.isEmpty() ? "" : tags.getFirst();
        if (!whatIsSent && (tags.isEmpty() || tags.stream().anyMatch(String::isBlank))) {
            throw new Trouble(TroubleKind.TAG_MISSING);
        }
        for (String one : tags) {
            ImageReference.parse(one);
        }
        BuildOptions options = new BuildOptions(arguments(), labels, target, platform, noCache, pull)
                .with(
                        Given.oneOf("--builder", builder, List.of(BuilderChoice.values()), BuilderChoice::word),
                        secrets.stream().map(BuildSecret::of).toList())
                .withAgents(agents.stream().map(BuildAgent::of).toList())
                .with(new BuildSources(contexts, cacheFrom, cacheTo))
                .with(new Attestations(provenance, sbom));
        try (Connection server = connect()) {
            BuildFolder from = from();
            String file = GivenDockerfile.in(from, dockerfile);
            if (whatIsSent) {
                return tell(new BuildOperations(server, past, console().texts()).size(from, file, new Cancellation()));
            }
            BuildRequest given = new BuildRequest(from, file, tag, options);
            BuildRequest request = piped ? given.piped() : given;
            Built built =
                    built(server, new BuildOperations(server, past, console().texts()), request);
            for (String other : tags.subList(1, tags.size())) {
                new ImageOperations(server).tag(built.identity().id(), other);
            }
            if (json()) {
                console()
                        .printJson(Map.of(
                                "image",
                                tag,
                                "names",
                                tags,
                                "identity",
                                built.identity(),
                                "builder",
                                built.source().builder()));
            } else {
                console().print(built.identity().id());
            }
            return Exit.DONE;
        }
    }

    /** One without a value has that of the variable, or is left out where there is none, as docker has it. */
    Map<String, String> arguments() {
        Map<String, String> given = new LinkedHashMap<>(arguments);
        given.replaceAll((name, value) -> value == null ? System.getenv(name) : value);
        given.values().removeIf(Objects::isNull);
        return given;
    }

    private Built built(Connection server, BuildOperations builds, BuildRequest request) throws Trouble {
        ProgressLines lines = new ProgressLines(console().err());
        BeforeFailure before = new BeforeFailure();
        Progress.Listener listener = progress -> {
            synchronized (before) {
                before.report(progress);
            }
            lines.report(progress);
        };
        Cancellation cancellation = new Cancellation();
        try (Interrupt interrupt = new Interrupt(cancellation)) {
            Built built = builds.build(project(), request, listener, cancellation);
            interrupt.came();
            return built;
        } catch (Trouble e) {
            tellWhere(builds, request, before, e);
            if (shell
                    && e.kind() == TroubleKind.BUILD_STEP_FAILED
                    && before.stood().isPresent()) {
                lookInto(server, builds, request, before.stood().get(), e);
            }
            throw e;
        }
    }

    private void tellWhere(BuildOperations builds, BuildRequest request, BeforeFailure said, Trouble failure) {
        try {
            builds.failedIn(request, said, failure)
                    .ifPresent(lines -> console().note("build.failed-at", lines.first(), named(request)));
        } catch (Trouble e) {
            failure.addSuppressed(e); // why it failed is told all the same
        }
    }

    private String named(BuildRequest request) {
        return request.named().equals(Source.PIPED) ? console().texts().get("cli.standard-input") : request.named();
    }

    /** What keeps it from being looked into goes with why the build failed. */
    private void lookInto(
            Connection server,
            BuildOperations builds,
            BuildRequest request,
            BeforeFailure.Stood stood,
            Trouble failure) {
        try {
            String image = builds.before(request, stood, Progress.Listener.none(), new Cancellation());
            console().note("build.before", image);
            new ConsoleTerminal().run((columns, rows) -> new ContainerOperations(server).shellIn(image, columns, rows));
        } catch (Trouble e) {
            failure.addSuppressed(e);
            console().err().println(console().texts().explain(e));
        }
    }

    private int tell(ContextSize size) {
        if (json()) {
            console().printJson(size);
        } else {
            console().print(console().texts().get("build.sends", size.files(), size.bytes()));
            console()
                    .table(size.heaviest().stream()
                            .map(w -> List.of(String.valueOf(w.bytes()), w.name()))
                            .toList());
        }
        return Exit.DONE;
    }
}
