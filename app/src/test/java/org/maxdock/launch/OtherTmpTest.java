package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where Docker does not see the /tmp that the job has, and so no file of the launch, cause and mend are told. */
@Timeout(60)
class OtherTmpTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "COMMAND, ME, 125, true",
        "SHELL, ME, 125, true",
        "BATCH, DOCKERRUN, 125, true",
        "WEB, ME, 125, true",
        "JUPYTER, ME, 125, true",
        "MPI, ME, 3, true",
        "COMMAND, ISOLATED, 125, false",
    })
    void isTold(LaunchKind.Name kind, RunMode mode, int status, boolean told) throws Exception {
        Launch launch = StubNode.launch(kind, mode, LaunchPlace.Allocation.of("", 1, ""), "true");
        StubNode node = new StubNode(folder).withSitesScripts();
        Path docker = folder.resolve("bin/docker");
        Files.move(docker, folder.resolve("bin/docker.answers"));
        Files.writeString(docker, """
                #!/bin/bash
                [[ $1 == run ]] || exec docker.answers "$@"
                echo "docker: Error response from daemon: bind source path does not exist: /tmp/x." >&2
                exit 125
                """);
        assertThat(docker.toFile().setExecutable(true)).isTrue();
        StubNode.Told said = node.whoseUserEdits(script -> script.replace("port=2022", "port=28022"))
                .run(launch, JobKnowledgeTest.CLUSTERS_JOB);
        assertThat(said.status()).as(said.said()).isEqualTo(status);
        assertThat(said.said()).contains("bind source path does not exist");
        assertThat(said.said().matches("(?s).*Docker on \\S+ has another /tmp than your job.*administrators.*"))
                .as(said.said())
                .isEqualTo(told);
    }
}
