package org.maxdock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * What engines say, and what is told of it: recorded from Docker 20.10.24 and 26.1.5, the latter with its own store and
 * with containerd's, and from buildx 0.13.1.
 */
class EngineTroubleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "manifest for r:5000/no/such:1 not found: manifest unknown: manifest unknown @ IMAGE_NOT_IN_REGISTRY",
                "failed to resolve reference \"r:5000/no/such:1\": r:5000/no/such:1: not found @ "
                        + "IMAGE_NOT_IN_REGISTRY",
                "ERROR: failed to solve: r:5000/no/such:1: failed to resolve source metadata for r:5000/no/such:1: "
                        + "r:5000/no/such:1: not found @ IMAGE_NOT_IN_REGISTRY",
                "Head \"http://r:5001/v2/maxwell/base/manifests/1\": no basic auth credentials @ REGISTRY_PASSWORD",
                "failed to resolve reference \"r:5001/maxwell/base:1\": pull access denied, repository does "
                        + "not exist or may require authorization: authorization failed: no basic auth credentials @ "
                        + "REGISTRY_PASSWORD",
                "ERROR: failed to solve: r:5001/maxwell/base:1: failed to resolve source metadata for "
                        + "r:5001/maxwell/base:1: unexpected status from HEAD request to "
                        + "http://r:5001/v2/maxwell/base/manifests/1: 401 Unauthorized @ REGISTRY_PASSWORD",
                "An image does not exist locally with the tag: r:5999/x @ NO_SUCH_IMAGE",
                "tag does not exist: r:5999/x:1 @ NO_SUCH_IMAGE",
                "No such image: r:5999/x:1 @ NO_SUCH_IMAGE",
                "ERROR: failed to solve: dockerfile parse error on line 2: unknown instruction: RUNN (did you mean "
                        + "RUN?) @ DOCKERFILE_SYNTAX",
                "failed to solve: no SSH key \"default\" forwarded from the client @ AGENT_NOT_GIVEN",
                "ERROR: failed to solve: unset ssh forward key default @ AGENT_NOT_GIVEN",
                "ERROR: failed to solve: process \"/bin/sh -c echo Unauthorized; exit 9\" did not complete "
                        + "successfully: exit code: 9 @ BUILD_STEP_FAILED",
                "ERROR: failed to solve: process \"/bin/sh -c exit 9\" did not complete successfully: exit code: 9 @ "
                        + "BUILD_STEP_FAILED",
                "failed to resolve reference \"r:5999/base:1\": failed to do request: Head "
                        + "\"https://r:5999/v2/base/manifests/1\": dial tcp 10.1.2.3:5999: connect: "
                        + "connection refused @ REGISTRY_UNREACHABLE",
                "Get \"https://nosuch.example/v2/\": dial tcp: lookup nosuch.example on 127.0.0.53:53: no such host @ "
                        + "REGISTRY_UNREACHABLE",
                "Get \"https://r:5000/v2/\": http: server gave HTTP response to HTTPS client @ REGISTRY_UNREACHABLE",
                "toomanyrequests: You have reached your unauthenticated pull rate limit. "
                        + "https://www.docker.com/increase-rate-limit @ PULL_LIMIT",
                "ERROR: failed to solve: failed to compute cache key: failed to calculate checksum of ref "
                        + "9a1b::x2: \"/data.txt\": not found @ COPY_SOURCE_MISSING",
                "COPY failed: file not found in build context or excluded by .dockerignore: stat data.txt: "
                        + "file does not exist @ COPY_SOURCE_MISSING",
                "driver failed programming external connectivity: dial tcp 10.1.2.3:80: refused @ ENGINE_REFUSED",
            })
    void whatIsSaidIsToldAsWhatItIs(String said, TroubleKind told) {
        Trouble trouble = EngineTrouble.ofMessage(null, said);
        assertThat(trouble.kind()).isEqualTo(told);
    }

    @Test
    void aMissingSourceIsNamedAsTheDockerfileDoes() {
        for (String said : List.of(
                "failed to solve: failed to compute cache key: \"/in/data.txt\" not found: not found",
                "failed to calculate checksum of ref 9a1b::x2: \"/in/data.txt\": not found",
                "ADD failed: file not found in build context or excluded by .dockerignore: stat in/data.txt: "
                        + "file does not exist")) {
            assertThat(EngineTrouble.ofMessage(null, said).arguments()).as(said).containsExactly("in/data.txt");
        }
    }

    /** Around what broke lie exceptions of the client, whose words are names of classes. */
    @Test
    void whatBrokeIsToldInWordsWhateverLiesAroundIt() {
        for (Exception broken : List.of(
                new IOException("Broken pipe"),
                new RuntimeException(new IOException("Broken pipe")),
                new UncheckedIOException(new IOException("Broken pipe")),
                new RuntimeException(new RuntimeException(new IOException("Broken pipe"))))) {
            assertThat(EngineTrouble.of(broken).arguments()).as("%s", broken).containsExactly("Broken pipe");
        }
        for (Exception wordless : List.of(
                new ClosedChannelException(), new RuntimeException(new EOFException()), new IllegalStateException())) {
            assertThat(EngineTrouble.of(wordless).arguments())
                    .as("%s", wordless)
                    .containsExactly("the connection broke");
        }
        assertThat(EngineTrouble.of(new RuntimeException("It said: no.", new IOException("no")))
                        .arguments())
                .containsExactly("It said: no.");
    }
}
