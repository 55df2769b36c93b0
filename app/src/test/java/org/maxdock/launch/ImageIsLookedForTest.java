package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An image is fetched, and gets its name, only on a node whose engine says that nothing has that name there. */
@Timeout(60)
class ImageIsLookedForTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "Error: No such image: image:1, true, true, 5",
        "Error response from daemon: No such image: image:1, true, true, 5",
        "Error response from daemon: No such image: image:1, true, false, 5",
        "Error response from daemon: No such image: image:1, false, true, 3",
        "Cannot connect to the Docker daemon, true, true, 3",
        "error during connect: x509: certificate has expired, true, true, 3",
        "'', true, true, 3"
    })
    void onlyWhatIsNotThereIsFetched(String words, boolean pulls, boolean tags, int status) throws Exception {
        boolean lacking = words.contains("No such image");
        Path calls = folder.resolve("calls");
        Launch launch = StubNode.launch(LaunchKind.Name.COMMAND, RunMode.ME, LaunchPlace.Allocation.of("", 1, ""), "x");
        StubNode node = new StubNode(folder);
        Path docker = folder.resolve("bin/docker");
        Files.move(docker, folder.resolve("bin/docker.answers"));
        Files.writeString(docker, """
                #!/bin/bash
                echo "$1 ${*: -1}" >> %1$s
                case $1 in
                  image)
                    name=${*: -1}
                    if [[ $name == image@* && -e %1$s.pulled || -e %1$s.named ]]; then exec docker.answers "$@"; fi
                    echo '%2$s' >&2; exit 1 ;;
                  pull) %3$s || { echo 'no route' >&2; exit 1; }; touch %1$s.pulled ;;
                  tag) %4$s || exit 1; touch %1$s.named ;;
                  *) exec docker.answers "$@" ;;
                esac
                """.formatted(calls, words, pulls, tags));
        assertThat(docker.toFile().setExecutable(true)).isTrue();
        StubNode.Told told = node.run(launch, Map.of("ENDS", "5"));
        assertThat(told.status()).as(told.said()).isEqualTo(status);
        assertThat(calls)
                .content()
                .satisfies(c -> assertThat(c.contains("pull ")).isEqualTo(lacking));
        if (!lacking) {
            assertThat(told.said())
                    .contains("MaxDock: no Docker Engine tells you on ")
                    .contains(words);
        } else if (!pulls) {
            assertThat(told.said()).contains("no route").contains("does not have the image image:1");
        }
    }
}
