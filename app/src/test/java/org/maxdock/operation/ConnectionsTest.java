package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.Cancellation;
import org.maxdock.host.ssh.SshPrompts;
import org.maxdock.host.ssh.SshSettings;
import org.maxdock.host.ssh.Sshd;
import org.maxdock.lab.Lab;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.testfx.util.WaitForAsyncUtils;

@Timeout(60)
class ConnectionsTest {

    @TempDir
    Path folder;

    @Test
    void aLoginShellThatHangsIsLeftWithinASecond() throws Exception {
        try (Sshd sshd = Sshd.start(folder, "ForceCommand touch " + folder + "/home/began; exec sleep 1111")) {
            Files.setPosixFilePermissions(
                    folder.resolve("home"), java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
            Path key = Sshd.key(folder.resolve("key"), "ed25519", "");
            sshd.accept(key);
            Path config = folder.resolve("config");
            Files.writeString(folder.resolve("known"), sshd.known("ed25519") + "\n");
            Files.writeString(
                    config,
                    "Host hung\n HostName 127.0.0.1\n User tester\n Port " + sshd.port() + "\n IdentityFile " + key
                            + "\n UserKnownHostsFile " + folder.resolve("known") + "\n");
            Connections connections =
                    new Connections(SshSettings.ofHome(folder).withConfig(config), SshPrompts.none(), Lab.site());
            Cancellation cancellation = new Cancellation();
            CompletableFuture<Trouble> result = new CompletableFuture<>();
            Thread.ofPlatform()
                    .start(() -> result.complete(catchThrowableOfType(
                            Trouble.class,
                            () -> connections.open("hung", cancellation).close())));
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> Files.exists(folder.resolve("home/began")));
            long start = System.nanoTime();
            cancellation.cancel();
            assertThat(result.get(20, TimeUnit.SECONDS).kind()).isEqualTo(TroubleKind.CANCELLED);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            WaitForAsyncUtils.waitFor(
                    10,
                    TimeUnit.SECONDS,
                    () -> sshd.log().contains("Connection closed by")
                            || sshd.log().contains("Disconnected from user"));
            assertThat(sshd.log()).containsAnyOf("Connection closed by", "Disconnected from user");
        }
    }
}
