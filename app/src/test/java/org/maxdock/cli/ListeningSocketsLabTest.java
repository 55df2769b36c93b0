package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Running;
import org.maxdock.host.Terminal;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.launch.KeptTerminals;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.launch.OpenApplication;
import org.maxdock.launch.RunMode;
import org.maxdock.launch.ServedPort;
import org.maxdock.launch.VirtualCluster;
import org.maxdock.operation.Server;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.Partitions;
import org.testfx.util.WaitForAsyncUtils;

/**
 * What listens while everything is open, on this machine, the server and the nodes: each socket is one of which
 * docs/threats.md says who is asked there, and those that ask nobody stand where only the user comes to.
 */
@Tag("lab")
@Tag("once")
@Timeout(240)
class ListeningSocketsLabTest {

    private static final String HERE = "here";
    private static final List<String> NODES = List.of("max-wn001", "max-wn002");
    private static final int CLUSTER_PORT = 2063;
    private static final Pattern PROCESS = Pattern.compile("\\(\\(\"([^\"]+)\",pid=([0-9]+)");

    @TempDir
    Path folder;

    /**
     * One that listens.
     *
     * @param address of TCP with its port, of Unix its path
     */
    private record Listening(String host, boolean unix, String address, String program) {

        static Listening read(String host, String line) {
            boolean unix = line.startsWith("u_");
            String[] words = line.strip().split("\\s+");
            Matcher process = PROCESS.matcher(line);
            return new Listening(host, unix, words[unix ? 4 : 3], process.find() ? process.group(1) : "");
        }

        boolean isLoopback() {
            return address.startsWith("127.0.0.1:") || address.startsWith("[::ffff:127.0.0.1]:");
        }

        /** Whether only its user comes to it: by the folder that it is in. */
        boolean isInClosedFolder() {
            String asked = "stat -c %a -- \"$(dirname -- '" + address + "')\"";
            String mode =
                    host.equals(HERE) ? Lab.run(List.of("bash", "-c", asked)).out() : Lab.must(host, asked);
            return mode.strip().equals("700");
        }

        /** As the threat page has it; the empty text for one that is not on it. */
        String asks() {
            boolean onNode = NODES.contains(host);
            if (unix) {
                return switch (program) {
                    case "slurmstepd" -> address.startsWith("/var/spool/slurmd/") ? "SLURM, who comes" : "";
                    case "containerd-shim" -> address.startsWith("/run/containerd/s/") ? "the engine's own" : "";
                    default -> address.startsWith("/") && isInClosedFolder() ? "its folder is the user's alone" : "";
                };
            }
            return switch (program) {
                case "java" -> host.equals(HERE) && isLoopback() ? "the application's gate" : "";
                case "salloc", "srun", "slurmstepd" -> host.equals(HERE) ? "" : "SLURM's credential";
                case "sshd" -> onNode && address.endsWith(":" + CLUSTER_PORT) ? "the cluster's key" : "";
                case "python3", "jupyter", "jupyter-lab", "jupyter-noteboo" -> onNode ? "Jupyter's token" : "";
                case "mpirun", "orted", "prterun", "prted" -> onNode || isLoopback() ? "Open MPI" : "";
                default -> "";
            };
        }
    }

    private static Stream<Listening> listening(String host) {
        String asked = "ss -Hltnp; ss -Hlxp -f unix | grep -v ^u_dgr";
        String said =
                host.equals(HERE) ? Lab.run(List.of("bash", "-c", asked)).out() : Lab.must(host, asked + " || true");
        return said.lines()
                .filter(line -> !line.isBlank() && !(host.equals(HERE) && isOfOtherTests(line)))
                .map(line -> Listening.read(host, line));
    }

    /**
     * Tests that need no lab may run beside, and start servers of their own, also in Python, which MaxDock starts none
     * in here; some have ended before it is asked whose they were.
     */
    private static boolean isOfOtherTests(String line) {
        Matcher process = PROCESS.matcher(line);
        if (!process.find()) {
            return false;
        }
        boolean byAnother = process.group(1).startsWith("python");
        Optional<ProcessHandle> one = ProcessHandle.of(Long.parseLong(process.group(2)));
        byAnother |= one.isEmpty();
        while (one.isPresent()) {
            if (one.get().equals(ProcessHandle.current())) {
                return false;
            }
            byAnother |= one.get().info().command().orElse("").endsWith("/java");
            one = one.get().parent();
        }
        return byAnother;
    }

    private static Set<Listening> everywhere() {
        return Stream.of(HERE, "max-wgs", "max-wn001", "max-wn002")
                .flatMap(ListeningSocketsLabTest::listening)
                .collect(Collectors.toSet());
    }

    private static Launch launch(LaunchKind work, RunMode mode, int nodes, String... command) {
        return new Launch(
                        "sockets",
                        ImageReference.parse(Lab.MPI),
                        List.of(),
                        List.of(),
                        mode,
                        LaunchPlace.Allocation.of("maxcpu", nodes, "5"),
                        List.of(command),
                        "")
                .withKind(work);
    }

    @Test
    void eachIsOnTheThreatPage() throws Exception {
        try (Server bench = Lab.connect()) {
            ImageRecord record = Lab.pulled(bench, Lab.MPI);
            bench.provider().provide(Lab.NODE_NAMES, record, Partitions.DEFAULT, new Cancellation());
            Set<Listening> before = everywhere();
            LaunchPlan notebook = bench.launcher().plan(launch(LaunchKind.Name.JUPYTER.plain(), RunMode.ME, 1), record);
            LaunchPlan cluster = bench.launcher()
                    .plan(
                            launch(
                                    new LaunchKind.Mpi(1, "", new VirtualCluster("sockets", CLUSTER_PORT)),
                                    RunMode.DOCKERCLUSTER,
                                    2,
                                    "sleep",
                                    "200"),
                            record);
            Mark kept = Mark.fresh();
            assertThat(new Commands(folder)
                            .maxdock("connection", "keep", "--for", "5")
                            .status())
                    .isZero();
            try (Running serving = bench.launcher().start(notebook);
                    Running ranks = bench.launcher().start(cluster);
                    Terminal terminal = new KeptTerminals(bench.host(), Duration.ofMinutes(5))
                            .open(kept, "exec bash --norc", 80, 24);
                    OpenApplication application = new OpenApplication(bench.host(), served(bench, notebook), t -> {})) {
                assertThat(application.address()).contains(".localhost:");
                terminal.resize(100, 30);
                assertThat(new Commands(folder).maxdock("images").status()).isZero();
                await(() -> NODES.stream()
                        .allMatch(node ->
                                listening(node).anyMatch(one -> one.address().endsWith(":" + CLUSTER_PORT))));
                Set<Listening> now = new HashSet<>(everywhere());
                now.removeAll(before);
                now.forEach(one -> System.out.println(one + ": " + one.asks()));
                assertThat(now).extracting(Listening::program).contains("java", "ssh", "sshd", "dtach");
                assertThat(now)
                        .allSatisfy(
                                one -> assertThat(one.asks()).as(one.toString()).isNotEmpty());
            } finally {
                bench.terminals().end(kept);
                new Commands(folder).maxdock("connection", "end");
            }
        }
    }

    private static ServedPort served(Server bench, LaunchPlan plan) throws Exception {
        AtomicReference<Optional<ServedPort>> found = new AtomicReference<>(Optional.empty());
        await(() -> {
            found.set(bench.applications().find(plan.mark(), plan.launch().place()));
            return found.get().isPresent();
        });
        return found.get().orElseThrow();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, condition);
    }
}
