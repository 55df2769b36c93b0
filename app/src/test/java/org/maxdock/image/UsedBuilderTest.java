package org.maxdock.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.engine.HostClient;
import org.maxdock.engine.Progress;
import org.maxdock.image.identity.Source;
import org.maxdock.store.PastBuild;

/** Which builder was used is told in one line, and known by that. */
class UsedBuilderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "true; 28.5.2; true; BuildKit, buildx, docker 28.5.2",
                "true; 20.10.24+dfsg1; false; BuildKit, docker 20.10.24+dfsg1",
                "false; 20.10.24; false; classic builder, docker 20.10.24",
                "false; ''; false; classic builder",
                "false; 20.10\u001b[31m\uFFFD\u2028; false; classic builder, docker 20.10\\u001b[31m\uFFFD\\u2028",
            })
    void isToldAndKept(boolean buildKit, String version, boolean ofItself, String text) {
        UsedBuilder used =
                UsedBuilder.of(buildKit, new HostClient(version, buildKit, ofItself, false, Optional.empty()));
        assertThat(used.text()).isEqualTo(text);
        assertThat(UsedBuilder.in(used.told())).contains(text);
        assertThat(new Source("d", "", "", null, null, "", used.text()).builder())
                .isEqualTo(text);
        assertThat(new PastBuild("", "", "", "", 1, "", used.text(), "").builder())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# 5 MB sent\n", "#1 BuildKit\n", "# BuildKit and more\n", "Step 1/2 : FROM a\n"})
    void nothingElseIsTakenForIt(String said) {
        assertThat(UsedBuilder.in(new Progress("", said, 0, 0))).isEmpty();
    }
}
