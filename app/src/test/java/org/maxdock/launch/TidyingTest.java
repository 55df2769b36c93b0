package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tidying up ends, whatever the engine does, and says what it could not remove. */
@Timeout(60)
class TidyingTest {

    private static final String ID = "5".repeat(64);

    @TempDir
    Path folder;

    static Stream<Arguments> launches() {
        return Stream.of(RunMode.values())
                .flatMap(mode -> Stream.of(true, false).map(bySite -> Arguments.of(mode, bySite)));
    }

    private static String impatient(String script) {
        return script.replaceAll("timeout -k 1 [0-9]+ docker", "timeout -k 1 0.2 docker");
    }

    @ParameterizedTest
    @MethodSource("launches")
    void anEngineThatHangsIsNotWaitedFor(RunMode mode, boolean bySite) throws Exception {
        Launch launch = StubNode.launch(mode, List.of()).withKind(new LaunchKind.Command(JobKnowledgeTest.virtual()));
        StubNode node = bySite ? new StubNode(folder).withSitesScripts() : new StubNode(folder);
        StubNode.Told told = node.whoseEngineHangs(ID)
                .whoseUserEdits(TidyingTest::impatient)
                .run(launch, JobKnowledgeTest.CLUSTERS_JOB);
        boolean cluster = mode == RunMode.DOCKERCLUSTER;
        assertThat(told.status()).as(told.said()).isEqualTo(cluster ? 0 : 5);
        assertThat(told.said())
                .contains("could not be removed, and may still run")
                .contains(
                        cluster
                                ? "those of step test-"
                                : SingleRun.writesId(mode) ? "container " + ID : "container maxdock-test-");
    }

    /** Of two clusters of a job one is made after the other; who waits for too long hears of it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClusterThatDoesNotWaitForAnotherSaysSo(boolean held) throws Exception {
        Launch launch = StubNode.launch(RunMode.DOCKERCLUSTER, List.of())
                .withKind(new LaunchKind.Command(JobKnowledgeTest.virtual()));
        StubNode node = new StubNode(folder).withSitesScripts();
        String script = folder.resolve("bin/dockercluster").toString();
        Process other = new ProcessBuilder("flock", script, "sh", "-c", "echo held; exec sleep 40").start();
        try (var said = other.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("held");
            if (!held) {
                other.descendants().forEach(ProcessHandle::destroyForcibly);
                other.destroyForcibly().waitFor();
            }
            StubNode.Told told = node.whoseUserEdits(text -> text.replace("flock --wait 60", "flock --wait 0.2"))
                    .run(launch, Map.of());
            assertThat(told.status()).as(told.said()).isZero();
            assertThat(told.said().contains("another dockercluster has been starting"))
                    .as(told.said())
                    .isEqualTo(held);
        } finally {
            other.descendants().forEach(ProcessHandle::destroyForcibly);
            other.destroyForcibly();
        }
    }

    /** Where all is removed nothing is said. */
    @ParameterizedTest
    @MethodSource("launches")
    void whatWasRemovedIsNotSpokenOf(RunMode mode, boolean bySite) throws Exception {
        Launch launch = StubNode.launch(mode, List.of()).withKind(new LaunchKind.Command(JobKnowledgeTest.virtual()));
        StubNode node = bySite ? new StubNode(folder).withSitesScripts() : new StubNode(folder);
        StubNode.Told told = node.run(launch, Map.of());
        assertThat(told.status()).as(told.said()).isZero();
        assertThat(told.said()).doesNotContain("could not be removed");
    }
}
