package org.maxdock.image.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maxdock.engine.RunConfiguration;
import org.maxdock.text.Trouble;

class IdentityTextTest {

    private static final String NAME = "reg:5000/a/b@sha256:" + "1".repeat(64);

    static final Identity IMAGE = new Identity(
            List.of(NAME),
            "sha256:22",
            "",
            "",
            List.of("sha256:l1", "sha256:l2"),
            new RunConfiguration(
                    List.of("/entry point"),
                    List.of("a\nb", ""),
                    List.of("PATH=/bin", "Ü=ß\nuser 4 root"),
                    "1000:1000",
                    "/work dir",
                    List.of("8080/tcp"),
                    List.of("/vol"),
                    List.of("CMD", "true"),
                    Map.of("k=1", "v\nplatform x/y", "ä", ""),
                    List.of(5_000_000_000L, 0L, 0L, 3L),
                    List.of("RUN a\nb"),
                    List.of("/bin/bash", "-c"),
                    "SIGTERM"),
            "linux/arm64/v8");

    @Test
    void whatIsPrintedIsReadBackWhateverItHolds() throws Exception {
        String printed = "id sha256:22\ndigest " + NAME + "\n" + IdentityText.content(IMAGE) + "\n";
        assertThat(IdentityText.parse(printed.getBytes(StandardCharsets.UTF_8))).isEqualTo(IMAGE);
    }

    @Test
    void severalAreReadOneAfterTheOther() throws Exception {
        String printed = "id sha256:22\ndigest " + NAME + "\n" + IdentityText.content(IMAGE) + "\n";
        assertThat(IdentityText.parseAll((printed + printed + printed + "\n").getBytes(StandardCharsets.UTF_8)))
                .containsExactly(IMAGE, IMAGE, IMAGE);
        assertThat(IdentityText.parseAll("\n".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThatThrownBy(() -> IdentityText.parseAll((printed + "id x\n").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Trouble.class);
    }

    @Test
    void aTextThatEndsEarlyOrLiesAboutLengthsIsRefused() {
        for (String text : List.of("", "id x\n", "env 5 ab\n", "env x ab\n", "nonsense\n", "user -1 \n", "layer a")) {
            assertThatThrownBy(() -> IdentityText.parse(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isInstanceOf(Trouble.class);
        }
    }
}
