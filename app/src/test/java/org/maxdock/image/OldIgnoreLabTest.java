package org.maxdock.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maxdock.engine.BuildOptions;
import org.maxdock.engine.BuilderChoice;
import org.maxdock.host.Cancellation;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.context.BuildRequest;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;
import org.maxdock.text.Texts;

/**
 * A folder of the server is sent as today's docker sends it, by whatever docker the server has, with either builder.
 */
@Tag("lab")
@Tag("once")
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OldIgnoreLabTest {

    private static final String TAG = "test/old-ignore:1";
    private static final String THERE = "/home/mxuser/old ignore";

    private Server bench;

    @BeforeAll
    void connect() throws Exception {
        bench = Lab.connectToEngine();
        Lab.must(
                Lab.engineHost("mxuser"),
                "mkdir -p '" + THERE + "' && cd '" + THERE + "' && printf 'FROM " + Lab.BASE
                        + "\\nCOPY . /all/\\nRUN ls -A /all > /listed\\n' > Dockerfile; echo a > kept; "
                        + "echo a > tool-2+g1.whl; echo a > tool-22g1.whl; echo 'tool-2+g1.whl' > .dockerignore");
    }

    @AfterAll
    void end() {
        bench.close();
        Lab.must(Lab.engineHost("mxuser"), "rm -rf '" + THERE + "'; docker rmi -f " + TAG + " >/dev/null 2>&1 || true");
    }

    @ParameterizedTest
    @EnumSource(BuilderChoice.class)
    void aPlusIsAPlus(BuilderChoice builder) throws Exception {
        Queue<String> log = new ConcurrentLinkedQueue<>();
        bench.images()
                .build(
                        new BuildRequest(
                                new BuildFolder.OnServer(THERE),
                                "Dockerfile",
                                TAG,
                                BuildOptions.NONE.with(builder, java.util.List.of())),
                        progress ->
                                log.add(progress.said(new Texts(Locale.ENGLISH)).text()),
                        new Cancellation());
        String listed = Lab.must(Lab.engineHost("mxuser"), "docker run --rm " + TAG + " cat /listed");
        assertThat(listed).contains("kept", "tool-22g1.whl").doesNotContain("tool-2+g1.whl");
        assertThat(String.join("", log).contains("by itself reads “tool-2+g1.whl”"))
                .isEqualTo(bench.images().client().isOld());
    }
}
