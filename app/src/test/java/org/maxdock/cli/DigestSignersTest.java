package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.image.identity.Identity;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.store.Json;
import org.maxdock.store.Project;

/** A project says who must have signed what it starts. */
class DigestSignersTest {

    @TempDir
    Path folder;

    private String said = "";

    private int maxdock(String... words) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List<String> line = new ArrayList<>(List.of("--project", folder.toString()));
        line.addAll(List.of(words));
        try (PrintStream out = new PrintStream(all, true, StandardCharsets.UTF_8)) {
            int status = CommandLineMain.run(
                    out, out, Locale.ENGLISH, (target, project, ssh, site, page) -> 99, line.toArray(String[]::new));
            said = all.toString(StandardCharsets.UTF_8);
            return status;
        }
    }

    @Test
    void theyAreKeptToldAndTakenAway() throws Exception {
        assertThat(maxdock("digest", "signers")).isZero();
        assertThat(said).contains("need not be signed");
        assertThat(maxdock("digest", "signers", "a@site", "b@site")).isZero();
        assertThat(said).isEqualTo("a@site\nb@site\n");
        assertThat(new Project(folder, new Json()).signedBy()).containsExactly("a@site", "b@site");
        assertThat(maxdock("digest", "signers", "a*")).isEqualTo(Exit.USAGE);
        assertThat(maxdock("digest", "signers", "--none", "a@site")).isEqualTo(Exit.USAGE);
        assertThat(maxdock("digest", "signers", "--none")).isZero();
        assertThat(new Project(folder, new Json()).signedBy()).isEmpty();
    }

    @Test
    void withoutTheSignatureThereIsNoScriptEither() throws Exception {
        Identity identity = new Identity(
                List.of(), "sha256:1", "sha256:1", "", List.of("sha256:2"), RunConfiguration.NONE, "linux/amd64");
        new Project(folder, new Json())
                .put(ImageRecord.of(
                        ImageReference.parse("i:1"), identity, Instant.parse("2026-01-02T03:04:05Z"), "here", "me"));
        assertThat(maxdock("launch", "--print", "i:1")).isZero();
        assertThat(maxdock("launch", "--print", "--signed-by", "a@site", "i:1")).isEqualTo(Exit.DOES_NOT_HOLD);
        assertThat(said).contains("no signature of a@site");
        assertThat(maxdock("digest", "signers", "a@site")).isZero();
        assertThat(maxdock("launch", "--print", "i:1")).isEqualTo(Exit.DOES_NOT_HOLD);
    }
}
