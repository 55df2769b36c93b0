package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.mount.Mapping;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.maxdock.ui.ProjectBench;

/** A launch that names a plan follows it, and has one folder at each place. */
class PlansOfLaunchesTest {

    @TempDir
    Path folder;

    private Project project;

    private record Said(int status, String out, String err) {}

    @BeforeEach
    void begin() throws Exception {
        project = new Project(folder, new Json());
        project.put(ProjectBench.record("r/i:1", "2026-01-01T00:00:00Z"));
    }

    private Said run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = CommandLineMain.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Locale.ENGLISH,
                (target, where, ssh, site, page) -> 99,
                Stream.concat(Stream.of("--project", folder.toString()), Stream.of(words))
                        .toArray(String[]::new));
        Said said = new Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        assertThat(said.status()).as(said.toString()).isZero();
        return said;
    }

    @Test
    void whatIsSavedWithAPlanFollowsIt() throws Exception {
        run("plan", "save", "std", "-v", "/old:/data");
        Said made = run("launch", "--plan", "std", "--name", "recon", "--save", "--print", "r/i:1", "true");
        assertThat(made.out()).contains("folders=(\n  /old:/data\n)");
        assertThat(made.err()).isEmpty();
        assertThat(project.launches().getFirst().plans()).containsExactly("std");
        assertThat(project.launches().getFirst().mounts()).isEmpty();
        run("plan", "save", "std", "-v", "/new:/data");
        assertThat(run("launch", "--saved", "recon", "--print").out())
                .contains("folders=(\n  /new:/data\n)")
                .doesNotContain("/old");
        assertThat(project.launches().getFirst().mounts()).isEqualTo(List.<Mapping>of());
    }

    /** What the page of mounts edits. */
    @Test
    void theProjectsOwnAreToldChangedAndTakenAway() throws Exception {
        assertThat(run("plan", "own").out()).isEmpty();
        run("plan", "save", "std", "-v", "/old:/data");
        assertThat(run("plan", "own", "std", "-v", "/x:/y:ro").out()).isEqualTo("/old:/data\n/x:/y:ro\n");
        assertThat(project.mounts())
                .containsExactly(new Mapping("/old", "/data", false), new Mapping("/x", "/y", true));
        assertThat(run("plan", "own", "-v", "/z:/y").out()).isEqualTo("/z:/y\n");
        assertThat(run("plan", "own").out()).isEqualTo("/z:/y\n");
        assertThat(run("plan", "own", "--none").out()).isEmpty();
        assertThat(project.mounts()).isEmpty();
    }

    @Test
    void whoseOfTwoPlansWasTakenIsSaid() {
        run("plan", "save", "of-two", "-v", "/project:/data");
        run("plan", "save", "of-two", "-v", "/mine:/data", "--everywhere");
        Said made = run("launch", "--plan", "of-two", "--print", "r/i:1", "true");
        run("plan", "remove", "of-two");
        run("plan", "remove", "of-two");
        assertThat(made.out()).contains("folders=(\n  /project:/data\n)").doesNotContain("/mine");
        assertThat(made.err()).contains("Two plans are called of-two");
    }

    @Test
    void theMappingsOfWhatIsPastedAreKept() throws Exception {
        Path compose = Files.writeString(
                folder.resolve("compose.yaml"),
                "services:\n  a: {image: x, volumes: ['/one:/data', 'kept:/k']}\n"
                        + "  b: {image: y, volumes: ['/two:/data']}\n");
        Said first = run("plan", "save", "of-a", "--paste", compose.toString());
        assertThat(first.err())
                .contains("Not taken over: -v kept:/k (Docker keeps it itself")
                .contains("Not taken over: services.b (it is another service");
        assertThat(run("plan", "show", "of-a").out()).isEqualTo("/one:/data\n");
        assertThat(run("plan", "save", "of-b", "--paste", compose.toString(), "--service", "b")
                        .err())
                .isEmpty();
        assertThat(run("plan", "show", "of-b").out()).isEqualTo("/two:/data\n");
        run("plan", "save", "of-line", "--paste", "docker run -v /three:/data img", "-v", "/four:/more");
        assertThat(run("plan", "show", "of-line").out()).isEqualTo("/three:/data\n/four:/more\n");
    }
}
