package org.maxdock.ui.launch;

import java.util.List;
import java.util.Optional;
import org.maxdock.image.ImageRecord;
import org.maxdock.launch.Check;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.project.Project;
import org.maxdock.ui.shared.Ask;
import org.maxdock.ui.shared.Session;
import org.maxdock.ui.terminals.TerminalsPage;

/** The one click: preflight, then the terminal. A red line asks first. */
final class LaunchStarter {

    private record Ready(LaunchPlan plan, List<Check> checks) {
    }

    private final Session session;
    private final TerminalsPage terminals;
    private final Ask ask;
    private final CheckList checks;

    LaunchStarter(Session session, TerminalsPage terminals, Ask ask, CheckList checks) {
        this.session = session;
        this.terminals = terminals;
        this.ask = ask;
        this.checks = checks;
    }

    void start(Launch kept) {
        Project project = session.projectProperty().get();
        session.withBench(session.text("ui.work.preflight", kept.name()), (bench, a) -> {
            Launch launch = session.plans().expand(kept, project);
            ImageRecord record = project.recordOf(launch.image());
            return new Ready(bench.launcher().plan(launch, record), bench.preflight().check(launch, Optional.of(record)));
        }, ready -> {
            checks.show(ready.checks());
            Optional<Check> failing = ready.checks().stream().filter(c -> c.state() == Check.State.FAILS).findFirst();
            if (failing.isEmpty() || ask.confirm(session.text("ui.launch.anyway-title"),
                    session.texts().get(failing.get().reason()) + " " + failing.get().mend().map(session.texts()::get).orElse(""), session.text("ui.launch.anyway"))) {
                terminals.open(kept.name(), (bench, columns, rows) -> bench.launcher().openTerminal(bench.launcher().plan(ready.plan().launch(), ready.plan().record()), columns, rows));
            }
        });
    }
}
