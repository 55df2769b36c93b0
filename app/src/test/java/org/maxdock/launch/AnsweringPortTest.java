package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.lab.Lab;

/** Who listens on a port before a program of the container does is not that program. */
@Timeout(60)
class AnsweringPortTest {

    /** Listens on an address until its input ends, and says on which port, or 0. */
    private static final String LISTENS = """
            my ($a) = @ARGV;
            my $at = $a =~ /:/ ? pack_sockaddr_in6(0, inet_pton(AF_INET6, $a)) : pack_sockaddr_in(0, inet_aton($a));
            socket(my $s, $a =~ /:/ ? PF_INET6 : PF_INET, SOCK_STREAM, 0);
            my $there = bind($s, $at) && listen($s, 1);
            my ($port) = !$there ? 0
                : $a =~ /:/ ? unpack_sockaddr_in6(getsockname($s)) : unpack_sockaddr_in(getsockname($s));
            $| = 1;
            print "$port\\n";
            <STDIN>;
            """;

    private static final int ASKED = "HEAD / HTTP/1.0\r\n\r\n".length();

    @TempDir
    Path folder;

    private static String foreigners(int port) {
        Lab.Said said = Lab.run(List.of("bash", "-c", AnsweringPort.FOREIGNERS + "foreigners " + port + " none"));
        assertThat(said.err()).isEmpty();
        return said.out();
    }

    @ParameterizedTest
    @CsvSource({"9, 9", "127, 127", "0, 3"})
    void whatEndsBeforeItAnswersIsToldAsThatAndByItsOwnStatus(int ends, int status) throws Exception {
        Launch web = new Launch(
                        "web",
                        ImageReference.parse("image:1"),
                        List.of(),
                        List.of(),
                        RunMode.ME,
                        LaunchPlace.Allocation.of("", 1, ""),
                        List.of("./serve"),
                        "")
                .withKind(LaunchKind.Name.WEB.plain());
        StubNode.Told told = new StubNode(folder).run(web, Map.of("ENDS", String.valueOf(ends)));
        assertThat(told.said()).contains("MaxDock: it ended before it answered on port ");
        assertThat(told.status()).isEqualTo(status);
    }

    /** Between the look for a free port and the program's start; whose choice the port was says what to do. */
    @ParameterizedTest
    @CsvSource({
        "WEB, ISOLATED, true, 'start it again, and another port is chosen'",
        "WEB, ME, true, 'start it again, and another port is chosen'",
        "JUPYTER, ME, true, 'start it again, and another port is chosen'",
        "WEB, ME, false, 'choose another port, in MaxDock by --port'",
        "JUPYTER, ISOLATED, false, 'choose another port, in MaxDock by --port'"
    })
    void aPortThatWasTakenMeanwhileIsToldAsThat(LaunchKind.Name kind, RunMode mode, boolean any, String mend)
            throws Exception {
        int free;
        try (ServerSocket some = new ServerSocket(0)) {
            free = some.getLocalPort();
        }
        Launch launch = StubNode.launch(kind, mode, LaunchPlace.Allocation.of("", 1, ""), "serve");
        StubNode node = new StubNode(folder);
        Path docker = folder.resolve("bin/docker");
        Files.move(docker, folder.resolve("bin/docker.answers"));
        Files.writeString(docker, """
                #!/bin/bash
                [[ $1 == run ]] || exec docker.answers "$@"
                for word; do
                  case $word in PORT=*) port=${word#PORT=} ;; */values) port=$(sed -n 's/^PORT=//p' "$word") ;; esac
                done
                timeout 5 python3 -m http.server "${port##*$'\\n'}" --bind 127.0.0.1 >/dev/null 2>&1 &
                for n in {1..50}; do
                  if (exec 3<>"/dev/tcp/127.0.0.1/${port##*$'\\n'}") 2>/dev/null; then break; fi
                  sleep 0.1
                done
                exit 125
                """);
        assertThat(docker.toFile().setExecutable(true)).isTrue();
        StubNode.Told told = node.run(
                any
                        ? launch
                        : launch.withContainer(new ContainerOptions(List.of("PORT=" + free), "", List.of(), List.of())),
                Map.of());
        assertThat(told.status()).as(told.said()).isEqualTo(125);
        assertThat(told.said()).contains(" meanwhile; " + mend);
    }

    /** A path that begins where the image does is no path elsewhere (execvp(3)). */
    @ParameterizedTest
    @CsvSource({"./serve, false", "bin/serve, false", "serve, true", "/opt/serve, true"})
    void aNotebookIsSavedWhereThatLeavesItsProgramToBeFound(String program, boolean goes) throws Exception {
        Launch jupyter = new Launch(
                        "notebook",
                        ImageReference.parse("image:1"),
                        List.of(),
                        List.of(),
                        RunMode.ME,
                        LaunchPlace.Allocation.of("", 1, ""),
                        List.of(program),
                        "")
                .withKind(LaunchKind.Name.JUPYTER.plain());
        assertThat(String.join(" ", new StubNode(folder).run(jupyter, Map.of()).words()))
                .matches(words -> words.contains("for d in") == goes);
    }

    /** Docker's proxy seeks a container whose network is not up for three seconds, and a little. */
    @ParameterizedTest
    @CsvSource({"a word, 0, true", "nothing, 0, false", "nothing, 3200, false", "nothing, 20000, true"})
    void whoHangsUpWithoutAWordIsNotThere(String says, int holds, boolean answers) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CountDownLatch asked = new CountDownLatch(1);
            Thread.ofVirtual().start(() -> serve(server, says.equals("nothing") ? "" : says, holds, asked));
            Lab.Said said = Lab.run(List.of(
                    "bash",
                    "-c",
                    "uname() { echo 127.0.0.1; }\n" + AnsweringPort.ANSWERS + "answers " + server.getLocalPort()));
            asked.countDown();
            assertThat(said.status() == 0).isEqualTo(answers);
        }
    }

    /** A tunnel comes to the host by its name, and so does who asks here. */
    @ParameterizedTest
    @CsvSource({"127.0.0.1, false", "0.0.0.0, true", "127.0.0.2, true"})
    void whatListensForItsOwnHostAloneIsNotThere(String address, boolean answers) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            if (answers) {
                Thread.ofVirtual().start(() -> serve(server, "a word", 0, new CountDownLatch(1)));
            }
            Lab.Said said = Lab.run(List.of(
                    "bash",
                    "-c",
                    "uname() { echo 127.0.0.2; }\n" + AnsweringPort.ANSWERS + "answers " + server.getLocalPort()));
            assertThat(said.status() == 0).isEqualTo(answers);
        }
    }

    private static void serve(ServerSocket server, String says, int holds, CountDownLatch asked) {
        try (Socket one = server.accept()) {
            assertThat(one.getInputStream().readNBytes(ASKED)).hasSize(ASKED); // else what is said may be lost
            one.getOutputStream().write(says.getBytes(StandardCharsets.US_ASCII));
            if (asked.await(holds, TimeUnit.MILLISECONDS)) {
                System.getLogger(AnsweringPortTest.class.getName()).log(System.Logger.Level.DEBUG, "held to the end");
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsOnesOwnIsNobodyElses() throws IOException {
        try (ServerSocket own = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(foreigners(own.getLocalPort())).isEmpty();
        }
    }

    /** Root's docker-proxy may be that of anybody's container; here docker says whose the port is. */
    @ParameterizedTest
    @CsvSource({"true, ''", "false, root"})
    void rootIsTheContainerOnlyWhereThePortIsTheContainers(boolean published, String foreigners) throws Exception {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "needs root to be another user");
        try (ServerSocket roots = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = roots.getLocalPort();
            String docker =
                    "docker() { [ $1 = port ] && echo '80/tcp -> 0.0.0.0:" + (published ? port : port + 1) + "'; }\n";
            Lab.Said said = Lab.run(List.of(
                    "setpriv",
                    "--reuid",
                    "nobody",
                    "--clear-groups",
                    "bash",
                    "-c",
                    docker + AnsweringPort.FOREIGNERS + "foreigners " + port + " mine"));
            assertThat(said.out().strip()).isEqualTo(foreigners);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "::", "::1"})
    void anotherUserIsNamed(String address) throws Exception {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "needs root to be another user");
        Process another = new ProcessBuilder(
                        "setpriv",
                        "--reuid",
                        "nobody",
                        "--clear-groups",
                        "perl",
                        "-MSocket=:all",
                        "-e",
                        LISTENS,
                        address)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            int port = Integer.parseInt(another.inputReader().readLine());
            Assumptions.assumeTrue(port != 0, "this machine has no such address");
            assertThat(foreigners(port)).isEqualTo("nobody\n");
            assertThat(foreigners(port == 1 ? 2 : port - 1)).doesNotContain("nobody");
        } finally {
            another.destroy();
            another.waitFor(20, TimeUnit.SECONDS);
        }
    }
}
