package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.engine.Progress;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Running;
import org.maxdock.host.Terminal;
import org.maxdock.host.ssh.SshPrompts;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.launch.OpenApplication;
import org.maxdock.launch.RunMode;
import org.maxdock.launch.ServedPort;
import org.maxdock.mount.Mapping;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.PartitionName;
import org.maxdock.slurm.Partitions;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Everything works for accounts with other login shells than bash, whose start-up files print: all of them with
 * {@code -Dmaxdock.shells=all}.
 */
@Tag("lab")
@Tag("whole")
@Tag("once")
@Timeout(120)
class LoginShellsLabTest {

    @TempDir
    Path folder;

    static List<String> users() {
        return "all".equals(System.getProperty("maxdock.shells"))
                ? List.of("mxuser", "mxzsh", "mxfish", "mxtcsh", "mxcsh", "mxksh", "mxdash")
                : List.of("mxfish", "mxtcsh", "mxdash");
    }

    @ParameterizedTest
    @MethodSource("users")
    void statusJobsMountsBuildAndLaunch(String user) throws Exception {
        Connections connections = new Connections(Lab.ssh().withIdentity(Lab.key(user)), SshPrompts.none(), Lab.site());
        String image = "max-registry:5000/test/" + user + ":1";
        String own = "/beegfs/desy/user/" + user;
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + Lab.BASE + "\nCMD [\"id\", \"-un\"]\n");
        try (Server server = connections.open(user + "@max-wgs")) {
            assertThat(server.environment().user()).isEqualTo(user);
            assertThat(server.engine().info().version()).startsWith("20.");
            assertThat(server.slurm().version()).isPresent();
            assertThat(server.slurm().partitions().found())
                    .extracting(Partition::name)
                    .contains(new PartitionName("maxcpu"));
            assertThat(server.mounts().predict(List.of(Mapping.parse(own + ":/data"))))
                    .allSatisfy(m -> assertThat(m.verdict().word()).isEqualTo("ok"));
            server.files().write(own + "/Größe", "it's there\n".getBytes(StandardCharsets.UTF_8));
            assertThat(server.files().read(own + "/Größe"))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("it's there\n");
            server.images().build(BuildRequest.plain(folder, image), Progress.Listener.none(), new Cancellation());
            server.images().push(image, Progress.Listener.none(), new Cancellation());
            ImageRecord record = server.images().record(image);
            Launch launch = launch(image, LaunchKind.Name.COMMAND);
            server.provider().provide(Lab.NODE_NAMES, record, Partitions.DEFAULT, new Cancellation());
            try (Running running = server.launcher().start(server.launcher().plan(launch, record))) {
                assertThat(CancellableOutput.collect(running).text()).isEqualTo(user + "\n");
            }
            assertThat(server.slurm().mine().found()).isEmpty();
            terminal(server, user);
            jupyter(server);
            Lab.awaitNone(() -> server.slurm().mine().found());
        }
    }

    private static Launch launch(String image, LaunchKind.Name kind) {
        return new Launch(
                        "shells",
                        ImageReference.parse(image),
                        List.of(),
                        List.of(),
                        RunMode.ME,
                        LaunchPlace.Allocation.of("maxcpu", 1, "5"),
                        List.of(),
                        "")
                .withKind(kind.plain());
    }

    /** One that is kept, and the account's own shell in it. */
    private static void terminal(Server server, String user) throws Exception {
        Mark mark = Mark.fresh();
        try (Terminal terminal = server.terminals().open(mark, "exec \"$SHELL\"", 80, 24)) {
            terminal.input().write("echo is-$USER-.\n".getBytes(StandardCharsets.UTF_8));
            terminal.input().flush();
            assertThat(readUntil(terminal, "is-" + user + "-.")).contains("is-" + user + "-.");
        }
        Lab.awaitNone(() -> server.terminals().marks());
    }

    private static String readUntil(Terminal terminal, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[4096];
        for (int n; text.indexOf(end) < 0 && (n = terminal.output().read(buffer)) >= 0; ) {
            text.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private static ServedPort served(Server server, LaunchPlan plan) throws Exception {
        AtomicReference<Optional<ServedPort>> found = new AtomicReference<>(Optional.empty());
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> {
            found.set(server.applications().find(plan.mark(), plan.launch().place()));
            return found.get().isPresent();
        });
        return found.get().orElseThrow();
    }

    private static void jupyter(Server server) throws Exception {
        server.images().pull(Lab.MPI, Progress.Listener.none(), new Cancellation());
        ImageRecord record = server.images().record(Lab.MPI);
        LaunchPlan plan = server.launcher().plan(launch(Lab.MPI, LaunchKind.Name.JUPYTER), record);
        try (Running running = server.launcher().start(plan);
                OpenApplication application = new OpenApplication(server.host(), served(server, plan), t -> {})) {
            String api = application.address().replaceFirst("\\?.*", "") + "api/contents";
            try (HttpClient browser = HttpClient.newHttpClient()) {
                assertThat(browser.send(
                                        HttpRequest.newBuilder(URI.create(api)).build(),
                                        HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(403);
            }
        }
    }
}
