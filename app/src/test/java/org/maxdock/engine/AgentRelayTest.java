package org.maxdock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Output;
import org.maxdock.host.local.LocalHost;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.testfx.util.WaitForAsyncUtils;

/** With OpenSSH's own agent, asked by OpenSSH's own programs. */
@Timeout(60)
class AgentRelayTest {

    @TempDir
    Path folder;

    private final LocalHost host = new LocalHost();
    private Path socket;

    @BeforeEach
    void start() throws Exception {
        socket = folder.resolve("agent");
        must("eval \"$(ssh-agent -a \"$1\")\" && echo $SSH_AGENT_PID > \"$2\"/pid && "
                + "ssh-keygen -q -t ed25519 -N '' -C the-key -f \"$2\"/key && ssh-add -q \"$2\"/key");
    }

    @AfterEach
    void end() throws Exception {
        must("kill \"$(cat \"$2\"/pid)\"");
    }

    private Output there(String agent, String script) throws Trouble {
        return host.run(
                Command.script("export SSH_AUTH_SOCK=$3; " + script, socket.toString(), folder.toString(), agent));
    }

    private void must(String script) throws Trouble {
        Output output = there(socket.toString(), script);
        assertThat(output.ok()).as(output.errors()).isTrue();
    }

    private AgentRelay relay() throws Trouble {
        return new AgentRelay(host, socket, new Cancellation());
    }

    @Test
    void keysAreListedAndSignedWithAndNothingElse() throws Exception {
        Path made;
        try (AgentRelay relay = relay()) {
            made = Path.of(relay.path());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.getParent())))
                    .isEqualTo("rwx------");
            assertThat(there(relay.path(), "ssh-add -l").text()).contains("the-key");
            assertThat(there(
                                    relay.path(),
                                    "echo text | ssh-keygen -q -Y sign -n file -f \"$2\"/key.pub - > \"$2\"/signed && "
                                            + "echo text | ssh-keygen -Y check-novalidate -n file -s \"$2\"/signed")
                            .text())
                    .contains("Good");
            assertThat(there(relay.path(), "ssh-add -D").ok()).isFalse();
            try (var stream = host.connectUnix(relay.path())) {
                stream.output().write(new byte[] {0, 0, 0, 6, 22, 0, 0, 0, 1, 'x'}); // lock it
                stream.output().flush();
                assertThat(stream.input().readNBytes(5)).containsExactly(0, 0, 0, 1, 5);
            }
            assertThat(there(socket.toString(), "ssh-add -l").text()).contains("the-key");
        }
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !Files.exists(made.getParent()));
    }

    @Test
    void manyMayAskAtOnce() throws Exception {
        try (AgentRelay relay = relay()) {
            Output output = there(relay.path(), "for n in $(seq 40); do ssh-add -l & done | grep -c the-key");
            assertThat(output.text().strip()).isEqualTo("40");
        }
    }

    @Test
    void whatIsNoRequestIsNotAnswered() throws Exception {
        try (AgentRelay relay = relay();
                var stream = host.connectUnix(relay.path())) {
            stream.output().write(new byte[] {127, 127, 127, 127, 11});
            stream.output().flush();
            assertThat(stream.input().read()).isEqualTo(-1);
            assertThat(there(relay.path(), "ssh-add -l").text()).contains("the-key");
        }
    }

    @Test
    void anAgentThatIsGoneHasNoKeys() throws Exception {
        try (AgentRelay relay = new AgentRelay(host, folder.resolve("none"), new Cancellation())) {
            assertThat(there(relay.path(), "ssh-add -l").errors()).contains("refused");
        }
    }

    @Test
    void whatAKilledOneLeftIsRemovedByTheNext() throws Exception {
        Path left;
        try (AgentRelay relay = relay()) {
            left = Path.of(relay.path()).getParent();
            ProcessHandle program = ProcessHandle.current()
                    .descendants()
                    .filter(p -> p.info().commandLine().orElse("").contains("Listens as an ssh-agent"))
                    .findFirst()
                    .orElseThrow();
            program.destroyForcibly();
            program.onExit().get(20, TimeUnit.SECONDS);
            Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        }
        assertThat(left).exists();
        relay().close();
        assertThat(left).doesNotExist();
    }

    @Test
    void whoeverCancelsIsToldNothingElse() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThat(catchThrowableOfType(Trouble.class, () -> new AgentRelay(host, socket, cancellation))
                        .kind())
                .isEqualTo(TroubleKind.CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "git_hub", "x=/run/agent"})
    void itIsWrittenAsDockerHasIt(String text) {
        assertThat(BuildAgent.of(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=x", "a b", "a,b", "-x"})
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> BuildAgent.of(text)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void aKeysFileIsNoAgentAndNeitherIsNothing() {
        BuildAgent key = new BuildAgent("default", Optional.of(folder.resolve("key")));
        assertThat(catchThrowableOfType(Trouble.class, key::listens).kind()).isEqualTo(TroubleKind.KEY_NOT_AGENT);
        BuildAgent none = BuildAgent.of("default=" + folder.resolve("none"));
        assertThat(catchThrowableOfType(Trouble.class, none::listens).kind()).isEqualTo(TroubleKind.NO_AGENT);
        BuildAgent folderOnly = BuildAgent.of("default=" + folder);
        assertThat(catchThrowableOfType(Trouble.class, folderOnly::listens).kind())
                .isEqualTo(TroubleKind.NO_AGENT);
        assertThat(BuildAgent.of("default=")).isEqualTo(BuildAgent.DEFAULT);
    }
}
