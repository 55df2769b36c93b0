package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that a launch cannot write, since its disk is full, ends the launch, which says so: nothing starts. */
@Timeout(60)
class FullDiskTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "COMMAND, ME, passwd",
        "COMMAND, ME, group",
        "COMMAND, ME, values",
        "COMMAND, ISOLATED, values",
        "SHELL, DOCKERRUN, values",
        "BATCH, DOCKERRUN, environment",
        "COMMAND, DOCKERRUN, labels",
        "COMMAND, DOCKERRUN, command",
        "JUPYTER, ME, TOKEN",
        "JUPYTER, ISOLATED, TOKEN",
        "MPI, ME, job",
        "MPI, ME, values",
        "MPI, ME, hosts",
        "MPI, DOCKERCLUSTER, job",
        "MPI, DOCKERCLUSTER, environment",
        "MPI, DOCKERCLUSTER, labels",
        "MPI, DOCKERCLUSTER, hosts",
    })
    void startsNothingAndSaysWhy(LaunchKind.Name kind, RunMode mode, String file) throws Exception {
        Launch launch = StubNode.launch(kind, mode, LaunchPlace.Allocation.of("", 1, ""), "true", "two words")
                .withContainer(new ContainerOptions(List.of("TOKEN=a"), "", List.of(), List.of("--label=b=c d")));
        StubNode.Told told = new StubNode(folder)
                .withSitesScripts()
                .whoseUserEdits(script -> full(script, file, mode))
                .run(launch, JobKnowledgeTest.CLUSTERS_JOB);
        assertThat(told.status()).as(told.said()).isEqualTo(1);
        assertThat(told.said())
                .contains("No space left on device")
                .containsPattern("MaxDock: on \\S+ [a-z_]+ failed, for what stands above");
        if (!file.equals("hosts")) { // which come when the cluster is there
            assertThat(told.words()).isEmpty();
        }
        assertThat(told.command()).isEmpty();
    }

    /** The same script, on a node whose disk is full when that file is written. */
    private static String full(String script, String file, RunMode mode) {
        String name = file.equals("TOKEN") ? script.replaceFirst("(?s).*(token\\.[a-z0-9:-]+).*", "$1") : file;
        assertThat(script).endsWith("\nmain\n");
        int port = 20_000 + (file + mode).hashCode() % 9_000; // each its own
        String other = script.replace("port=2022", "port=" + port);
        return other.substring(0, other.length() - "main\n".length()) + "ln -s /dev/full \"/tmp/maxdock-$MAXDOCK_STEP/"
                + name + "\"\nmain\n";
    }
}
