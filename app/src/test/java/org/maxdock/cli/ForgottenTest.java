package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.launch.Launch;
import org.maxdock.store.Json;
import org.maxdock.store.Project;
import org.maxdock.ui.ProjectBench;

/** What a project keeps can be taken out of it on the command line, too. */
class ForgottenTest {

    @TempDir
    Path folder;

    private Project project;
    private String said = "";

    @BeforeEach
    void begin() throws Exception {
        project = new Project(folder, new Json());
        project.put(ProjectBench.record("r/a:1", "2026-01-01T00:00:00Z"));
        project.put(ProjectBench.record("r/b:1", "2026-01-01T00:00:00Z"));
        project.put(ProjectBench.launch("one", "r/a:1"));
        project.put(ProjectBench.launch("two", "r/a:1"));
    }

    private int maxdock(String... words) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List<String> line = new ArrayList<>(List.of("--project", folder.toString()));
        line.addAll(List.of(words));
        try (PrintStream out = new PrintStream(all, true, StandardCharsets.UTF_8)) {
            int status = CommandLineMain.run(
                    out, out, Locale.ENGLISH, (target, where, ssh, site, page) -> 99, line.toArray(String[]::new));
            said = all.toString(StandardCharsets.UTF_8);
            return status;
        }
    }

    @Test
    void aLaunch() throws Exception {
        assertThat(maxdock("launch", "--forget", "one")).as(said).isZero();
        assertThat(project.launches()).extracting(Launch::name).containsExactly("two");
        assertThat(maxdock("launch", "--forget", "one")).isNotZero();
        assertThat(said).contains("No launch is kept under the name one");
        assertThat(maxdock("--json", "launch", "--forget", "two")).isZero();
        assertThat(said).contains("\"removed\"", "two");
        assertThat(project.launches()).isEmpty();
    }

    @Test
    void aRecord() throws Exception {
        assertThat(maxdock("digest", "forget", "r/a:1")).as(said).isZero();
        assertThat(project.records()).extracting(r -> r.reference().toString()).containsExactly("r/b:1");
        assertThat(maxdock("digest", "forget", "r/a:1")).isNotZero();
        assertThat(said).contains("nothing to forget").doesNotContain("Record it first");
        assertThat(said).contains("r/a:1");
        assertThat(project.launches()).hasSize(2);
    }
}
