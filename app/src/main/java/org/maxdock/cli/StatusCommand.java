package org.maxdock.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maxdock.operation.ClusterOperations;
import org.maxdock.operation.Connection;
import org.maxdock.operation.EngineOperations;
import org.maxdock.operation.EnginePlace;
import org.maxdock.operation.EngineWhere;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.Records;
import org.maxdock.slurm.TimeInWords;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;

/** Who and where one is, and what there is: engine, SLURM, partitions. */
@Command(name = "status")
final class StatusCommand extends CommandContext {

    @Override
    int run() throws Trouble {
        try (Connection server = connect()) {
            Map<String, Object> status = new LinkedHashMap<>();
            List<List<String>> rows = new ArrayList<>();
            status.put("target", server.state().target());
            status.put("host", server.account().host());
            status.put("user", server.account().user());
            rows.add(List.of(
                    console().texts().get("cli.status.host"),
                    server.account().user() + "@" + server.account().host()));
            int exit = engine(server, status, rows);
            Optional<String> version = new ClusterOperations(server).version();
            version.ifPresent(v -> status.put("slurm", v));
            rows.add(List.of("SLURM", version.orElse(console().texts().get("cli.none"))));
            if (version.isPresent()) {
                Records<Partition> told = new ClusterOperations(server).partitions();
                if (told.passedOver() > 0) {
                    console().note("nodes.passed-over", told.passedOver());
                }
                List<Partition> partitions = told.found();
                status.put("partitions", partitions);
                for (Partition p : partitions) {
                    rows.add(List.of(
                            "  " + p.name() + (p.isDefault() ? "*" : ""),
                            console()
                                    .texts()
                                    .get(
                                            p.allowed() ? "cli.partition" : "cli.partition-forbidden",
                                            p.idle(),
                                            p.total(),
                                            TimeInWords.limit(
                                                    p.timeLimit(), console().texts()),
                                            p.groups())));
                }
            }
            if (json()) {
                console().printJson(status);
            } else {
                console().table(rows);
            }
            return exit;
        }
    }

    private int engine(Connection server, Map<String, Object> status, List<List<String>> rows) {
        EngineOperations engine = new EngineOperations(server);
        try {
            EngineWhere where = engine.where();
            status.put("engineOn", where.host());
            if (!(where.place() instanceof EnginePlace.OnServer)) {
                rows.add(List.of(console().texts().get("cli.status.engine-on"), where.host()));
            }
            status.put("engine", engine.info());
            rows.add(List.of(
                    console().texts().get("cli.status.engine"),
                    console()
                            .texts()
                            .get(
                                    engine.info().userNamespaces() ? "cli.engine-userns" : "cli.engine",
                                    engine.info().version(),
                                    engine.endpoint())));
            return Exit.DONE;
        } catch (Trouble e) {
            status.put(
                    "engineError",
                    Map.of(
                            "key",
                            e.key(),
                            "what",
                            console().texts().what(e),
                            "mend",
                            console().texts().mend(e)));
            rows.add(List.of(
                    console().texts().get("cli.status.engine"),
                    console().texts().explain(e).replace(System.lineSeparator(), " ")));
            return Exit.FAILED;
        }
    }
}
