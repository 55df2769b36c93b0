package org.maxdock.ui.launch;

import java.util.List;
import java.util.Optional;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.launch.PreflightCheck;
import org.maxdock.operation.OpenProject;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.Session;
import org.maxdock.ui.terminals.TerminalsModel;

/** The one click: preflight, then the terminal, or the queue. A red line asks first. */
final class StartButton {

    private record Ready(LaunchPlan plan, List<PreflightCheck> checks) {}

    private final Session session;
    private final TerminalsModel terminals;
    private final Dialogs ask;
    private final CheckList checks;
    private final Preflights preflights;
    private boolean starting;

    StartButton(Session session, TerminalsModel terminals, Dialogs ask, CheckList checks, Preflights preflights) {
        this.session = session;
        this.terminals = terminals;
        this.ask = ask;
        this.checks = checks;
        this.preflights = preflights;
    }

    /** @param edited the script in the place of the launch's own, where the user changed it */
    void start(Launch kept, Optional<String> edited) {
        if (starting) { // a double click is one
            return;
        }
        starting = true;
        OpenProject project = session.projectProperty().get();
        session.withBench(
                session.text("ui.work.preflight", kept.name()),
                (bench, a) -> {
                    Launch launch = session.plans().expand(kept, project);
                    ImageRecord record = project.recordOf(launch.image());
                    Optional<List<PreflightCheck>> known = preflights.fresh(launch);
                    return new Ready(
                            bench.launcher().plan(launch, record),
                            known.isPresent() ? known.get() : bench.preflight().check(launch, Optional.of(record)));
                },
                ready -> {
                    starting = false;
                    checks.show(ready.checks());
                    Optional<PreflightCheck> failing = ready.checks().stream()
                            .filter(c -> c.state() == PreflightCheck.State.FAILS)
                            .findFirst();
                    if (failing.isEmpty()
                            || ask.confirm(
                                    session.text("ui.launch.anyway-title"),
                                    session.texts().get(failing.get().reason()) + " "
                                            + failing.get()
                                                    .mend()
                                                    .map(session.texts()::get)
                                                    .orElse(""),
                                    session.text("ui.launch.anyway"))) {
                        go(ready.plan(), edited);
                    }
                },
                trouble -> {
                    starting = false;
                    session.background().trouble(trouble);
                });
    }

    private void go(LaunchPlan plan, Optional<String> edited) {
        if (plan.launch().isBatch()) {
            session.withBench(
                    session.text("ui.work.submit", plan.launch().name()),
                    (bench, a) -> bench.launcher()
                            .submit(
                                    plan.marked(edited.orElseGet(
                                            () -> bench.launcher().script(plan))),
                                    plan.mark()),
                    job -> {
                        session.started(plan, Optional.of(job));
                        session.pageProperty().set("jobs");
                    });
        } else {
            session.started(plan, Optional.empty());
            terminals.open(plan, edited);
        }
    }
}
