package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.host.Terminal;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.lab.RecordedImage;
import org.maxdock.node.JobContainer;
import org.maxdock.operation.JobBook;
import org.maxdock.operation.Server;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.NodeName;
import org.maxdock.slurm.NodeNames;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.TimeLimit;
import org.maxdock.store.Json;
import org.maxdock.store.Run;
import org.maxdock.store.Runs;
import org.maxdock.text.Trouble;

/** The kinds of launch, on the lab's nodes and on its workgroup server, and what becomes of their jobs. */
@Tag("lab")
@Tag("modern")
@Tag("once")
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KindsLabTest {

    private static final String IMAGE = "max-registry:5000/test/kinds:1";
    private static final String NAME = "kinds";
    private static final String SERVE = "echo welcome > /tmp/index.html; cd /tmp; exec python3 -m http.server $PORT";

    @TempDir
    static Path folder;

    private Server bench;
    private ImageRecord record;

    @BeforeAll
    void build() throws Exception {
        bench = Lab.connect();
        Files.copy(
                Lab.top().resolve("ui-resources/src/main/resources/org/maxdock/example/mpi/Dockerfile"),
                folder.resolve("Dockerfile"));
        Files.copy(
                Lab.top().resolve("ui-resources/src/main/resources/org/maxdock/example/mpi/pingpong.py"),
                folder.resolve("pingpong.py"));
        record = RecordedImage.everywhere(bench, folder, IMAGE);
    }

    @AfterAll
    void nothingIsLeft() throws Exception {
        Lab.awaitNone(() -> bench.slurm().mine().found());
        Lab.awaitNone(() -> LeftOfLaunches.of(bench.leftovers().find(Set.of())));
        for (String host : List.of("max-wgs", "max-wn001", "max-wn002")) {
            assertThat(Lab.must(
                            host,
                            "! command -v docker >/dev/null || "
                                    + "docker ps -a --format '{{.Names}}' | grep -e maxdock- -e docker_ || true"))
                    .isEmpty();
            assertThat(Lab.must(host, "ls -d /tmp/maxdock* 2>/dev/null || true"))
                    .isEmpty();
        }
        bench.close();
    }

    private static Launch launch(LaunchKind work, RunMode mode, LaunchPlace where, String... command) {
        return new Launch(NAME, ImageReference.parse(IMAGE), List.of(), List.of(), mode, where, List.of(command), "")
                .withKind(work);
    }

    private Output run(Launch launch) throws Exception {
        try (Running running = bench.launcher().start(bench.launcher().plan(launch, record))) {
            return CancellableOutput.collect(running);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RunMode.class,
            names = {"ME", "DOCKERCLUSTER"})
    void mpiOnTwoNodes(RunMode mode) throws Exception {
        Output output = run(launch(
                new LaunchKind.Mpi(1, "", new VirtualCluster("", 2047)),
                mode,
                LaunchPlace.Allocation.of("maxcpu", 2, "5"),
                "python3",
                "/opt/pingpong.py"));
        assertThat(output.text())
                .as(output.errors())
                .contains("ranks on max-wn001 max-wn002")
                .containsPattern("a message from rank 0 to rank 1 takes \\d+\\.\\d us");
        assertThat(output.status()).isZero();
    }

    @Test
    @Tag("whole")
    void mpiHasARankOnEachCoreWhenNothingElseIsSaid() throws Exception {
        Output output = run(launch(
                LaunchKind.Name.MPI.plain(),
                RunMode.DOCKERCLUSTER,
                LaunchPlace.Allocation.of("maxcpu", 2, "5"),
                "hostname"));
        assertThat(output.text().lines().filter("max-wn001"::equals))
                .as(output.errors())
                .hasSize(8);
        assertThat(output.text().lines().filter("max-wn002"::equals)).hasSize(8);
    }

    @Test
    @Tag("whole")
    void twoLaunchesInOneJobDoNotDisturbEachOther() throws Exception {
        String first = bench.launcher()
                .script(bench.launcher()
                        .plan(
                                launch(
                                        LaunchKind.Name.COMMAND.plain(),
                                        RunMode.ME,
                                        LaunchPlace.Allocation.of("maxcpu", 1, "5"),
                                        "sh",
                                        "-c",
                                        "sleep 4; echo first"),
                                record));
        String second = bench.launcher()
                .script(bench.launcher()
                        .plan(
                                launch(
                                        LaunchKind.Name.COMMAND.plain(),
                                        RunMode.ME,
                                        LaunchPlace.Allocation.of("maxcpu", 1, "5"),
                                        "echo",
                                        "second"),
                                record));
        Output output = bench.host()
                .run(Command.script(
                        "salloc --quiet -N 1 -p maxcpu -t 5 bash -c 'bash -c \"$1\" & sleep 1; "
                                + "bash -c \"$2\"; wait' bash \"$1\" \"$2\"",
                        first,
                        second));
        assertThat(output.text()).as(output.errors()).isEqualTo("second\nfirst\n");
    }

    @Test
    void aClusterOnTheServerItselfIsRefusedBefore() throws Exception {
        assertThat(bench.preflight()
                        .check(
                                launch(LaunchKind.Name.MPI.plain(), RunMode.ME, new LaunchPlace.OnServer()),
                                Optional.of(record)))
                .anyMatch(c -> c.reason().key().equals("check.mode.no-cluster"));
    }

    @Test
    void anImageWithoutSshdIsToldSo() throws Exception {
        ImageRecord base = Lab.pulled(bench, Lab.BASE);
        Launch launch = new Launch(
                        NAME,
                        ImageReference.parse(Lab.BASE),
                        List.of(),
                        List.of(),
                        RunMode.ME,
                        LaunchPlace.Allocation.of("maxcpu", 2, "5"),
                        List.of("hostname"),
                        "")
                .withKind(new LaunchKind.Mpi(1, "", new VirtualCluster("", 2048)));
        String told = Lab.isModern() ? "check.program.unseen" : "check.fitness.lacks"; // who has no engine sees none
        assertThat(bench.preflight().check(launch, Optional.of(base)))
                .anyMatch(c -> c.reason().key().equals(told)
                        && c.reason().arguments().toString().contains("sshd"));
        assertThat(bench.preflight()
                        .check(
                                launch(
                                        new LaunchKind.Mpi(1, "", new VirtualCluster("", 2048)),
                                        RunMode.ME,
                                        LaunchPlace.Allocation.of("maxcpu", 2, "5")),
                                Optional.of(record)))
                .anyMatch(c -> c.reason().key().equals(Lab.isModern() ? told : "check.fitness.ok"));
    }

    @Test
    @Tag("whole")
    void severalClustersInOneJobHaveNamesAndPortsOfTheirOwnAndTheJobStays() throws Exception {
        JobId job = new JobId(Lab.must("mxuser@max-wgs", "sbatch --parsable -N2 -t 10 -o /dev/null --wrap 'sleep 300'")
                .strip());
        LaunchPlace there = new LaunchPlace.InJob(job);
        await(() -> bench.slurm().find(job).filter(Job::running).isPresent());
        try (Running first = bench.launcher()
                .start(bench.launcher()
                        .plan(
                                launch(
                                        new LaunchKind.Mpi(1, "", new VirtualCluster("first", 2051)),
                                        RunMode.DOCKERCLUSTER,
                                        there,
                                        "sleep",
                                        "250"),
                                record))) {
            await(() -> containers("first") == 2
                    && Lab.must("mxuser@max-wn001", "docker exec -u 21437:3512 first ps -ef || true")
                            .contains("mpirun"));
            shellInTheContainerOf(job, new NodeName("max-wn002"));
            Launch second = launch(
                    new LaunchKind.Mpi(1, "", new VirtualCluster("second", 2052)),
                    RunMode.ME,
                    there,
                    "python3",
                    "/opt/pingpong.py");
            assertThat(bench.preflight().check(second, Optional.of(record)))
                    .noneMatch(c -> c.state() == PreflightCheck.Outcome.FAILS)
                    .anyMatch(c -> c.reason().key().equals("check.job.runs"));
            Output output = run(second);
            assertThat(output.text()).as(output.errors()).contains("ranks on max-wn001 max-wn002");
            Launch sameName = second.withKind(new LaunchKind.Mpi(1, "", new VirtualCluster("first", 2052)));
            assertThat(bench.preflight().check(sameName, Optional.of(record)))
                    .anyMatch(c -> c.reason().key().equals("check.job.busy"));
            assertThat(run(sameName).errors()).contains("a container first is on max-wn00");
            assertThat(run(second.withKind(new LaunchKind.Mpi(1, "", new VirtualCluster("second", 2051))))
                            .errors())
                    .contains("port 2051 of max-wn00");
            assertThat(containers("first"))
                    .as("no other launch has taken it away")
                    .isEqualTo(2);
            assertThat(run(launch(LaunchKind.Name.COMMAND.plain(), RunMode.DOCKERRUN, there, "hostname"))
                            .text()
                            .lines()
                            .sorted())
                    .containsExactly("max-wn001", "max-wn002");
        }
        await(() -> containers("first") == 0);
        assertThat(bench.slurm().find(job))
                .hasValueSatisfying(j -> assertThat(j.running()).isTrue());
        bench.slurm().cancel(List.of(job));
        await(() -> bench.slurm().find(job).isEmpty());
        Launch late = launch(LaunchKind.Shell.PLAIN, RunMode.ME, there, "true");
        assertThatThrownBy(() -> bench.jobViews().containers(job, new Cancellation()))
                .isInstanceOfSatisfying(
                        org.maxdock.text.Trouble.class, t -> assertThat(t.key()).isEqualTo("no-such-job"));
        assertThat(bench.preflight().check(late, Optional.of(record)))
                .anyMatch(c -> c.reason().key().equals("check.job.ended"));
        assertThat(run(late).errors()).contains("job " + job + " does not run");
    }

    /** Also where somebody has taken its image's name away meanwhile. */
    private void shellInTheContainerOf(JobId job, NodeName node) throws Exception {
        Lab.must(node.text(), "docker tag " + IMAGE + " away:1 && docker rmi " + IMAGE);
        try {
            shellInTheContainerThere(job, node);
        } finally {
            Lab.must(node.text(), "docker tag away:1 " + IMAGE + " && docker rmi away:1");
        }
    }

    private void shellInTheContainerThere(JobId job, NodeName node) throws Exception {
        List<JobContainer> containers =
                bench.jobViews().containers(job, new Cancellation()).found();
        assertThat(containers).extracting(JobContainer::node).containsExactlyElementsOf(Lab.NODE_NAMES);
        assertThat(containers).extracting(JobContainer::name).containsOnly("first");
        JobContainer there = containers.stream()
                .filter(c -> c.node().equals(node))
                .findFirst()
                .orElseThrow();
        try (Terminal shell = bench.jobViews().shell(job, there, 80, 24)) {
            Screen screen = new Screen(shell);
            screen.type("echo is-$((1 + 1))-$(hostname); exit\n");
            await(() -> screen.text().contains("is-2-" + node));
        }
    }

    private static long containers(String name) {
        return Lab.NODES.stream()
                .filter(n -> !Lab.must(n, "docker ps --all --quiet --filter name=^/" + name + "$")
                        .isEmpty())
                .count();
    }

    @Test
    void jupyterAnswersThroughTheTunnelToWhoHasTheTokenAndToNobodyElse() throws Exception {
        LaunchPlan plan = bench.launcher()
                .plan(
                        launch(
                                LaunchKind.Name.JUPYTER.plain(),
                                RunMode.ME,
                                LaunchPlace.Allocation.of("maxcpu", 1, "5")),
                        record);
        try (Running running = bench.launcher().start(plan)) {
            ServedPort served = served(plan);
            try (OpenApplication application = new OpenApplication(bench.host(), served, t -> {})) {
                HttpClient browser = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
                String link = LinkFile.leadsTo(application.link());
                assertThat(get(browser, link).body()).contains("<title>").containsIgnoringCase("jupyter");
                assertThat(get(HttpClient.newHttpClient(), link).statusCode())
                        .as("the link is good for one time")
                        .isEqualTo(410);
                String api = application.address().replaceFirst("\\?.*", "") + "api/contents";
                assertThat(get(HttpClient.newHttpClient(), api).statusCode()).isEqualTo(403);
                assertThat(get(browser, api).statusCode()).isEqualTo(200);
            }
            assertNobodyElseGetsIn(served);
        }
    }

    /** Another user of the node, of its engine and of the server: neither the page nor the token. */
    private void assertNobodyElseGetsIn(ServedPort served) {
        for (String where : List.of("mxother@" + served.node(), "mxother@max-wgs")) {
            String page = Lab.must(
                    where,
                    "exec 3<>/dev/tcp/" + served.node() + "/" + served.port()
                            + "; printf 'GET /api/contents HTTP/1.0\\r\\n\\r\\n' >&3; head -n 1 <&3");
            assertThat(page).contains("403");
        }
        String all = Lab.must(
                "mxother@" + served.node(),
                "ps -ef; cat /proc/*/environ 2>/dev/null | tr '\\0' '\\n'; "
                        + "c=$(docker ps -q --filter label=maxdock.port="
                        + served.port()
                        + "); docker inspect $c; docker logs $c 2>&1; docker cp $c:/home - 2>/dev/null | "
                        + "tr -cd '[:print:]'; find /tmp -type f -exec cat {} + 2>/dev/null; true");
        assertThat(all).contains(String.valueOf(served.port())).doesNotContain(served.token());
        assertThat(Lab.must("mxother@max-wgs", "ps -ef; find /tmp -type f -exec cat {} + 2>/dev/null; true"))
                .doesNotContain(served.token());
        assertThat(served.toString()).doesNotContain(served.token());
    }

    private ServedPort served(LaunchPlan plan) throws Exception {
        AtomicReference<Optional<ServedPort>> found = new AtomicReference<>(Optional.empty());
        await(() -> {
            found.set(bench.applications().find(plan.mark(), plan.launch().place()));
            return found.get().isPresent();
        });
        return found.get().orElseThrow();
    }

    private static HttpResponse<String> get(HttpClient client, String address) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWebApplicationAnswersThroughTheTunnel(boolean isolated) throws Exception {
        Assumptions.assumeTrue(isolated || !Lab.isModern(), "there is no engine on the server");
        LaunchPlan plan = bench.launcher()
                .plan(
                        launch(
                                LaunchKind.Name.WEB.plain(),
                                isolated ? RunMode.ISOLATED : RunMode.ME,
                                isolated
                                        ? LaunchPlace.Allocation.of("maxcpu", 1, "5")
                                                .withMore(Lab.whereIsolated(true))
                                        : new LaunchPlace.OnServer(),
                                "sh",
                                "-c",
                                SERVE),
                        record);
        try (Running running = bench.launcher().start(plan);
                OpenApplication application = new OpenApplication(bench.host(), served(plan), t -> {})) {
            assertThat(get(HttpClient.newHttpClient(), application.address()).body())
                    .isEqualTo("welcome\n");
        }
    }

    @Test
    void aPortThatIsTakenIsToldBeforeTheContainerStarts() throws Exception {
        String busy = "python3 -c 'import socket,time; s=socket.socket(); "
                + "s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind((\"127.0.0.1\", 23456)); "
                + "s.listen(); print(1, flush=True); time.sleep(60)'";
        try (Running taken = bench.host()
                .start(Command.script("exec srun --quiet -N1 -n1 -w max-wn001 " + busy)
                        .withLifeline())) {
            assertThat(taken.output().read()).isEqualTo('1');
            Output output = run(launch(
                    new LaunchKind.Web(23456),
                    RunMode.ME,
                    LaunchPlace.Allocation.of("maxcpu", 1, "5").withMore(List.of("--nodelist=max-wn001")),
                    "sleep",
                    "60"));
            assertThat(output.status()).isEqualTo(3);
            assertThat(output.errors()).contains("port 23456 of max-wn001 is taken");
        }
    }

    /** Between the look at the port and the program's own start there are seconds: whoever comes then is found out. */
    @Test
    void aPortThatSomebodyElseTakesMeanwhileEndsTheLaunch() throws Exception {
        Launch launch = launch(
                new LaunchKind.Web(23457),
                RunMode.ME,
                LaunchPlace.Allocation.of("maxcpu", 1, "5").withMore(List.of("--nodelist=max-wn001")),
                "sleep",
                "100");
        try (Running running = bench.launcher().start(bench.launcher().plan(launch, record))) {
            await(() -> !Lab.must("max-wn001", "docker ps -q --filter label=maxdock.port=23457")
                    .isEmpty());
            Lab.must(
                    "mxother@max-wn001",
                    "cd /tmp && setsid -f python3 -m http.server 23457 </dev/null >/dev/null 2>&1");
            Output output = CancellableOutput.collect(running);
            assertThat(output.status()).isEqualTo(3);
            assertThat(output.errors())
                    .contains("port 23457 of max-wn001 was taken by mxother before your program could");
        } finally {
            Lab.must("max-wn001", "pkill -u mxother -f 'http.server 23457' || true");
        }
        await(() -> Lab.must("max-wn001", "docker ps -aq").isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            value = RunMode.class,
            names = {"ISOLATED", "ME", "DOCKERRUN"})
    void onTheWorkgroupServerItself(RunMode mode) throws Exception {
        Lab.onlyWithEngineOnServer();
        Output output = run(launch(
                LaunchKind.Name.COMMAND.plain(),
                mode,
                new LaunchPlace.OnServer(),
                "sh",
                "-c",
                "uname -n | grep -c max-wgs; id -u; exit 6"));
        assertThat(output.text())
                .as(output.errors())
                .isEqualTo(mode == RunMode.ISOLATED ? "0\n0\n" : mode == RunMode.ME ? "0\n21437\n" : "1\n21437\n");
        assertThat(output.status()).isEqualTo(6);
    }

    @Test
    void aSiteWithoutItsScriptsGetsTheSameFromPlainDocker() throws Exception {
        Lab.onlyOnSite();
        Lab.NODES.forEach(n -> Lab.must(n, "mkdir -p /root/away && mv /usr/local/bin/docker* /root/away/"));
        try {
            Output output = run(launch(
                    LaunchKind.Name.COMMAND.plain(),
                    RunMode.DOCKERRUN,
                    LaunchPlace.Allocation.of("maxcpu", 1, "5"),
                    "sh",
                    "-c",
                    "id -un; pwd; uname -n"));
            assertThat(output.text()).isEqualTo("mxuser\n/docker_pwd\nmax-wn001\n");
            assertThat(output.errors()).contains("max-wn001 has no dockerrun; the same is done with plain docker");
            Output cluster = run(launch(
                    new LaunchKind.Mpi(1, "", new VirtualCluster("", 2049)),
                    RunMode.DOCKERCLUSTER,
                    LaunchPlace.Allocation.of("maxcpu", 2, "5"),
                    "hostname"));
            assertThat(cluster.text().lines().sorted()).containsExactly("max-wn001", "max-wn002");
            assertThat(cluster.errors()).contains("has no dockercluster");
        } finally {
            Lab.NODES.forEach(n -> Lab.must(n, "mv /root/away/* /usr/local/bin/"));
        }
    }

    @Test
    void optionsOfTheSitesScriptAreReadFromIt() throws Exception {
        Lab.onlyOnSite();
        assertThat(bench.siteOptions(RunMode.DOCKERRUN)).containsExactly("-help", "-start-ssh", "-no-add-user");
        assertThat(bench.siteOptions(RunMode.DOCKERCLUSTER)).containsExactlyInAnyOrder("-u", "-n", "-p", "-s", "-h");
        Launch launch = launch(
                        LaunchKind.Name.COMMAND.plain(),
                        RunMode.DOCKERRUN,
                        LaunchPlace.Allocation.of("maxcpu", 1, "5"),
                        "sh",
                        "-c",
                        "ls -d /docker_pwd")
                .withContainer(ContainerOptions.NONE.withSite(List.of("-no-add-user")));
        assertThat(run(launch).status()).isNotZero();
        assertThat(bench.preflight()
                        .check(
                                launch.withContainer(ContainerOptions.NONE.withSite(List.of("-no-add-wd"))),
                                Optional.of(record)))
                .anyMatch(c -> c.reason().key().equals("check.mode.unknown-option"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dtach", "tmux"})
    @Tag("whole")
    void aTerminalOutlivesTheConnectionAndIsFoundAgain(String tool) throws Exception {
        boolean tmux = tool.equals("tmux");
        if (tmux) {
            Lab.must("max-wgs", "mv /usr/bin/dtach /usr/bin/dtach.away");
        }
        Mark mark = Mark.fresh();
        try {
            String script = bench.launcher()
                    .script(new LaunchPlan(
                            launch(
                                    LaunchKind.Shell.PLAIN,
                                    RunMode.ME,
                                    LaunchPlace.Allocation.of("maxcpu", 1, "5"),
                                    "bash",
                                    "--norc"),
                            record,
                            mark));
            try (Server other = Lab.connect()) {
                Terminal terminal = new KeptTerminals(other.host(), Duration.ofMinutes(5)).open(mark, script, 100, 30);
                Screen screen = new Screen(terminal);
                await(() -> screen.text().contains("bash-5"));
                screen.type("kept=$((40 + 2)); echo was-$kept\n");
                await(() -> screen.text().contains("was-42"));
                other.host().close();
            }
            assertThat(bench.terminals().marks()).containsExactly(mark);
            assertThat(bench.leftovers().find(Set.of())).contains(new Leftover.KeptTerminal(mark));
            assertThat(LeftOfLaunches.of(bench.leftovers().find(Set.of(mark)))).isEmpty();
            try (Terminal again = bench.terminals().attach(mark, 100, 30)) {
                Screen screen = new Screen(again);
                screen.type("echo is-$kept\n");
                await(() -> screen.text().contains("is-42"));
                Job job = bench.slurm().find(mark).orElseThrow();
                try (Terminal shell = bench.jobViews()
                        .shell(
                                job.id(),
                                bench.jobViews()
                                        .containers(job.id(), new Cancellation())
                                        .found()
                                        .getFirst(),
                                80,
                                24)) {
                    Screen inside = new Screen(shell);
                    inside.type("echo in-$((1 + 1))-$USER; exit\n");
                    await(() -> inside.text().contains("in-2-mxuser"));
                }
            }
            await(() -> bench.slurm().find(mark).isEmpty());
            assertThat(bench.terminals().marks()).isEmpty();
        } finally {
            bench.terminals().end(mark);
            if (tmux) {
                Lab.must("max-wgs", "mv /usr/bin/dtach.away /usr/bin/dtach");
            }
        }
    }

    @Test
    void whatWaitsSaysWhyAndCancellingGivesItBack() throws Exception {
        LaunchPlan plan = bench.launcher()
                .plan(
                        launch(
                                LaunchKind.Shell.PLAIN,
                                RunMode.ME,
                                LaunchPlace.Allocation.of("maxcpu", 1, "5").withMore(List.of("--begin=now+1hour")),
                                "bash"),
                        record);
        try (Terminal terminal = bench.launcher().openTerminal(plan, 80, 24)) {
            await(() -> bench.slurm()
                    .waiting(plan.mark())
                    .filter(w -> w.why().key().equals("slurm.reason.BeginTime"))
                    .isPresent());
            assertThat(bench.slurm().waiting(plan.mark()).orElseThrow().hasStart())
                    .isTrue();
        }
        assertThat(bench.slurm().find(plan.mark())).isEmpty();
    }

    @Test
    @Tag("whole")
    void aBatchJobOfAnArrayCanBeFollowedShortenedRequeuedAndIsRememberedAfterItsEnd() throws Exception {
        Launch launch = launch(
                new LaunchKind.Batch("1-2", VirtualCluster.SITES),
                RunMode.ME,
                LaunchPlace.Allocation.of("maxcpu", 1, "10")
                        .withMore(List.of("--output=/beegfs/desy/user/mxuser/kinds-%a.out")),
                "sh",
                "-c",
                "echo ran; sleep 600");
        LaunchPlan plan = bench.launcher().plan(launch, record);
        String job = bench.launcher().submit(plan).text();
        JobId one = new JobId(job + "_1");
        JobId two = new JobId(job + "_2");
        Runs runs = new Runs(folder.resolve("runs.json"), new Json());
        runs.put(new Run(plan.mark(), Optional.of(one), "max-wgs", "2026-11-24T12:00:00Z", launch, "", "", "", ""));
        await(() -> bench.slurm().mine().found().stream()
                        .filter(j -> j.comment().equals(plan.mark().text()) && j.running())
                        .count()
                == 2);
        assertThat(bench.jobViews().outputFile(one)).isEqualTo("/beegfs/desy/user/mxuser/kinds-1.out");
        await(() -> Lab.must("mxuser@max-wgs", "cat /beegfs/desy/user/mxuser/kinds-1.out")
                .contains("ran"));
        await(() -> Lab.must("mxuser@max-wgs", "cat /beegfs/desy/user/mxuser/kinds-2.out")
                .contains("ran"));
        assertThat(LeftOfLaunches.of(bench.leftovers().findOn(Lab.NODE_NAMES, Partitions.DEFAULT, new Cancellation())))
                .as("what runs is not left over")
                .isEmpty();
        await(() -> bench.jobViews().containers(two, new Cancellation()).found().size() == 1);
        try (Terminal shell = bench.jobViews()
                .shell(
                        two,
                        bench.jobViews()
                                .containers(two, new Cancellation())
                                .found()
                                .getFirst(),
                        80,
                        24)) {
            Screen screen = new Screen(shell);
            screen.type("echo task-$((1 + 1)); exit\n");
            await(() -> screen.text().contains("task-2"));
        }
        besideATask(two);
        bench.slurm().setTimeLimit(one, new TimeLimit("5"));
        assertThat(bench.slurm().details(one))
                .containsEntry("TimeLimit", "00:05:00")
                .containsEntry("Comment", plan.mark().text());
        assertThatThrownBy(() -> bench.slurm().setTimeLimit(one, new TimeLimit("60")))
                .isInstanceOf(Trouble.class)
                .extracting(t -> ((Trouble) t).key())
                .isEqualTo("slurm-not-allowed");
        bench.slurm().requeue(two);
        await(() -> bench.slurm().details(two).get("Restarts").equals("1"));
        JobBook book = new JobBook(bench.slurm(), runs, "max-wgs");
        assertThat(book.read(false).found())
                .anyMatch(e -> e.run().isPresent() && e.job().isPresent());
        bench.slurm().cancel(List.of(new JobId(job)));
        await(() -> book.read(false).found().stream()
                .anyMatch(e -> e.job().isEmpty()
                        && e.state().equals("CANCELLED")
                        && e.run().map(Run::mark).filter(plan.mark()::equals).isPresent()));
        assertThat(book.read(false).found())
                .anyMatch(e -> e.ended().isPresent()
                        && e.run().map(Run::launch).filter(launch::equals).isPresent());
        Lab.must("mxuser@max-wgs", "rm -f /beegfs/desy/user/mxuser/kinds-*.out");
    }

    /** An application answers from there, and a cluster whose name a node has already is told before. */
    private void besideATask(JobId task) throws Exception {
        LaunchPlace there = new LaunchPlace.InJob(task);
        LaunchPlan web = bench.launcher()
                .plan(launch(LaunchKind.Name.WEB.plain(), RunMode.ME, there, "sh", "-c", SERVE), record);
        try (Running running = bench.launcher().start(web);
                OpenApplication application = new OpenApplication(bench.host(), served(web), t -> {})) {
            assertThat(get(HttpClient.newHttpClient(), application.address()).body())
                    .isEqualTo("welcome\n");
        }
        Launch cluster = launch(LaunchKind.Shell.PLAIN, RunMode.DOCKERCLUSTER, there, "true");
        assertThat(bench.preflight().check(cluster, Optional.of(record)))
                .noneMatch(c -> c.reason().key().equals("check.job.busy"));
        String node = bench.slurm().find(task).orElseThrow().where();
        String name = "docker_" + bench.slurm().number(task);
        Lab.must("mxuser@" + node, "docker create --name " + name + " " + Lab.BASE + " true");
        assertThat(bench.preflight().check(cluster, Optional.of(record)))
                .anyMatch(c -> c.reason().key().equals("check.job.busy")
                        && c.reason().arguments().toString().contains(name));
        Lab.must("mxuser@" + node, "docker rm " + name);
    }

    @Test
    void whatIsLeftOfKilledLaunchesIsFoundAndStopped() throws Exception {
        String lost = Lab.must(
                        "mxuser@max-wn001",
                        "docker run -d --userns=host -u $(id -u):$(id -g) --security-opt no-new-privileges "
                                + "--name maxdock-999-0 --label maxdock.user=mxuser --label "
                                + "maxdock.job=999 --label \"maxdock.launch=$(printf 'old \"one\"\\n"
                                + "container - %064d other - no no record' 7)\" "
                                + Lab.BASE + " sleep 600")
                .strip();
        String isolated = "docker run -d --label maxdock.user=mxuser --label maxdock.job=999 ";
        String foreign = Lab.must("mxother@max-wn001", isolated + Lab.BASE + " sleep 600")
                .strip();
        List<Leftover> left =
                LeftOfLaunches.of(bench.leftovers().findOn(Lab.NODE_NAMES, Partitions.DEFAULT, new Cancellation()));
        assertThat(left)
                .as("not what another user labels so")
                .containsExactly(new Leftover.Container(
                        Optional.of(new NodeName("max-wn001")),
                        lost,
                        "maxdock-999-0",
                        "old \"one\"\\ncontainer - " + "0".repeat(63) + "7 other - no no record"));
        bench.leftovers().stop(left.getFirst(), Set.of(), Partitions.DEFAULT, new Cancellation());
        assertThat(LeftOfLaunches.of(bench.leftovers().findOn(Lab.NODE_NAMES, Partitions.DEFAULT, new Cancellation())))
                .isEmpty();
        Lab.must("mxother@max-wn001", "docker rm -f " + foreign);
    }

    @Test
    void anIsolatedContainerIsFoundByTheIdThatItsLaunchNoted() throws Exception {
        String place = "/tmp/maxdock-999-7";
        String lost = Lab.must(
                        "mxuser@max-wn001",
                        "mkdir -m 700 " + place + " && docker run -d --cidfile " + place + "/container.id "
                                + "--label maxdock.user=mxuser --label maxdock.step=999-7 " + Lab.BASE + " sleep 600")
                .strip();
        for (Leftover one : bench.leftovers().findOn(Lab.NODE_NAMES, Partitions.DEFAULT, new Cancellation())) {
            bench.leftovers().stop(one, Set.of(), Partitions.DEFAULT, new Cancellation());
        }
        assertThat(Lab.must("max-wn001", "docker ps -aq --no-trunc; ls -d " + place + " || true"))
                .doesNotContain(lost, place);
    }

    @Test
    void namesOfNodesAreExpandedAsScontrolDoes() {
        for (String names : List.of("max-wn001", "max-wn[001-003,007],max-gpu1", "a[1-2]", "n[09-11]")) {
            assertThat(String.join("\n", NodeNames.expand(names)))
                    .isEqualTo(Lab.must("max-wgs", "scontrol show hostnames '" + names + "'")
                            .strip());
        }
    }

    private static final class Screen {

        private final Terminal terminal;
        private final StringBuilder text = new StringBuilder();

        Screen(Terminal terminal) {
            this.terminal = terminal;
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            byte[] buffer = new byte[4096];
            try {
                for (int n; (n = terminal.output().read(buffer)) >= 0; ) {
                    synchronized (text) {
                        text.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                    }
                }
            } catch (IOException e) {
                System.getLogger(KindsLabTest.class.getName()).log(System.Logger.Level.DEBUG, "ended", e);
            }
        }

        String text() {
            synchronized (text) {
                return text.toString();
            }
        }

        void type(String keys) throws IOException {
            terminal.input().write(keys.getBytes(StandardCharsets.UTF_8));
            terminal.input().flush();
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        org.testfx.util.WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    }
}
