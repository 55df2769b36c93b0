package org.maxdock.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maxdock.engine.EngineInfo;
import org.maxdock.host.Command;
import org.maxdock.host.Output;
import org.maxdock.operation.Finding.State;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.Records;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** What a connected server has of what the program needs or can use: engine, SLURM, storage. */
public final class ServerCheck {

    private static final String KIND_OF_PLACE = // a file server that does not answer must not be waited for
            "timeout 10 bash -c '[ -d \"$1\" ] || exit 3; [ -w \"$1\" ] || exit 4; df -Pk \"$1\" | tail -n 1' - \"$1\"";

    private static final int KIB_OF_GIB = 1 << 20;

    private final Connection connection;

    public ServerCheck(Connection connection) {
        this.connection = connection;
    }

    public List<Finding> findings() throws Trouble {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.present("server", Message.of("doctor.server", connection.account())));
        List<Finding> slurm = slurm();
        boolean cluster = slurm.getFirst().state() != State.ABSENT;
        findings.add(engine(cluster ? State.BROKEN : State.ABSENT));
        findings.addAll(slurm);
        if (cluster) {
            for (String place :
                    connection.server().site().placesOf(connection.account().user())) {
                findings.add(place(place));
            }
        }
        return findings;
    }

    /** @param otherwise what it is to have none: a machine of no cluster may do without */
    private Finding engine(State otherwise) {
        try {
            EngineInfo info = connection.server().engine().info();
            return Finding.present("engine", Message.of("doctor.engine", info.version(), info.platform()));
        } catch (Trouble e) {
            return Finding.failed(otherwise, "engine", e);
        }
    }

    /** Of SLURM, and of what it says that cannot be read. */
    private List<Finding> slurm() {
        ClusterOperations cluster = new ClusterOperations(connection);
        try {
            Optional<String> version = cluster.version();
            if (version.isEmpty()) {
                return List.of(Finding.not(State.ABSENT, "slurm", Message.of("doctor.slurm.none")));
            }
            Records<Partition> told = cluster.partitions();
            List<Partition> partitions = told.found();
            long open = partitions.stream().filter(Partition::allowed).count();
            List<Finding> findings = new ArrayList<>();
            findings.add(Finding.present("slurm", Message.of("doctor.slurm", version.get(), open, partitions.size())));
            told.notShown("nodes.passed-over")
                    .map(said -> Finding.present("slurm", said))
                    .ifPresent(findings::add);
            return findings;
        } catch (Trouble e) {
            return List.of(Finding.failed(State.BROKEN, "slurm", e));
        }
    }

    private Finding place(String path) throws Trouble {
        Output said = connection.server().host().run(Command.script(KIND_OF_PLACE, path));
        return switch (said.status()) {
            case 0 -> Finding.present("storage", Message.of("doctor.storage", path, freeGib(said.text())));
            case 3 -> Finding.not(State.ABSENT, "storage", Message.of("doctor.storage.none", path));
            case 4 -> Finding.present("storage", Message.of("doctor.storage.read-only", path));
            default -> Finding.not(State.BROKEN, "storage", Message.of("doctor.storage.silent", path));
        };
    }

    /** The fourth column of df(1), in GiB; none where df said something else. */
    private static String freeGib(String line) {
        String[] columns = line.strip().split("\\s+");
        return columns.length > 3 && columns[3].matches("\\d{1,15}")
                ? String.valueOf(Long.parseLong(columns[3]) / KIB_OF_GIB)
                : "?";
    }
}
