package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.Cancellation;
import org.maxdock.lab.Lab;
import org.maxdock.lab.LeftBehind;
import org.maxdock.launch.KindTable;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.RunMode;
import org.maxdock.operation.Server;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Partitions;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.maxdock.text.Message;
import org.maxdock.text.Texts;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Every kind of launch in every run mode, as typed: it works, or is refused with the reason that is expected. Its
 * status, what its environment tells it of itself and its job, and what is left of it, are written to
 * target/commands-site.txt, or -plain or -modern.
 */
@Tag("lab")
@Tag("modern")
@Tag("whole")
@Timeout(600)
class EveryKindCommandLabTest {

    private static final int AT_ONCE = 3;
    private static final int STATUS = 5;
    private static final String VALUE = "a  b*";
    private static final String ENVIRONMENT = "{ echo uid=$(id -u); env | grep -E '^(V|SLURM[A-Z_]*)='; } | "
            + "sed \"s/^/${OMPI_COMM_WORLD_RANK:-0} /\"";
    private static final String SAY = ENVIRONMENT + "; sleep 1; exit " + STATUS;
    private static final String OUTPUT = "/beegfs/desy/user/mxuser/typed-";

    /** Shows its environment, and ends when asked to. */
    private static final String SERVE = """
            cd /tmp; { %s; } > index.html; exec python3 -c '
            import http.server, os, threading
            class Handler(http.server.SimpleHTTPRequestHandler):
                def do_POST(self):
                    self.send_response(200)
                    self.end_headers()
                    threading.Timer(2, os._exit, [%d]).start()
            http.server.HTTPServer(("", int(os.environ["PORT"])), Handler).serve_forever()'
            """.formatted(ENVIRONMENT, STATUS);

    private static final String NOTEBOOK = "{\"type\":\"notebook\",\"format\":\"json\",\"content\":"
            + "{\"cells\":[],\"metadata\":{\"kept\":\"yes\"},\"nbformat\":4,\"nbformat_minor\":5}}";

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    private record Cell(LaunchKind.Name kind, RunMode mode) {

        String name() {
            return "typed-" + kind.word() + "-" + mode.word();
        }

        int nodes() {
            return kind == LaunchKind.Name.MPI ? 2 : 1;
        }

        /** One of its own, since several clusters are on a node at once. */
        int port() {
            return 2200
                    + List.of(RunMode.values()).indexOf(mode) * 10
                    + List.of(LaunchKind.Name.values()).indexOf(kind);
        }

        boolean serves() {
            return kind.plain().serves();
        }

        String line(Object... more) {
            return String.format(Locale.ROOT, "%-14s %-8s", mode.word(), kind.word())
                    + List.of(more).stream().map(m -> " | " + m).collect(Collectors.joining());
        }
    }

    @TempDir
    Path folder;

    private Server bench;

    @Test
    void worksOrIsRefusedAsExpected() throws Exception {
        try (Server opened = Lab.connect()) {
            bench = opened;
            var record = Lab.pulled(bench, Lab.MPI);
            bench.provider().provide(Lab.NODE_NAMES, record, Partitions.DEFAULT, new Cancellation());
            new Project(folder, new Json()).put(record);
            List<Future<String>> rows = new ArrayList<>();
            try (ExecutorService some = Executors.newFixedThreadPool(AT_ONCE)) {
                for (RunMode mode : RunMode.values()) {
                    for (LaunchKind.Name kind : LaunchKind.Name.values()) {
                        rows.add(some.submit(() -> row(new Cell(kind, mode))));
                    }
                }
            }
            List<String> lines = new ArrayList<>();
            SoftAssertions wrong = new SoftAssertions(); // all that is, not the first alone
            for (Future<String> row : rows) {
                try {
                    lines.add(row.get());
                } catch (ExecutionException e) {
                    wrong.fail(String.valueOf(e.getCause()), e.getCause());
                }
            }
            Files.write(Path.of("target", "commands-" + Lab.mode() + ".txt"), lines);
            wrong.assertAll();
            String left = new Commands(folder)
                    .maxdock("leftovers", "--node", String.join(",", Lab.NODES))
                    .out();
            assertThat(LeftBehind.ofOurs(left)).isEmpty();
        }
    }

    private String row(Cell cell) throws Exception {
        TypedCommand typed = new TypedCommand(folder, words(cell));
        var refusal = KindTable.refusal(cell.kind(), cell.mode());
        if (refusal.isPresent()) {
            int status = typed.status();
            assertThat(status).as(cell + typed.said()).isEqualTo(Exit.DOES_NOT_HOLD);
            assertThat(typed.out()).as(cell.name()).isEmpty();
            String reason = new Texts(Locale.ENGLISH).get(Message.of(refusal.get()));
            assertThat(typed.said()).as(cell.name()).contains(reason);
            assertThat(Lab.must("mxuser@max-wgs", "squeue --me --noheader --name=" + cell.name()))
                    .isEmpty();
            List<String> left = LeftBehind.containers("maxdock.launch=" + cell.name());
            assertThat(left).as(cell.name()).isEmpty();
            return cell.line("refused: " + reason, "status " + status, "no output", "not begun", left(left));
        }
        String said;
        try {
            said = cell.serves() ? served(cell, typed) : ended(cell, typed);
        } finally {
            Lab.must("mxuser@max-wgs", "scancel --name=" + cell.name()); // where it does not end
        }
        List<Map<String, String>> tasks = tasks(said);
        assertThat(tasks).as(cell + ": " + said + typed.said()).hasSize(cell.nodes());
        for (int task = 0; task < tasks.size(); task++) {
            assertThat(tasks.get(task))
                    .as(cell + ": " + said + typed.said())
                    .containsAllEntriesOf(expected(cell, task));
        }
        Map<String, String> seen = tasks.getFirst();
        JobId job = new JobId(seen.get("SLURM_JOB_ID"));
        assertThat(bench.slurm().details(job)).containsEntry("JobName", cell.name());
        Lab.awaitNone(() -> LeftBehind.of(cell.name(), job).stream()
                .filter(l -> !isOfTheSites(cell, l))
                .toList());
        List<String> left = LeftBehind.of(cell.name(), job);
        return cell.line(
                "works",
                "status " + exit(cell, job, typed),
                said.lines().filter(l -> !l.contains("SLURM")).count() + " lines of its own",
                "told of " + String.join(" ", new TreeMap<>(seen).keySet()),
                left(left));
    }

    private static String left(List<String> left) {
        return left.isEmpty() ? "nothing is left" : "left: " + String.join(", ", left);
    }

    /** Its scripts keep a home for each job, and lists that later commands of the user's read. */
    private static boolean isOfTheSites(Cell cell, String left) {
        return Lab.isSite()
                && (cell.mode() == RunMode.DOCKERRUN || cell.mode() == RunMode.DOCKERCLUSTER)
                && left.matches(
                        "\\S+ (/tmp/docker/mxuser/(home|passwd|group)|/data/netapp/docker/tmp/(hosts|keys))_.*");
    }

    private static List<String> words(Cell cell) {
        List<String> words = new ArrayList<>(List.of(
                "launch", "-p", "maxcpu", "-t", "5", "-N", String.valueOf(cell.nodes()), "--name", cell.name()));
        words.addAll(List.of("--mode", cell.mode().word(), "--kind", cell.kind().word(), "-e", "V=" + VALUE));
        if (cell.kind() == LaunchKind.Name.MPI) {
            words.addAll(List.of("--ranks", "1"));
        }
        boolean clustered = cell.kind().plain() instanceof LaunchKind.Clustered && cell.mode() == RunMode.DOCKERCLUSTER;
        if (clustered || cell.kind() == LaunchKind.Name.MPI) {
            words.addAll(List.of("--port", String.valueOf(cell.port())));
        }
        if (cell.kind() == LaunchKind.Name.BATCH) {
            words.add("--slurm-arg=--output=" + OUTPUT + "%j");
        }
        Lab.whereIsolated(cell.mode() == RunMode.ISOLATED).forEach(asked -> words.add("--slurm-arg=" + asked));
        if (cell.serves()) {
            words.add("--no-browser");
        }
        words.add(Lab.MPI);
        switch (cell.kind()) {
            case JUPYTER -> {}
            case WEB -> words.addAll(List.of("sh", "-c", SERVE));
            default -> words.addAll(List.of("sh", "-c", SAY));
        }
        return words;
    }

    /** In every mode the same, of each task; one that mpirun starts knows which it is, too. */
    private static Map<String, String> expected(Cell cell, int task) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "V",
                VALUE,
                "uid",
                cell.mode() == RunMode.ISOLATED ? "0" : "21437",
                "SLURM_JOB_NAME",
                cell.name(),
                "SLURM_JOB_PARTITION",
                "maxcpu",
                "SLURM_JOB_NUM_NODES",
                String.valueOf(cell.nodes())));
        String number = String.valueOf(task);
        all.putAll(Map.of("SLURM_NODEID", number, "SLURM_PROCID", number, "SLURM_LOCALID", "0"));
        all.put("SLURM_NTASKS", String.valueOf(cell.nodes()));
        if (cell.nodes() == Lab.NODES.size()) {
            all.put("SLURMD_NODENAME", Lab.NODES.get(task));
        }
        return all;
    }

    /** What each task says of itself, the first first; those of an MPI job begin each with the lines of its own. */
    private static List<Map<String, String>> tasks(String said) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        said.lines().filter(l -> l.matches("[0-9]+ .*=.*")).forEach(line -> {
            String[] parts = line.split("[ =]", 3);
            all.computeIfAbsent(parts[0], task -> new TreeMap<>()).put(parts[1], parts[2]);
        });
        return List.copyOf(all.values());
    }

    /** Its output, once it has ended. */
    private String ended(Cell cell, TypedCommand typed) throws Exception {
        int status = typed.status();
        if (cell.kind() != LaunchKind.Name.BATCH) {
            assertThat(status).as(cell + typed.said()).isEqualTo(STATUS);
            return typed.said();
        }
        assertThat(status).as(cell + typed.said()).isZero();
        JobId job = new JobId(typed.said().lines().findFirst().orElse(""));
        await(() -> !bench.slurm().details(job).getOrDefault("JobState", "").matches("RUNNING|PENDING|COMPLETING"));
        return Lab.must("mxuser@max-wgs", "cat " + OUTPUT + job + "; rm " + OUTPUT + job);
    }

    private String exit(Cell cell, JobId job, TypedCommand typed) throws Exception {
        if (cell.kind() != LaunchKind.Name.BATCH) {
            return String.valueOf(typed.status());
        }
        String code = bench.slurm().details(job).get("ExitCode");
        assertThat(code).as(cell.name()).isEqualTo(STATUS + ":0");
        return code;
    }

    /** What it shows; then it is asked to end. */
    private static String served(Cell cell, TypedCommand typed) throws Exception {
        await(() -> typed.out().contains("http://"));
        String address = typed.out().strip();
        if (cell.kind() == LaunchKind.Name.WEB) {
            String page = send(HttpRequest.newBuilder(URI.create(address)), 200);
            send(HttpRequest.newBuilder(URI.create(address)).POST(HttpRequest.BodyPublishers.noBody()), 200);
            assertThat(typed.status()).as(cell + typed.said()).isEqualTo(STATUS);
            return page;
        }
        URI note = URI.create(address.replace("?", "api/contents/" + cell.name() + ".ipynb?"));
        send(HttpRequest.newBuilder(note).PUT(HttpRequest.BodyPublishers.ofString(NOTEBOOK)), 201);
        assertThat(send(HttpRequest.newBuilder(note), 200)).contains("\"kept\"");
        send(HttpRequest.newBuilder(note).DELETE(), 204); // dockerrun works in the user's home
        String seen = ofItsProcess(cell);
        URI end = URI.create(address.replace("?", "api/shutdown?"));
        send(HttpRequest.newBuilder(end).POST(HttpRequest.BodyPublishers.noBody()), 200);
        assertThat(typed.status()).as(cell + typed.said()).isZero();
        return seen;
    }

    /** Jupyter's kernels have its environment. */
    private static String ofItsProcess(Cell cell) {
        String look = "c=$(docker ps -q --filter label=maxdock.launch=" + cell.name() + "); [ -z \"$c\" ] || "
                + "{ echo uid=$(docker exec $c id -u); "
                + "tr '\\0' '\\n' < /proc/$(docker inspect --format '{{.State.Pid}}' $c)/environ; } | sed 's/^/0 /'";
        return Lab.NODES.stream().map(n -> Lab.must(n, look)).collect(Collectors.joining());
    }

    private static String send(HttpRequest.Builder request, int expected) throws Exception {
        HttpResponse<String> answer = BROWSER.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
        return answer.body();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    }
}
