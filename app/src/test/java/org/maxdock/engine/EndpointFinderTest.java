package org.maxdock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.host.local.LocalHost;

/** Which socket is the engine's where nothing names one. */
class EndpointFinderTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "docker, podman, named, docker.sock",
        "docker, none, named, docker.sock",
        "none, podman, named, run/podman/podman.sock",
        "none, podman, unnamed, docker.sock",
        "none, file, named, docker.sock",
        "none, none, named, docker.sock",
    })
    void isDockersElsePodmans(String docker, String podman, String runtime, String expected) throws Exception {
        Path sockets = Files.createDirectories(folder.resolve("run/podman"));
        try (ServerSocketChannel first = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                ServerSocketChannel second = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            if (docker.equals("docker")) {
                first.bind(UnixDomainSocketAddress.of(folder.resolve("docker.sock")));
            }
            if (podman.equals("podman")) {
                second.bind(UnixDomainSocketAddress.of(sockets.resolve("podman.sock")));
            } else if (podman.equals("file")) {
                Files.createFile(sockets.resolve("podman.sock"));
            }
            Map<String, String> variables =
                    runtime.equals("named") ? Map.of("XDG_RUNTIME_DIR", folder + "/run") : Map.of();
            LoginEnvironment environment =
                    new LoginEnvironment("me", 1, 1, List.of("1"), List.of("me"), "here", variables);
            assertThat(new EndpointFinder(new LocalHost(), environment, folder + "/docker.sock").find())
                    .isEqualTo(new Endpoint.Unix(folder.resolve(expected).toString()));
        }
    }
}
