package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Host;

/** Who is told that a connection is lost, and how soon. */
@Timeout(60)
class LossWatchTest {

    @TempDir
    Path folder;

    private final AtomicBoolean connected = new AtomicBoolean(true);
    private final LossWatch watch = new LossWatch(connected::get);

    @Test
    void allAreToldWhenTheLastThreadEndsAndLaterOnesAtOnce() throws Exception {
        CountDownLatch told = new CountDownLatch(2);
        watch.add(told::countDown);
        end(watch.newThread(() -> {}));
        assertThat(told.getCount())
                .as("one channel's thread has ended, no more")
                .isEqualTo(2);
        end(watch.newThread(() -> connected.set(false)));
        watch.add(told::countDown);
        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aThreadThatFailsTellsToo() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        watch.add(told::countDown);
        Thread failing = watch.newThread(() -> {
            connected.set(false);
            throw new IllegalStateException("as JSch on a packet that makes no sense");
        });
        failing.setUncaughtExceptionHandler((thread, e) -> {});
        end(failing);
        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nobodyIsToldOfWhatWasClosed() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        watch.add(told::countDown);
        watch.close();
        end(watch.newThread(() -> connected.set(false)));
        watch.add(told::countDown);
        assertThat(told.await(200, TimeUnit.MILLISECONDS)).isFalse();
    }

    /** What a poll that came five times a second told in 200 ms at most is told no later. */
    @Test
    void aLostServerIsToldAtOnce() throws Exception {
        Path key = Sshd.key(folder.resolve("key"), "ed25519", "");
        try (Sshd sshd = Sshd.start(folder)) {
            sshd.accept(key);
            SshSettings settings = SshSettings.ofHome(folder)
                    .withConfig(Path.of("none"))
                    .withIdentity(key)
                    .withKnownHosts(Files.writeString(folder.resolve("known"), sshd.known("ed25519") + "\n"));
            SshTarget target = SshTarget.parse("tester@127.0.0.1:" + sshd.port());
            try (Host host = new SshConnector(settings, SshPrompts.none()).connect(target, new Cancellation())) {
                CountDownLatch told = new CountDownLatch(1);
                host.onLost(told::countDown);
                sshd.processes().forEach(ProcessHandle::destroyForcibly);
                assertThat(told.await(2, TimeUnit.SECONDS)).isTrue();
                assertThat(host.isOpen()).isFalse();
            }
        }
    }

    private static void end(Thread thread) throws InterruptedException {
        thread.start();
        thread.join();
    }
}
