package org.maxdock.image.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(BaseImages.of(dockerfile, Map.of(), Set.of()))
                .containsExactly("reg:5000/base:9", "debian:12", "reg:5000/tools@sha256:11");
        assertThat(BaseImages.of(dockerfile, Map.of("REGISTRY", "other", "EMPTY", "e"), Set.of()))
                .containsExactly("other/base:9", "ex", "reg:5000/tools@sha256:11");
    }

    @Test
    void whatTheBuildGivesAnotherMeaningIsNoImage() throws Exception {
        String dockerfile = "FROM alpine\nFROM debian:12\nCOPY --from=data /a /b\nCOPY --from=busybox:1 /c /c\n";
        assertThat(BaseImages.of(dockerfile, Map.of(), Set.of("alpine", "data", "busybox")))
                .containsExactly("debian:12", "busybox:1");
        assertThat(BaseImages.of(dockerfile, Map.of(), Set.of("docker.io/library/alpine:latest")))
                .containsExactly("debian:12", "data", "busybox:1");
    }

    @Test
    void whatStandsInHereDocumentsIsNoInstruction() throws Exception {
        assertThat(BaseImages.of(
                        "FROM a:1\nCOPY <<app.py /app.py\nfrom redis import Redis\napp.py\n"
                                + "RUN <<A cat >a && <<'B' cat >b\nFROM no:1\nA\nFROM no:2\nB\n"
                                + "COPY <<robots.txt <<-humans.txt /x/\nFROM no:3\nrobots.txt\nFROM no:4\nhumans.txt\n"
                                + "LABEL a= <<EOF\nFROM b:1\nEOF\nRUN echo <<NEVER\nFROM c:1\n",
                        Map.of(),
                        Set.of()))
                .containsExactly("a:1", "b:1", "c:1");
    }

    @Test
    void directivesStandInAnyOrderAndTwoEscapesAreNone() throws Exception {
        assertThat(BaseImages.of("# syntax=docker/dockerfile:1\n# escape=` \nFROM `\n  a:1\n", Map.of(), Set.of()))
                .containsExactly("a:1");
        assertThat(BaseImages.of("# a comment\n# escape=`\nFROM a:1`\nFROM b:1\n", Map.of(), Set.of()))
                .as("no directive any more")
                .containsExactly("a:1`", "b:1");
        assertThat(BaseImages.of("FROM a:1\nRUN echo \\\\\nFROM b:1\n", Map.of(), Set.of()))
                .containsExactly("a:1", "b:1");
    }

    @Test
    void anotherEscapeCharacterIsRespected() throws Exception {
        assertThat(BaseImages.of("# escape=`\nFROM `\n  a:1\n", Map.of(), Set.of()))
                .isEqualTo(List.of("a:1"));
    }

    private static final String MANY = """
            ARG WHICH=slim
            FROM python:3.12 AS docs
            FROM cuda:12 AS gpu
            COPY --from=tools:1 /t /t
            FROM debian:12 AS Base
            FROM base AS made
            RUN --mount=type=bind,target=/g,from=gpu make
            FROM base AS copied
            COPY --from=0 /d /d
            FROM base AS last
            COPY --from=made /m /m
            FROM alone:${WHICH} AS alone
            """;

    /** BuildKit builds those stages alone that the target is made of. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "last | | cuda:12 tools:1 debian:12",
                "copied | | python:3.12 debian:12",
                "made | gpu | debian:12",
                "MADE | base | cuda:12 tools:1",
                "2 | | debian:12",
                "docs | | python:3.12",
                "'' | | alone:slim",
                "nowhere | | python:3.12 cuda:12 tools:1 debian:12 alone:slim",
            })
    void ofTheStagesThoseThatTheTargetNeeds(String target, String contexts, String needed) throws Exception {
        assertThat(BaseImages.needed(MANY, Map.of(), contexts == null ? Set.of() : Set.of(contexts), target))
                .containsExactly(needed.split(" "));
    }

    @Test
    void aStageThatOnlyBuildKitCanChooseMayBeAnyOfThem() throws Exception {
        assertThat(BaseImages.needed(
                        "FROM a:1 AS x-amd64\nFROM b:1 AS x-arm64\nFROM x-${TARGETARCH}\n", Map.of(), Set.of(), ""))
                .contains("a:1", "b:1");
    }

    @Test
    void aMountTakesFromAnImageToo() throws Exception {
        assertThat(BaseImages.of(
                        "FROM a:1 AS first\nRUN --mount=from=ghcr.io/astral-sh/uv:0.5,target=/uv true\n"
                                + "RUN --mount=type=bind,from=first,target=/x true\n",
                        Map.of(),
                        Set.of()))
                .containsExactly("a:1", "ghcr.io/astral-sh/uv:0.5");
    }

    @Test
    void linesAreJoinedAsTheyStandAndADocumentEndsWhereItsWordStands() throws Exception {
        assertThat(BaseImages.of(
                        "FROM ub\\\nuntu:22.04\nRUN cat > /x <<EOF\n  EOF\nFROM no:1\nEOF\n"
                                + "COPY <<-'1END' /y\nFROM no:2\n\t1END\nFROM b:1\n",
                        Map.of(),
                        Set.of()))
                .containsExactly("ubuntu:22.04", "b:1");
    }
}
