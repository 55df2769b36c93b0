package org.maxdock.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.maxdock.engine.Progress;
import org.maxdock.host.Cancellation;
import org.maxdock.image.Built;
import org.maxdock.image.UsedBuilder;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.store.BuildHistory;
import org.maxdock.store.EditableProject;
import org.maxdock.store.PastBuild;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;

/** Builds images of a project, and keeps what the builder said. */
public final class LoggedBuilds {

    private static final int LONGEST = 1_000_000;

    private final EditableProject project;
    private final Recorder recorder;
    private final BuildHistory history;
    private final Texts texts;

    /** @param texts of the language that MaxDock says something in beside the builder */
    public LoggedBuilds(EditableProject project, Recorder recorder, BuildHistory history, Texts texts) {
        this.project = project;
        this.recorder = recorder;
        this.history = history;
        this.texts = texts;
    }

    public Built build(BuildRequest request, Progress.Listener listener, Cancellation cancellation) throws Trouble {
        Instant start = Instant.now();
        StringBuilder log = new StringBuilder();
        AtomicReference<String> builder = new AtomicReference<>("");
        Progress.Listener both = told -> {
            Progress progress = told.said(texts);
            UsedBuilder.in(progress).ifPresent(used -> builder.compareAndSet("", used));
            keep(log, progress);
            listener.report(progress);
        };
        try {
            Built built = recorder.build(request, both, cancellation);
            remember(start, request, built.identity().id(), "", builder.get(), log);
            return built;
        } catch (Trouble e) {
            remember(start, request, "", e.key(), builder.get(), log);
            throw e;
        }
    }

    /** The engine tells of its progress on threads of its own. */
    private static void keep(StringBuilder log, Progress progress) {
        synchronized (log) {
            if (progress.total() == 0) {
                log.append(progress.id().isEmpty() ? "" : progress.id() + ": ").append(progress.text());
            }
            if (log.length() > 2 * LONGEST) {
                log.delete(0, log.length() - LONGEST);
            }
        }
    }

    /** A history that cannot be written is no reason to call a build failed. */
    private void remember(
            Instant start, BuildRequest request, String id, String failure, String builder, StringBuilder log) {
        String said;
        synchronized (log) {
            said = log.toString();
        }
        try {
            history.put(new PastBuild(
                    project.folder().toString(),
                    request.tag(),
                    id,
                    start.toString(),
                    Duration.between(start, Instant.now()).toSeconds(),
                    failure,
                    builder,
                    said));
        } catch (Trouble e) {
            System.getLogger(LoggedBuilds.class.getName())
                    .log(System.Logger.Level.WARNING, "the build is not in the history", e);
        }
    }
}
