package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Running;
import org.maxdock.host.Terminal;
import org.maxdock.lab.Lab;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.testfx.util.WaitForAsyncUtils;

/** Servers that allow few sessions on one connection. */
@Tag("lab")
@Tag("once")
@Timeout(120)
class SessionsLabTest {

    private static final String ADDRESS = Lab.addresses("max-wgs").getFirst();

    @TempDir
    Path folder;

    private int port;

    /** An sshd of its own beside the lab's, which allows so many. */
    private void allow(int sessions) throws Exception {
        port = 2200 + sessions;
        Lab.must("max-wgs", """
                /usr/sbin/sshd -f /etc/ssh/lab_sshd_config -o Port=%d -o MaxSessions=%d -o PidFile=/run/sshd-few.pid &&
                until [ -s /run/sshd-few.pid ]; do sleep 0.05; done
                """.formatted(port, sessions));
        String key = Files.readAllLines(Lab.sshConfig().resolveSibling("known_hosts")).stream()
                .filter(l -> l.contains("max-wgs"))
                .findFirst()
                .orElseThrow();
        Files.writeString(
                folder.resolve("known"), "[" + ADDRESS + "]:" + port + key.substring(key.indexOf(' ')) + "\n");
    }

    @AfterEach
    void end() {
        Lab.must("max-wgs", """
                sshd=$(cat /run/sshd-few.pid); kill $sshd
                while [ -e /proc/$sshd ]; do sleep 0.05; done
                rm -f /run/sshd-few.pid
                pkill -u mxuser -f '[s]leep 31[0-9]' || true
                """);
    }

    private Session session() {
        try {
            JSch jsch = new JSch();
            jsch.setKnownHosts(folder.resolve("known").toString());
            jsch.addIdentity(Lab.key("mxuser").toString());
            Session session = jsch.getSession("mxuser", ADDRESS, port);
            LossWatch.begin(session);
            session.connect(10_000);
            return session;
        } catch (JSchException e) {
            throw new IllegalStateException(e);
        }
    }

    private Host host(AnotherConnection another) {
        return new SshHost("mxuser@few", session(), java.util.Map.of(), another, tried -> {});
    }

    private static void allAnswer(Host host, int commands) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = IntStream.range(0, commands)
                    .mapToObj(i -> threads.submit((Callable<String>)
                            () -> host.run(Command.of("echo", "answer " + i)).text()))
                    .toList();
            for (int i = 0; i < commands; i++) {
                assertThat(answers.get(i).get()).isEqualTo("answer " + i + "\n");
            }
        }
    }

    private static Terminal terminal(Host host) throws Trouble {
        return host.openTerminal(Command.script("exec sleep 310"), 80, 24);
    }

    @Test
    void whereTenAreAllowedNineTerminalsLeaveOneForAllCommands() throws Exception {
        allow(10);
        List<Terminal> terminals = new ArrayList<>();
        try (Host host = host(AnotherConnection.none())) {
            for (int i = 0; i < 9; i++) {
                terminals.add(terminal(host));
            }
            allAnswer(host, 30);
            Trouble refused = catchThrowableOfType(Trouble.class, () -> terminal(host));
            assertThat(refused.kind()).isEqualTo(TroubleKind.TOO_MANY_SESSIONS);
            allAnswer(host, 3);
            assertThat(terminals).allMatch(Terminal::isAlive);
            terminals.removeLast().close();
            terminals.add(terminal(host));
            allAnswer(host, 3);
        }
    }

    @Test
    void moreTerminalsThanAllowedGetAConnectionOfTheirOwn() throws Exception {
        allow(10);
        List<Session> more = new ArrayList<>();
        AnotherConnection another = cancellation -> {
            more.add(session());
            return Optional.of(more.getLast());
        };
        List<Terminal> terminals = new ArrayList<>();
        try (Host host = host(another)) {
            for (int i = 0; i < 20; i++) {
                terminals.add(terminal(host));
            }
            assertThat(more).hasSize(2);
            allAnswer(host, 30);
            assertThat(terminals).allMatch(Terminal::isAlive);
        }
        assertThat(more).noneMatch(Session::isConnected);
    }

    @Test
    void whereOneIsAllowedCommandsTakeTurnsAndALaunchGetsAConnectionOfItsOwn() throws Exception {
        allow(1);
        try (Host host = host(cancellation -> Optional.of(session()))) {
            allAnswer(host, 8);
            try (Terminal first = terminal(host);
                    Terminal second = terminal(host);
                    Running stream = host.start(Command.of("sleep", "311"))) {
                allAnswer(host, 8);
                assertThat(first.isAlive() && second.isAlive()).isTrue();
                assertThat(stream.output().available()).isZero();
            }
        }
    }

    @Test
    void whoeverWaitsForATurnAndIsCancelledLeavesAtOnce() throws Exception {
        allow(1);
        try (Host host = host(AnotherConnection.none());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            allAnswer(host, 3);
            Cancellation ending = new Cancellation();
            Future<?> first = threads.submit(() -> host.run(Command.of("sleep", "312"), ending));
            WaitForAsyncUtils.waitFor(
                    10,
                    TimeUnit.SECONDS,
                    () -> Lab.sh("max-wgs", "pgrep -xf 'sleep 312'").status() == 0);
            Cancellation cancellation = new Cancellation();
            Future<?> waiting = threads.submit(() -> host.run(Command.of("true"), cancellation));
            Thread.ofVirtual().start(cancellation::cancel);
            assertThat(catchThrowableOfType(
                                    java.util.concurrent.ExecutionException.class,
                                    () -> waiting.get(2, TimeUnit.SECONDS))
                            .getCause())
                    .isInstanceOfSatisfying(
                            Trouble.class, t -> assertThat(t.kind()).isEqualTo(TroubleKind.CANCELLED));
            assertThat(first.isDone()).isFalse();
            ending.cancel();
            allAnswer(host, 3);
        }
    }

    @Test
    void allWhoAskAreToldOfALossAndThoseWhoAskLaterAtOnce() throws Exception {
        allow(10);
        try (Host host = host(AnotherConnection.none());
                Running running = host.start(Command.of("sleep", "313"))) {
            var told = new java.util.concurrent.CountDownLatch(3);
            host.onLost(told::countDown);
            host.onLost(told::countDown);
            Lab.must("max-wgs", "pkill -KILL -u mxuser -x sshd");
            assertThat(running.await()).isEqualTo(Running.BROKEN);
            assertThat(host.isOpen()).isFalse();
            host.onLost(told::countDown);
            assertThat(told.await(1, TimeUnit.SECONDS)).isTrue();
        }
    }
}
