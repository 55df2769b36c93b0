package org.maxdock.image.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Dockerfile reference, Environment replacement; the values are what BuildKit makes of them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "V=22-04 | ubuntu:${V/-/.} | ubuntu:22.04",
                "V=1-2-3 | a:${V//-/.} | a:1.2.3",
                "V=1-2-3 | a:${V/-*/} | a:1",
                "T | python:${T-3.12} | python:3.12",
                "T= | python:x${T-3.12} | python:x",
                "T= | python:${T:-3.12} | python:3.12",
                "T | python:x${T+y} | python:x",
                "T= | python:x${T+y} | python:xy",
                "T=3 | python:${T:?need} | python:3",
                "T=3 | python:${T?need} | python:3",
                "V=ubuntu-22.04 | ubuntu:${V#ubuntu-} | ubuntu:22.04",
                "V=a.b.c | x:${V#*.} | x:b.c",
                "V=a.b.c | x:${V##*.} | x:c",
                "V=a.b.c | x:${V%.*} | x:a.b",
                "V=a.b.c | x:${V%%.*} | x:a",
                "V=12.4.1 | x:cuda${V%.?} | x:cuda12.4",
                "V=abc | x:${V#d*} | x:abc",
                "A=1 B=2 | x:${A}-${B} | x:1-2",
                "A=b | x:${N:-${A:-c}} | x:b",
                "I=ubuntu:22.04 | \"$I\" | ubuntu:22.04",
                "I=\"ubuntu:22.04\" | ${I} | ubuntu:22.04",
                "A=b | 'debian:12' | debian:12",
                "A=de B='bi'an | $A$B:\"1\"'2' | debian:12",
                "A=b | de\\bian:12 | debian:12",
                "A=1 B=${A}2 | x:$B | x:12",
            })
    void variablesHaveAllOperatorsAndQuotesGo(String defined, String from, String base) throws Exception {
        assertThat(BaseImages.of("ARG " + defined + "\nFROM " + from + " AS s\n", Map.of(), Set.of()))
                .containsExactly(base);
    }

    @Test
    void whatIsGivenComesBeforeDefaultsAndTheEscapeIsTheFiles() throws Exception {
        assertThat(BaseImages.of("ARG T\nFROM a:${T-1}\n", Map.of("T", "2"), Set.of()))
                .containsExactly("a:2");
        assertThat(BaseImages.of("ARG T=1\nARG T\nFROM a:${T}\n", Map.of(), Set.of()))
                .containsExactly("a:1");
        assertThat(BaseImages.of("# escape=`\nFROM d`ebian:1\n", Map.of(), Set.of()))
                .containsExactly("debian:1");
    }

    /** What docker refuses is no image, however it is cut; and nothing takes long. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a:${T:?x}",
                "a:${",
                "a:${}",
                "a:${T",
                "a:${T-",
                "a:${T:}",
                "a:${T/x}",
                "a:${T/x/",
                "a:${T^}",
                "a:\"1",
                "a:'1",
                "a:${T:-${T:-"
            })
    void whatIsMalformedStays(String from) throws Exception {
        assertThat(BaseImages.of("ARG T\nFROM " + from + "\n", Map.of(), Set.of()))
                .containsExactly(from);
    }

    @Test
    @Timeout(20)
    void noDockerfileTakesLong() throws Exception {
        String value = "ARG V=" + "ab".repeat(2_000) + "\n";
        for (String one :
                List.of("${V//*a*c/x}", "${V%%*b*c*}", "$V", "${V:-", "${N:-$V}", "\"$V\"", "'", "\"", "${V/")) {
            String word = one.repeat(3_900 / one.length());
            String line = "ARG W=" + word + "\n";
            String all = value + line.repeat((Dockerfile.MOST - value.length() - 10) / line.length()) + "FROM $W\n";
            assertThat(BaseImages.of(all, Map.of(), Set.of())).hasSizeLessThan(2);
        }
    }
}
