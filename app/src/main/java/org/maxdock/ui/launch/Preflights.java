package org.maxdock.ui.launch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.maxdock.engine.EngineEvent;
import org.maxdock.launch.Launch;
import org.maxdock.launch.PreflightCheck;
import org.maxdock.operation.OpenProject;
import org.maxdock.operation.Server;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.EngineWatch;
import org.maxdock.ui.shared.Session;

/**
 * What could fail of launches, looked at before anybody clicks, so that a click need not wait for it. What was found
 * counts for a while.
 */
public final class Preflights {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(20);

    private record Known(List<PreflightCheck> checks, long at) {
        boolean isFresh() {
            return System.nanoTime() - at < FRESH_NANOS;
        }
    }

    private record Looked(Launch launch, List<PreflightCheck> checks) {}

    private final Session session;
    private final Map<Launch, Known> known = new ConcurrentHashMap<>();
    private final Map<Launch, List<Consumer<List<PreflightCheck>>>> waiting = new HashMap<>();
    private int changes;

    public Preflights(Session session, EngineWatch watch) {
        this.session = session;
        watch.onChange(list -> {
            if (list == EngineEvent.Listed.IMAGES) {
                known.clear();
                changes++;
            }
        });
        session.connectedProperty().addListener((o, was, is) -> forget());
        session.projectProperty().addListener((o, was, is) -> forget());
    }

    private void forget() {
        known.clear();
        waiting.clear();
    }

    /** What was found for exactly this launch a moment ago. From any thread. */
    Optional<List<PreflightCheck>> fresh(Launch launch) {
        return Optional.ofNullable(known.get(launch)).filter(Known::isFresh).map(Known::checks);
    }

    void put(Launch launch, List<PreflightCheck> checks) {
        known.values().removeIf(k -> !k.isFresh());
        known.put(launch, new Known(checks, System.nanoTime()));
    }

    /**
     * Looks, where what is known is not fresh; what is being looked at already is not looked at twice. Nothing happens
     * without a connection. A trouble is told as something that will fail.
     */
    public void look(Launch kept, Consumer<List<PreflightCheck>> show) {
        OpenProject project = session.projectProperty().get();
        Optional<Server> connected = session.bench();
        if (project == null || connected.isEmpty()) {
            return;
        }
        List<Consumer<List<PreflightCheck>>> others = waiting.get(kept);
        if (others != null) {
            others.add(show);
            return;
        }
        waiting.put(kept, new ArrayList<>(List.of(show)));
        ask(kept, project, connected.get());
    }

    private void ask(Launch kept, OpenProject project, Server bench) {
        int before = changes;
        session.background()
                .quietly(
                        a -> {
                            Launch launch = session.plans().expand(kept, project);
                            Optional<List<PreflightCheck>> found = fresh(launch);
                            return new Looked(
                                    launch,
                                    found.isPresent()
                                            ? found.get()
                                            : bench.preflight().check(launch, project.record(launch.image())));
                        },
                        looked -> {
                            if (!isFor(project, bench)) {
                                return;
                            }
                            if (before != changes) {
                                ask(kept, project, bench);
                                return;
                            }
                            if (fresh(looked.launch()).isEmpty()) {
                                put(looked.launch(), looked.checks());
                            }
                            tell(kept, looked.checks());
                        },
                        trouble -> {
                            if (isFor(project, bench)) {
                                tell(kept, List.of(PreflightCheck.of("kind", trouble)));
                            }
                        });
    }

    private boolean isFor(OpenProject project, Server bench) {
        return session.projectProperty().get() == project
                && session.bench().filter(b -> b == bench).isPresent();
    }

    private void tell(Launch kept, List<PreflightCheck> checks) {
        List.copyOf(waiting.remove(kept)).forEach(show -> show.accept(checks));
    }

    /** Sums up on a label; what is not well is its tooltip. */
    public void show(Label label, List<PreflightCheck> checks) {
        long failing = checks.stream()
                .filter(c -> c.state() == PreflightCheck.State.FAILS)
                .count();
        long notes = checks.stream()
                .filter(c -> c.state() == PreflightCheck.State.NOTE)
                .count();
        if (failing > 0) {
            Controls.badge(label, session.text("ui.launch.failing", failing), "bad");
        } else {
            Controls.badge(
                    label,
                    notes > 0 ? session.text("ui.launch.notes", notes) : session.text("ui.launch.clear"),
                    notes > 0 ? "warn" : "ok");
        }
        List<String> lines = checks.stream()
                .filter(c -> c.state() != PreflightCheck.State.OK)
                .map(this::line)
                .toList();
        label.setTooltip(lines.isEmpty() ? null : new Tooltip(String.join("\n", lines)));
    }

    private String line(PreflightCheck check) {
        return session.texts().get(check.subject()) + ": " + text(check);
    }

    /** The reason, and the mend. */
    String text(PreflightCheck check) {
        return session.texts().get(check.reason())
                + check.mend().map(m -> " " + session.texts().get(m)).orElse("");
    }
}
