package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.Cancellation;

/** What a server says unasked is shown while it waits for somebody to follow it, and to nobody else. */
@Timeout(60)
class SshBannerTest {

    /** Does what the server says, once it is shown. */
    private static final class Follower implements SshPrompts {

        private final CompletableFuture<String> shown = new CompletableFuture<>();
        private final CompletableFuture<Void> settled = new CompletableFuture<>();

        @Override
        public Optional<String> answer(SshQuestion question) {
            return Optional.of(shown.orTimeout(20, TimeUnit.SECONDS).join().isEmpty() ? "" : "right");
        }

        @Override
        public boolean trust(TrustQuestion question) {
            return true;
        }

        @Override
        public void says(Asker asker, String text) {
            shown.complete(asker + ": " + text);
        }

        @Override
        public void settled() {
            settled.complete(null);
        }
    }

    @TempDir
    Path folder;

    private Sshd sshd;

    @BeforeEach
    void start() throws Exception {
        Path banner =
                Files.writeString(folder.resolve("banner"), "Open https://login.example.org, \u001b[31mcode 47\n");
        sshd = Sshd.start(folder, "Banner " + banner, "PasswordAuthentication yes");
    }

    @AfterEach
    void end() throws Exception {
        sshd.close();
    }

    private void connect(SshPrompts prompts, String... lines) throws Exception {
        Files.writeString(folder.resolve("known"), sshd.known("ed25519") + "\n");
        Files.writeString(
                folder.resolve("config"),
                String.join("\n", lines) + "\nIdentityAgent none\nUserKnownHostsFile " + folder.resolve("known")
                        + "\nGlobalKnownHostsFile none\n");
        new SshConnector(SshSettings.ofHome(folder).withConfig(folder.resolve("config")), prompts)
                .connect(SshTarget.parse("tester@127.0.0.1:" + sshd.port()), new Cancellation())
                .close();
    }

    @Test
    void itIsShownWhileTheLoginWaits() throws Exception {
        Follower follower = new Follower();
        connect(follower, "IdentityFile none");
        assertThat(follower.shown.join())
                .isEqualTo("tester@127.0.0.1: Open https://login.example.org, \\u001b[31mcode 47");
        assertThat(follower.settled).isDone();
    }

    @Test
    void whoIsLetInAtOnceIsNotBothered() throws Exception {
        Path key = Sshd.key(folder.resolve("key"), "ed25519", "");
        sshd.accept(key);
        Follower follower = new Follower();
        long begun = System.nanoTime();
        connect(follower, "IdentityFile " + key);
        Assumptions.assumeTrue(System.nanoTime() - begun < SshQuestions.PATIENCE.toNanos(), "let in at once");
        assertThat(follower.settled).isDone();
        assertThatThrownBy(() -> follower.shown.get(SshQuestions.PATIENCE.toMillis() + 500, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
    }
}
