package org.maxdock.image.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.Trouble;

/** What only BuildKit knows, and what looks like it. In the lines | stands for a line's end. */
class BuildKitNeedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "FROM a:1|RUN --mount=type=cache,target=/c true; 2 --mount",
                "FROM a:1|RUN --network=none true; 2 --network",
                "FROM a:1|RUN --security=insecure true; 2 --security",
                "FROM a:1|RUN \\|  --mount=type=secret,id=s cat /run/secrets/s; 2 --mount",
                "FROM a:1|RUN <<EOF|echo a|EOF; 2 <<",
                "FROM a:1|COPY <<-'X' /y|  text|X; 2 <<",
                "FROM a:1|COPY --chmod=755 a /b; 2 --chmod",
                "FROM a:1|COPY --chown=1:1 --link a /b; 2 --link",
                "FROM a:1|COPY --parents a/b /c/; 2 --parents",
                "FROM a:1|COPY --exclude=*.o . /c/; 2 --exclude",
                "FROM a:1|ADD --checksum=sha256:00 https://x/y /y; 2 --checksum",
                "FROM a:1|ADD --keep-git-dir=true https://x/y.git /y; 2 --keep-git-dir",
                "FROM a:1|ADD https://github.com/moby/x.git#v0.1 /src; 2 https://github.com/moby/x.git#v0.1",
                "FROM a:1|ADD [\"git@github.com:o/r.git\", \"/r\"]; 2 git@github.com:o/r.git",
                "FROM --platform=$BUILDPLATFORM a:1|RUN true; 1 $BUILDPLATFORM",
                "FROM --platform=${TARGETPLATFORM} a:1; 1 $TARGETPLATFORM",
                "FROM a:1|ARG TARGETARCH|RUN echo $TARGETARCH; 2 TARGETARCH",
                "FROM a:1|ARG A=1 TARGETOS; 2 TARGETOS",
                "from a:1|run --mount=type=ssh true; 2 --mount",
            })
    void isFound(String dockerfile, String expected) throws Trouble {
        assertThat(BuildKitNeed.of(dockerfile.replace('|', '\n')))
                .map(need -> need.line() + " " + need.what())
                .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FROM a:1|RUN echo --mount",
                "FROM a:1|RUN cat <<<EOF && echo $((1<<x))",
                "FROM a:1|RUN true && \\|  echo \"cat <<EOF\" > /x",
                "FROM --platform=linux/amd64 a:1 AS b|COPY --from=b --chown=1:1 x /y",
                "FROM a:1|ADD --chown=a:b x.tgz /",
                "FROM a:1|ARG TARGETARCH=amd64|RUN echo $TARGETARCH",
                "FROM a:1|ENV X=$TARGETARCH",
                "FROM a:1|CMD [\"--mount\"]",
                "# syntax=docker/dockerfile:1|FROM a:1|RUN true",
                "FROM a:1|HEALTHCHECK --interval=5s CMD true",
                "FROM a:1|ONBUILD RUN --mount=type=cache,target=/c true",
            })
    void isNotFoundWhereTheClassicBuilderKnowsAll(String dockerfile) throws Trouble {
        assertThat(BuildKitNeed.of(dockerfile.replace('|', '\n'))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "FROM a:1|RUN --mount=type=cache,target=/c true|RUN <<EOF|echo a|EOF; 3 <<",
                "FROM a:1|HEALTHCHECK --interval=30s --start-interval=2s CMD true; 2 --start-interval",
                "FROM a:1|HEALTHCHECK --interval=2s --retries=3 CMD x --start-interval=1s; none",
                "FROM a:1|HEALTHCHECK NONE; none",
                "FROM a:1|RUN --mount=type=tmpfs,target=/t,size=1048576 true; 2 size",
                "FROM a:1|RUN --mount=type=cache,target=/c --mount=type=secret,env=A,id=a true; 2 env",
                "FROM a:1|RUN --mount=type=bind,target=/t,source=/size=1 echo --mount=size=1; none",
                "FROM a:1|COPY --chmod=755 --link a /b; 2 --link",
                "FROM a:1|ONBUILD COPY --link a /b; none",
                "FROM a:1|RUN --network=none true; 2 --network",
                "FROM a:1|ADD --checksum=sha256:00 https://x/y /y; 2 --checksum",
                "FROM a:1|RUN --mount=type=cache,target=/c true|RUNN x; none",
                "FROM --platform=$BUILDPLATFORM a:1|COPY --chmod=755 a /b; none",
                "ARG V=v1|FROM a:${V#v}; 2 ${V#…}",
                "FROM a:1|ARG F=a.tar|ENV N=${F%%.*}; 3 ${F%…}",
                "FROM a:1|ARG V=1.2|COPY x-${V//./_} /x; 3 ${V/…}",
                "FROM a:1|RUN echo ${V#v} ${V//a/b}|CMD echo ${V%v}; none",
                "FROM a:1|ENV A='${V#v}' B=\\\\${V#v} C=${V:-#}; none",
                "# syntax=docker/dockerfile:1|FROM a:1|ENV A=${V#v}; none",
            })
    void whatTheFirstBuildKitDidNotKnowYet(String dockerfile, String expected) throws Trouble {
        assertThat(BuildKitNeed.ofNewer(dockerfile.replace('|', '\n'))
                        .map(need -> need.line() + " " + need.what())
                        .orElse("none"))
                .isEqualTo(expected);
    }
}
