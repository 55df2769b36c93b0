package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.engine.Progress;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Running;
import org.maxdock.host.ssh.SshPrompts;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.mount.Mapping;
import org.maxdock.slurm.Partition;
import org.maxdock.slurm.PartitionName;
import org.maxdock.slurm.Partitions;

/** Everything works for accounts with other login shells than bash, whose start-up files print. */
@Tag("lab")
@Tag("once")
@Timeout(120)
class LoginShellsLabTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mxzsh", "mxfish", "mxtcsh"})
    void statusJobsMountsBuildAndLaunch(String user) throws Exception {
        Connections connections = new Connections(Lab.ssh().withIdentity(Lab.key(user)), SshPrompts.none(), Lab.site());
        String image = "max-registry:5000/test/" + user + ":1";
        String own = "/beegfs/desy/user/" + user;
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + Lab.BASE + "\nCMD [\"id\", \"-un\"]\n");
        try (Server server = connections.open(user + "@max-wgs")) {
            assertThat(server.environment().user()).isEqualTo(user);
            assertThat(server.engine().info().version()).startsWith("20.");
            assertThat(server.slurm().version()).isPresent();
            assertThat(server.slurm().partitions()).extracting(Partition::name).contains(new PartitionName("maxcpu"));
            assertThat(server.mounts().predict(List.of(Mapping.parse(own + ":/data"))))
                    .allSatisfy(m -> assertThat(m.verdict().word()).isEqualTo("ok"));
            server.files().write(own + "/Größe", "it's there\n".getBytes(StandardCharsets.UTF_8));
            assertThat(server.files().read(own + "/Größe"))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("it's there\n");
            server.images().build(BuildRequest.plain(folder, image), Progress.Listener.none(), new Cancellation());
            server.images().push(image, Progress.Listener.none(), new Cancellation());
            ImageRecord record = server.images().record(image);
            Launch launch = new Launch(
                            "shells",
                            ImageReference.parse(image),
                            List.of(),
                            List.of(),
                            RunMode.ME,
                            LaunchPlace.Allocation.of("maxcpu", 1, "5"),
                            List.of(),
                            "")
                    .withKind(LaunchKind.Name.COMMAND.plain());
            server.provider().provide(Lab.NODE_NAMES, record, Partitions.DEFAULT, new Cancellation());
            try (Running running = server.launcher().start(server.launcher().plan(launch, record))) {
                assertThat(CancellableOutput.collect(running).text()).isEqualTo(user + "\n");
            }
            assertThat(server.slurm().jobs()).isEmpty();
        }
    }
}
