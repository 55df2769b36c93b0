package org.maxdock.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.maxdock.engine.HostClient;
import org.maxdock.engine.ImageSummary;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.image.BeforeFailure;
import org.maxdock.image.BuilderAdvice;
import org.maxdock.image.Built;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.context.ContextSize;
import org.maxdock.image.dockerfile.Advice;
import org.maxdock.image.dockerfile.CheckAdvice;
import org.maxdock.image.dockerfile.DockerfileAdvice;
import org.maxdock.image.dockerfile.LineRange;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.store.BuildHistory;
import org.maxdock.store.EditableProject;
import org.maxdock.store.KeptBuild;
import org.maxdock.store.PastBuild;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;

/** Builds images of a project on the connected server, and remembers what the builder said. */
public final class BuildOperations {

    private final Connection connection;
    private final BuildHistory history;
    private final Texts texts;
    private final KnownClient client;

    /** @param texts of the language that the logs of builds are in, as far as MaxDock says something there */
    public BuildOperations(Connection connection, BuildHistory history, Texts texts) {
        this.connection = connection;
        this.history = history;
        this.texts = texts;
        this.client = new KnownClient(connection);
    }

    public Built build(
            EditableProject project, BuildRequest request, Progress.Listener listener, Cancellation cancellation)
            throws Trouble {
        checkPlace(request.folder());
        Recorder recorder = new Recorder(project, connection.server().images());
        return new LoggedBuilds(project, recorder, history, texts).build(request, listener, cancellation);
    }

    /**
     * The image that stood before the step by which a build failed, for a look into it.
     *
     * @return its name or ID
     * @throws Trouble NOTHING_BEFORE where there is none
     */
    public String before(
            BuildRequest request, BeforeFailure.Stood stood, Progress.Listener listener, Cancellation cancellation)
            throws Trouble {
        checkPlace(request.folder());
        return connection.server().images().before(request, stood, listener, cancellation);
    }

    /**
     * Where in its Dockerfile, as it is now, that stands by which a build failed; empty where it is about no line.
     *
     * @param said what was said while it was built
     * @param trouble with which it ended
     */
    public Optional<LineRange> failedIn(BuildRequest request, BeforeFailure said, Trouble trouble) throws Trouble {
        return connection.server().images().failedIn(request, said, trouble);
    }

    /**
     * What is to be said of a Dockerfile, by line; also, where a server is connected, that it cannot build it.
     *
     * @throws Trouble where the text is larger than any Dockerfile
     */
    public List<Advice> advice(String dockerfile) throws Trouble {
        List<Advice> all = new ArrayList<>(DockerfileAdvice.on(dockerfile));
        Optional<HostClient> there = client.asked();
        if (there.isPresent()) {
            BuilderAdvice.on(dockerfile, there.get()).ifPresent(all::add);
        }
        all.sort(Comparator.comparingInt(Advice::line));
        return List.copyOf(all);
    }

    /**
     * The same, and what the server's own docker says of it where that can check a Dockerfile: that takes seconds.
     * Empty where it cannot, or where it says nothing now, as where it finds no base.
     */
    public Optional<List<Advice>> checked(String dockerfile, Cancellation cancellation) throws Trouble {
        List<Advice> own = advice(dockerfile);
        return client.asked().filter(HostClient::checks).isPresent()
                ? connection
                        .server()
                        .images()
                        .check(dockerfile, cancellation)
                        .map(said -> CheckAdvice.joined(own, said))
                : Optional.empty();
    }

    private void checkPlace(BuildFolder folder) throws Trouble {
        connection.server().engineWhere().mustReach(folder);
    }

    /** What a build would send. */
    public ContextSize size(BuildFolder folder, String dockerfile, Cancellation cancellation) throws Trouble {
        checkPlace(folder);
        return connection.server().images().size(folder, dockerfile, cancellation);
    }

    /** The builds of a project that are remembered, latest first. */
    public List<PastBuild> past(EditableProject project) throws Trouble {
        return history.of(project.folder());
    }

    /**
     * The name that a project's image had last: of its latest build, else of a record, else of a launch; empty for a
     * project that has none of them.
     */
    public Optional<String> lastName(EditableProject project) throws Trouble {
        List<KeptBuild> builds = project.builds();
        if (!builds.isEmpty()) {
            return Optional.of(builds.getLast().reference().toString());
        }
        List<ImageRecord> records = project.records();
        return records.isEmpty()
                ? project.launches().stream().findFirst().map(l -> l.image().toString())
                : Optional.of(records.getFirst().reference().toString());
    }

    /** The names that a Dockerfile may go on from. */
    public List<String> baseNames() throws Trouble {
        return connection.server().images().list().stream()
                .map(ImageSummary::tags)
                .flatMap(List::stream)
                .toList();
    }
}
