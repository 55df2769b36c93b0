package org.maxdock.ui.launch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.launch.Launch;
import org.maxdock.launch.PreflightCheck;
import org.maxdock.operation.LaunchOperations;
import org.maxdock.operation.OpenProject;
import org.maxdock.store.Plans;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.ProjectModel;

/**
 * What could fail of launches, looked at before anybody clicks, so that a click need not wait for it. What was found
 * counts for a while, for one project and one connection.
 */
public final class Preflights {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(20);

    /** What an answer is about besides a launch; {@code images} counts how often the engine's were others. */
    record About(OpenProject project, List<String> signers, long connection, int images) {}

    private record Known(List<PreflightCheck> checks, About about, long at) {
        boolean isFresh() {
            return System.nanoTime() - at < FRESH_NANOS;
        }
    }

    /** Who wants to know what is being looked at, and what it is about. */
    private record Waiting(About about, List<Consumer<List<PreflightCheck>>> all) {}

    private record Looked(Launch launch, List<PreflightCheck> checks) {}

    private final Background background;
    private final ConnectionModel connection;
    private final ProjectModel project;
    private final Plans plans;
    private final LaunchOperations launches;
    private final Map<Launch, Known> known = new ConcurrentHashMap<>();
    private final Map<Launch, Waiting> waiting = new HashMap<>();
    private int images;

    public Preflights(
            Background background,
            ConnectionModel connection,
            ProjectModel project,
            Plans plans,
            LaunchOperations launches) {
        this.background = background;
        this.connection = connection;
        this.project = project;
        this.plans = plans;
        this.launches = launches;
        connection.onOther(this::forget);
        project.projectProperty().addListener((o, was, is) -> forget());
        project.signedBy().addListener((InvalidationListener) o -> known.clear());
        project.records().addListener((InvalidationListener) o -> known.clear());
    }

    /** Others may have heard of the other project before, and wait for an answer about it. */
    private void forget() {
        known.clear();
        waiting.values().removeIf(w -> !isHere(w.about()));
    }

    /** The engine has other images than before, or the project other records: what was found counts no more. */
    public void imagesChanged() {
        known.clear();
        images++;
    }

    About now() {
        return new About(project.get(), List.copyOf(project.signedBy()), connection.number(), images);
    }

    /** What was found for exactly this launch, about the same, a moment ago. From any thread. */
    Optional<List<PreflightCheck>> fresh(Launch launch, About about) {
        return Optional.ofNullable(known.get(launch))
                .filter(k -> k.isFresh() && k.about().equals(about))
                .map(Known::checks);
    }

    /** Takes in what was found, unless it is about what is gone. */
    void put(Launch launch, List<PreflightCheck> checks, About about) {
        if (about.equals(now())) {
            known.values().removeIf(k -> !k.isFresh());
            known.put(launch, new Known(checks, about, System.nanoTime()));
        }
    }

    /** Looks anew. Not to be called on the window's thread. */
    List<PreflightCheck> check(Launch launch, Optional<ImageRecord> record, OpenProject in) throws Trouble {
        return launches.preflight(launch, record, in.signedBy());
    }

    /**
     * Looks, where what is known is not fresh; what is being looked at already is not looked at twice. Nothing happens
     * without a connection. A trouble is told as something that will fail.
     *
     * @param kept with the names of the plans that it uses
     */
    public void look(Launch kept, Consumer<List<PreflightCheck>> show) {
        if (project.get() == null || connection.number() == 0) {
            return;
        }
        Waiting others = waiting.get(kept);
        if (others != null && isHere(others.about())) {
            others.all().add(show);
            return;
        }
        waiting.put(kept, new Waiting(now(), new ArrayList<>(List.of(show))));
        ask(kept);
    }

    private void ask(Launch kept) {
        About about = now();
        background.quietly(
                a -> look(kept, about),
                looked -> {
                    if (isHere(about)) {
                        answered(kept, looked, about);
                    }
                },
                trouble -> {
                    if (isHere(about)) {
                        tell(kept, List.of(PreflightCheck.of("kind", trouble)));
                    }
                });
    }

    private Looked look(Launch kept, About about) throws Trouble {
        OpenProject in = about.project();
        Launch whole = plans.expand(kept, in);
        Optional<List<PreflightCheck>> found = fresh(whole, about);
        return new Looked(whole, found.isPresent() ? found.get() : check(whole, in.record(whole.image()), in));
    }

    private void answered(Launch kept, Looked looked, About about) {
        if (!about.equals(now())) { // the images are others: once more
            ask(kept);
            return;
        }
        if (fresh(looked.launch(), about).isEmpty()) {
            put(looked.launch(), looked.checks(), about);
        }
        tell(kept, looked.checks());
    }

    private boolean isHere(About about) {
        About now = now();
        return about.project() == now.project() && about.connection() == now.connection();
    }

    private void tell(Launch kept, List<PreflightCheck> checks) {
        Waiting told = waiting.remove(kept);
        if (told != null) {
            told.all().forEach(show -> show.accept(checks));
        }
    }
}
