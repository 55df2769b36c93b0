package org.maxdock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.maxdock.engine.DockerfileCheck;
import org.maxdock.engine.HostClient;
import org.maxdock.host.Cancellation;
import org.maxdock.image.dockerfile.Advice;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;
import org.maxdock.text.Texts;

/**
 * What a server's docker is asked of a Dockerfile before it is built, on dockers that can say something, and others.
 */
@Tag("lab")
@Tag("modern")
@Tag("once")
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DockerfileCheckLabTest {

    private Server bench;

    @BeforeAll
    void connect() throws Exception {
        bench = Lab.connectToEngine();
    }

    @AfterAll
    void end() {
        bench.close();
    }

    /** From buildx 0.15 on. */
    @Test
    void aDockerThatChecksSaysWhatIsWrong() throws Exception {
        assumeThat(bench.images().client().checks()).isTrue();
        assertThat(bench.images().check("FROM " + Lab.BASE + "\nCMD run it\n", new Cancellation()))
                .hasValueSatisfying(said -> assertThat(said)
                        .contains(new DockerfileCheck.Warning(
                                2, "JSONArgsRecommended", said.getFirst().text())));
        assertThat(bench.images().check("FROM " + Lab.BASE + " AS a\nRUN true\n", new Cancellation()))
                .hasValueSatisfying(said -> assertThat(said).isEmpty());
    }

    /** An older one is not asked; what it answers would be no trouble. */
    @Test
    void aDockerThatDoesNotSaysNothing() throws Exception {
        assumeThat(bench.images().client().checks()).isFalse();
        assertThat(bench.images().check("FROM " + Lab.BASE + "\nCMD run it\n", new Cancellation()))
                .isEmpty();
    }

    /** Docker 20.10 reads an older language than today’s, which is told before it fails by it. */
    @Test
    void whatTheServerCannotBuildIsToldBefore() throws Exception {
        HostClient client = bench.images().client();
        Optional<Advice> advice = BuilderAdvice.on("FROM " + Lab.BASE + "\nRUN <<EOF\necho a > /a\nEOF\n", client);
        assertThat(advice.isPresent()).isEqualTo(client.isOld() || !client.buildKit());
        advice.ifPresent(
                a -> assertThat(new Texts(Locale.ENGLISH).get(a.text())).contains("<<", client.version()));
    }
}
