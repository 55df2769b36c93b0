package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Running;
import org.maxdock.host.local.LocalHost;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.lab.SeenProcesses;
import org.maxdock.operation.RecordSigner;
import org.maxdock.operation.Server;
import org.maxdock.registry.RegistryAccounts;
import org.maxdock.slurm.Partitions;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Another user looks at every process of this machine, the server and the nodes while secrets are on their way: they
 * see the processes, and none of the secrets.
 */
@Tag("lab")
@Tag("modern")
@Timeout(240)
class SeenSecretsLabTest {

    private static final String SERVER = "max-wgs";
    private static final List<String> MACHINES = List.of(SeenProcesses.HERE, SERVER, "max-wn001", "max-wn002");
    private static final String REGISTRY = "max-registry:5001";
    private static final String PASSWORD = "registry-secret";

    private Server bench;
    private SeenProcesses other;

    @BeforeEach
    void begin() throws Exception {
        bench = Lab.connect();
        other = new SeenProcesses(MACHINES);
    }

    @AfterEach
    void end() {
        other.close();
        bench.close();
        Lab.giveBack("mxuser");
    }

    private LaunchPlan plan(LaunchKind kind, String... command) throws Exception {
        ImageRecord record = Lab.pulled(bench, Lab.MPI);
        bench.provider().provide(Lab.NODE_NAMES, record, Partitions.DEFAULT, new Cancellation());
        return bench.launcher()
                .plan(
                        new Launch(
                                        "seen",
                                        ImageReference.parse(Lab.MPI),
                                        List.of(),
                                        List.of(),
                                        RunMode.ME,
                                        LaunchPlace.Allocation.of("maxcpu", 1, "5"),
                                        List.of(command),
                                        "")
                                .withKind(kind),
                        record);
    }

    @Test
    void neitherTheTokenOfAJupyterNorTheLinkToIt() throws Exception {
        LaunchPlan plan = plan(LaunchKind.Name.JUPYTER.plain());
        try (Running running = bench.launcher().start(plan)) {
            AtomicReference<Optional<ServedPort>> found = new AtomicReference<>(Optional.empty());
            await(() -> {
                found.set(bench.applications().find(plan.mark(), plan.launch().place()));
                return found.get().isPresent();
            });
            ServedPort served = found.get().orElseThrow();
            assertThat(served.token()).hasSizeGreaterThan(20);
            try (OpenApplication application = new OpenApplication(bench.host(), served, t -> {})) {
                String argument = application.link();
                String link = LinkFile.leadsTo(argument);
                new LocalHost().run(Command.script("sleep 1; true", argument)); // as a browser is started
                assertThatThrownBy(() -> SeenProcesses.asOther(
                                SeenProcesses.HERE, "cat '" + Path.of(URI.create(argument)) + "'"))
                        .hasMessageContaining("ermission denied");
                HttpResponse<String> page = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()
                        .send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofString());
                assertThat(page.body()).containsIgnoringCase("jupyter");
                assertThat(other.seen(SeenProcesses.HERE)).contains(argument);
                assertThat(other.seen(SERVER)).contains(plan.mark().text());
                assertThat(other.seen(served.node()))
                        .contains("docker run ", plan.mark().text());
                other.assertNeverSaw(served.token());
                other.assertNeverSaw(link.replaceFirst("^[a-z]+://[^/]*/", ""));
                other.assertNeverSaw(URI.create(link).getHost().replaceFirst("[.].*", ""));
            }
        }
    }

    @Test
    @Tag("x11")
    void notTheDisplaysKey() throws Exception {
        Assumptions.assumeTrue(bench.slurm().forwardsX11(), "SLURM forwards no windows here");
        try (Running running = bench.launcher().start(plan(LaunchKind.Name.X11.plain(), "xeyes"))) {
            await(() -> Lab.run(List.of("xwininfo", "-root", "-tree")).out().contains("xeyes"));
            List<String> keys = Lab.must("mxuser@" + SERVER, "xauth list")
                    .lines()
                    .map(line -> line.strip().replaceFirst(".* ", ""))
                    .toList();
            assertThat(keys).isNotEmpty();
            await(() -> sees("xeyes"));
            keys.forEach(key -> {
                other.assertNeverSaw(key);
                other.assertNeverSaw(HexFormat.of().parseHex(key));
            });
        }
    }

    @Test
    void notThePasswordOfARegistry() throws Exception {
        Lab.onlyWithEngineOnServer();
        RegistryAccounts accounts = bench.registryAccounts();
        try {
            await(() -> {
                accounts.login(REGISTRY, "mxuser", PASSWORD);
                return sees("docker login --username mxuser --password-stdin " + REGISTRY);
            });
            assertThat(bench.engine().catalog().search(REGISTRY, "base")).isNotEmpty();
        } finally {
            accounts.logout(REGISTRY);
        }
        other.assertNeverSaw(PASSWORD);
        other.assertNeverSaw("mxuser:" + PASSWORD);
    }

    private boolean sees(String process) {
        return MACHINES.stream().anyMatch(machine -> other.seen(machine).contains(process));
    }

    @Test
    void notTheKeyThatSigns(@TempDir Path home) throws Exception {
        Path key = Files.createDirectories(home.resolve(".ssh")).resolve("id_ed25519");
        assertThat(Lab.run(List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString()))
                        .status())
                .isZero();
        ImageRecord record = Lab.pulled(bench, Lab.BASE);
        RecordSigner signer = new RecordSigner(new LocalHost(), home, Optional.empty());
        await(() -> {
            signer.check(signer.sign(record, key, "boss"));
            return other.seen(SeenProcesses.HERE).contains("ssh-keygen -Y sign -f " + key);
        });
        Files.readAllLines(key).stream().filter(line -> !line.startsWith("-")).forEach(other::assertNeverSaw);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, condition);
    }
}
