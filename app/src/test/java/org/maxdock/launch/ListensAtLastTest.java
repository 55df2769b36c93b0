package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program that never listens is not waited for without end: until when is said, and at the end what to do. */
@Timeout(60)
class ListensAtLastTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"ISOLATED, WEB", "ME, WEB", "DOCKERRUN, WEB", "ISOLATED, JUPYTER", "ME, JUPYTER", "DOCKERRUN, JUPYTER"})
    void whatNeverListensIsEndedInTheEnd(RunMode mode, LaunchKind.Name kind) throws Exception {
        Launch launch = StubNode.launch(kind, mode, LaunchPlace.Allocation.of("", 1, ""), "serve");
        StubNode.Told told = new StubNode(folder)
                .whoseUserEdits(script -> {
                    assertThat(script).contains("latest=$((SECONDS + 1800))").contains("SECONDS >= since + 20");
                    return script.replace("latest=$((SECONDS + 1800))", "latest=$((SECONDS + 3))")
                            .replace("SECONDS >= since + 20", "SECONDS >= since + 1");
                })
                .run(launch, Map.of("STAYS", "50"));
        assertThat(told.status()).as(told.said()).isEqualTo(3);
        assertThat(told.said().lines().filter(l -> l.matches(".* is waited for until \\d\\d:\\d\\d, unless Ctrl-C .*")))
                .as(told.said())
                .hasSize(1);
        assertThat(told.said()).contains("the container is ended. The program is to listen on the port");
    }
}
