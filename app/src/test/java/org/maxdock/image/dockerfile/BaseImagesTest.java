package org.maxdock.image.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaseImagesTest {

    @Test
    void theImagesThatADockerfileStartsFromAndCopiesFromAreFoundAndItsStagesAreNot() throws Exception {
        String dockerfile = """
                # syntax=docker/dockerfile:1
                ARG REGISTRY=reg:5000
                ARG TAG="9" OTHER
                ARG EMPTY
                FROM --platform=linux/amd64 ${REGISTRY}/base:$TAG AS Build
                ARG TAG=no
                RUN make && \\
                    # a comment within
                    FROM nowhere
                FROM ${EMPTY:-debian:12}${EMPTY:+x} as tools
                from scratch
                COPY --chown=1:1 --from=build /a /b
                COPY --from=0 /a /b
                COPY --from=reg:5000/tools@sha256:11 /t /t
                FROM tools
                """;
        assertThat(BaseImages.of(dockerfile, Map.of()))
                .containsExactly("reg:5000/base:9", "debian:12", "reg:5000/tools@sha256:11");
        assertThat(BaseImages.of(dockerfile, Map.of("REGISTRY", "other", "EMPTY", "e")))
                .containsExactly("other/base:9", "ex", "reg:5000/tools@sha256:11");
    }

    @Test
    void anotherEscapeCharacterIsRespected() throws Exception {
        assertThat(BaseImages.of("# escape=`\nFROM `\n  a:1\n", Map.of())).isEqualTo(List.of("a:1"));
    }
}
