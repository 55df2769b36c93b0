package org.maxdock.image.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.Texts;

/** Advice on Dockerfiles: each rule where it holds, and not where it does not. */
class DockerfileAdviceTest {

    private static List<String> rules(String dockerfile) throws Exception {
        return DockerfileAdvice.on(dockerfile.replace("|", "\n")).stream()
                .map(a -> a.line() + " " + a.rule())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "1 DL3006; FROM debian; FROM debian:12",
                "1 DL3007; FROM hub.desy.de:5000/me/x:latest; FROM hub.desy.de:5000/me/x:3",
                "2 DL3006; ARG BASE=debian|FROM ${BASE}; ARG BASE=debian:12|FROM ${BASE}",
                "1 DL3061; RUN true|FROM a:1; ARG A|FROM a:1",
                "2 DL3009; FROM a:1|RUN apt-get update && apt-get install -y --no-install-recommends x; "
                        + "FROM a:1|RUN apt-get update && apt-get install -y --no-install-recommends x && "
                        + "rm -rf /var/lib/apt/lists/*",
                "2 DL3015; FROM a:1|RUN apt-get install -y x && rm -rf /var/lib/apt/lists/*; "
                        + "FROM a:1|RUN apt-get install -y \\|  --no-install-recommends x && "
                        + "rm -rf /var/lib/apt/lists/*",
                "2 DL3014; FROM a:1|RUN apt-get install --no-install-recommends x && "
                        + "rm -rf /var/lib/apt/lists/*; FROM a:1|RUN apt-get -qq install --no-install-recommends x && "
                        + "rm -rf /var/lib/apt/lists/*",
                "2 DL3027; FROM a:1|RUN apt update; FROM a:1|RUN apt-get update",
                "2 DL3040; FROM a:1|RUN dnf install -y x; FROM a:1|RUN dnf install -y x && dnf clean all",
                "2 DL3032; FROM a:1|RUN yum -y install x; FROM a:1|RUN yum -y install x && yum clean all",
                "2 DL3042; FROM a:1|RUN pip install numpy==2; FROM a:1|RUN pip install --no-cache-dir numpy==2",
                "2 conda-clean; FROM a:1|RUN mamba install -y numpy; FROM a:1|RUN mamba install -y numpy && "
                        + "mamba clean -afy",
                "2 DL3004; FROM a:1|RUN sudo make; FROM a:1|RUN make",
                "2 DL3000; FROM a:1|WORKDIR src; FROM a:1|WORKDIR /src",
                "2 DL3020; FROM a:1|ADD x.py /x.py; FROM a:1|ADD x.tar.gz /x",
                "2 DL3025; FROM a:1|CMD run it; FROM a:1|CMD [\"run\", \"it\"]",
                "2 DL3045; FROM a:1|COPY x y/; FROM a:1|WORKDIR /w|COPY x y/",
                "2 DL4000; FROM a:1|MAINTAINER me; FROM a:1|LABEL maintainer=me",
                "2 DL4003; FROM a:1|CMD [\"a\"]|CMD [\"b\"]; FROM a:1 AS x|CMD [\"a\"]|FROM x|CMD [\"b\"]",
                "2 DL3024; FROM a:1 AS x|FROM b:1 AS x; FROM a:1 AS x|FROM x AS y",
                "2 SecretsUsedInArgOrEnv; FROM a:1|ENV DB_PASSWORD=x; FROM a:1|ENV DB_USER=password",
                "2 order; FROM a:1|COPY . /src|RUN pip install --no-cache-dir -r /src/r.txt; "
                        + "FROM a:1|COPY r.txt /src/|RUN pip install --no-cache-dir -r /src/r.txt|COPY . /src",
                "2 site-entrypoint; FROM a:1|ENTRYPOINT [\"/s\"]; FROM a:1|CMD [\"/s\"]",
                "2 site-user; FROM a:1|USER me; FROM a:1|RUN useradd me",
                "2 site-home; FROM a:1|ENV HOME=/opt/me; FROM a:1|ENV MY_HOME=/opt/me",
                "2 site-data; FROM a:1|COPY run01.h5 /data/; FROM a:1|COPY run01.py /data/",
                "2 site-sshd; FROM a:1|RUN apt-get install -y openmpi-bin rdma-core; "
                        + "FROM a:1|RUN apt-get install -y openmpi-bin rdma-core openssh-server",
                "2 site-infiniband; FROM a:1|RUN dnf install openmpi openssh-server; "
                        + "FROM me/centos_mpi:7|RUN dnf install openmpi openssh-server",
                "2 SecretsUsedInArgOrEnv; FROM a:1|ENV A=b MY_TOKEN=c; "
                        + "FROM a:1|ENV A=\"the token is\" B='my password x'",
                "2 unknown-instruction; FROM a:1|RNU true; FROM a:1|run true",
                "2 DL3040; FROM a:1|RUN <<EOF|dnf install -y x|EOF; "
                        + "FROM a:1|RUN <<EOF|dnf install -y x|dnf clean all|EOF",
                "2 DL3004; FROM a:1|RUN <<-'X'|\tset -e|\tsudo make|X; FROM a:1|RUN <<X|# sudo make|make|X",
                "2 DL3004; FROM a:1|RUN bash -e <<X|sudo make|X; FROM a:1|RUN cat >/x <<X|sudo make|X",
                "2 DL3004; FROM a:1|RUN <<X|#!/bin/bash -e|sudo make|X; FROM a:1|RUN <<X|#!/usr/bin/python3|sudo|X",
                "2 order; FROM a:1|COPY . /s|RUN <<X|apt-get -qq install x|X; FROM a:1|COPY . /s|RUN <<X|make|X",
                "2 site-sshd; FROM a:1|RUN dnf install openmpi rdma-core && dnf clean all; "
                        + "FROM a:1|RUN dnf install openmpi && dnf clean all|RUN <<E|dnf install openssh-server|E",
                "2 site-sshd; FROM a:1 AS x|RUN dnf install openmpi|FROM x; "
                        + "FROM a:1 AS x|RUN dnf install openmpi|FROM b:1|COPY --from=x /x /x",
                "2 site-infiniband; FROM a:1 AS x|RUN dnf install openmpi|FROM b:1|RUN dnf install rdma-core|FROM X; "
                        + "FROM a:1 AS x|RUN dnf install rdma-core|FROM x|RUN dnf install openmpi",
                "3 DL3006; ARG A=1 B=debian|ARG C|FROM ${B}; ARG A=1 B=debian|ARG C|FROM ${B}:${A}",
                "2 DL3007; ARG T|FROM a:${T:-latest}; ARG T|FROM a:${T-3.12}",
                "2 DL3006; ARG B=debian|FROM \"$B\"; ARG B='debian:12'|FROM \"$B\"",
                "2 DL3025; FROM a:1|CMD ['run', 'it']; FROM a:1|cmd [ \"run\" , \"a\\\"b\" ]",
                "2 DL3025; FROM a:1|ENTRYPOINT [\"run\",]; FROM a:1|ENTRYPOINT [\"run\", \\|  \"it\"]",
                "2 DL3025; FROM a:1|CMD [run]; FROM a:1|CMD []",
                "2 DL3025; FROM a:1|CMD [\"a\"] && b; FROM a:1|CMD\t[\"a\"]",
                "2 site-entrypoint; FROM a:1|ENTRYPOINT [\"/s\"]; FROM a:1|ENTRYPOINT []",
                "2 DL3045; FROM a:1|COPY [\"a b\", \"c d\"]; FROM a:1|COPY --chmod=644 [\"a b\", \"/c d/\"]",
                "2 DL3045; FROM a:1|COPY --link --exclude=*.o a b; FROM a:1|COPY --link --exclude=*.o a /b",
                "2 site-data; FROM a:1|COPY [\"my run.h5\", \"/d/\"]; FROM a:1|COPY [\"run.py\", \"/my data.h5\"]",
                "2 DL3020; FROM a:1|ADD [\"a b\", \"/c\"]; FROM a:1|ADD --checksum=sha256:00 $URL /c",
                "2 DL3020; FROM a:1|ADD --link a /c; FROM a:1|ADD --keep-git-dir=true https://x/y.git#v1 /c",
                "2 order; FROM a:1|COPY --link --exclude=x . /s|RUN pip install --no-cache-dir x; "
                        + "FROM a:1|COPY --link --from=b . /s|RUN pip install --no-cache-dir x",
                "2 DL3004; FROM a:1|RUN --mount=type=cache,target=/c --network=none sudo make; "
                        + "FROM a:1|RUN --mount=type=cache,target=/sudo make",
                "5 DL3004; # syntax=docker/dockerfile:1|# check=skip=all|# escape=`|FROM a:1|RUN sudo `|# x||\tmake; "
                        + "# syntax=docker/dockerfile:1|# escape=`|FROM a:1|RUN make `|  # sudo make|  x",
                "2 DL3007; ARG V=latest|FROM a:${V#v}; ARG V=v3-slim|FROM a:${V#v}",
                "2 DL3007; ARG V=old|FROM a:${V/old/latest}; ARG V=3.1.2|FROM --platform=$BUILDPLATFORM a:${V//./-}"
            })
    void whereItHoldsAndNotWhereItDoesNot(String expected, String bad, String good) throws Exception {
        assertThat(rules(bad)).contains(expected);
        assertThat(rules(good)).noneMatch(r -> r.endsWith(" " + expected.split(" ")[1]));
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void aTemplateNeedsNoAdvice(Template template) throws Exception {
        assertThat(DockerfileAdvice.on(template.read().get("Dockerfile"))).isEmpty();
    }

    @Test
    void everyRuleHasASentenceAndAnOrigin() throws Exception {
        Texts texts = new Texts(Locale.GERMAN);
        String all = "RNU x\nFROM debian AS x\nFROM debian:latest AS x\nMAINTAINER m\nWORKDIR a\nADD x.h5 y\n"
                + "COPY . z\nENV HOME=/h TOKEN=t\nUSER u\nCMD a\nCMD b\nENTRYPOINT a\nENTRYPOINT b\n"
                + "RUN sudo apt update; apt-get install openmpi-bin; yum install x; dnf install y; "
                + "zypper install z; pip install n; conda install c\n";
        List<Advice> advice = DockerfileAdvice.on(all);
        assertThat(advice).hasSizeGreaterThan(25);
        advice.forEach(a -> assertThat(texts.get(a.text()))
                .as(a.rule())
                .isNotEqualTo(a.text().key())
                .doesNotContain("{0}"));
        advice.forEach(a -> assertThat(
                        texts.has("advice.from." + a.origin().name().toLowerCase(Locale.ROOT)))
                .isTrue());
    }

    @Test
    void instructionsAreReadAsDockerDoes() throws Exception {
        List<Instruction> read =
                Dockerfile.read("# escape=`\nfrom a:1\n\n# comment\nRUN one `\n  # not a part\n  two `\n\n  three\n"
                        + "RUN <<EOF\nFROM nothing\nEOF\nCMD [\"x\"]");
        assertThat(read)
                .containsExactly(
                        new Instruction(2, 2, "FROM", "a:1"),
                        new Instruction(5, 9, "RUN", "one   two   three"),
                        new Instruction(10, 12, "RUN", "<<EOF", "FROM nothing\n"),
                        new Instruction(13, 13, "CMD", "[\"x\"]"));
        assertThat(Dockerfile.read("FROM a\nRUN cat <<<hello\nRUN cat <<NEVER\nCMD x"))
                .extracting(Instruction::keyword)
                .as("what never ends is none")
                .containsExactly("FROM", "RUN", "RUN", "CMD");
        assertThat(DockerfileAdvice.on("")).isEmpty();
        assertThat(DockerfileAdvice.on("COPY\nENV\nARG\nUSER\nFROM\nADD --x")).isNotEmpty();
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws Exception {
        for (String mark : java.util.List.of("\uFEFF", "\u00EF\u00BB\u00BF")) {
            assertThat(Dockerfile.read(mark + "FROM a:1\nRUN true\n"))
                    .extracting(Instruction::keyword)
                    .containsExactly("FROM", "RUN");
        }
        assertThat(DockerfileAdvice.on("\uFEFFFROM a:1\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENV API_KEY=x | true",
                "ENV DB_PASSWORD=x | true",
                "ENV SSH_KEY=1 | true",
                "ARG AUTH_TOKEN | true",
                "ENV TOKENIZERS_PARALLELISM=false | false",
                "ENV MAX_TOKENS=10 | false",
                "ENV PUBLIC_KEY=x | false",
                "ENV MONKEY=x | false",
            })
    void secretsAreWhatDockersOwnCheckTakesForThem(String line, boolean advised) throws Exception {
        assertThat(DockerfileAdvice.on("FROM a:1\n" + line + "\n"))
                .extracting(Advice::rule)
                .matches(rules -> rules.contains("SecretsUsedInArgOrEnv") == advised);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apt-get install -y --no-install-recommends x && rm -rf /tmp/* /var/lib/apt/lists/*",
                "--mount=target=/var/lib/apt/lists,type=cache apt-get install -y --no-install-recommends x",
                "uv pip install --no-cache x",
            })
    void whatLeavesNothingBehindIsNotAdvisedAgainst(String run) throws Exception {
        assertThat(DockerfileAdvice.on("FROM a:1\nRUN " + run + "\n"))
                .extracting(Advice::rule)
                .doesNotContain("DL3009", "DL3042");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dnf install -y x && dnf -y clean all",
                "dnf install -y x; dnf clean -y all",
                "dnf install -y x && dnf --enablerepo epel clean packages",
                "dnf install -y x && yum clean all",
                "microdnf install x && microdnf -q clean all",
                "yum install -y x && yum -y clean all",
                "yum install -y x && rm -rf /tmp/x /var/cache/yum/*",
                "dnf install -y x && rm -r -f /var/cache/libdnf5",
                "dnf install -y x && rm -rf /var/cache/*",
                "--mount=type=cache,target=/var/cache/dnf dnf install -y x",
                "--mount=target=/var/cache/yum,type=cache,sharing=locked yum install -y x",
                "--mount=type=tmpfs,target=/var/cache dnf install -y x",
                "apt-get install -y --no-install-recommends x && rm -r -f /var/lib/apt/lists",
                "apt-get install -y --no-install-recommends x && apt-get -y dist-clean",
                "--mount=type=tmpfs,target=/var/lib/apt/lists apt-get install -y --no-install-recommends x",
                "zypper -n in x && zypper -n clean -a",
                "--mount=type=cache,target=/var/cache/zypp zypper -n install x",
                "pip install x && pip cache purge",
                "pip install x && rm -rf /root/.cache/pip",
                "conda install -y x && conda clean --yes --all",
                "mamba install -y x && mamba clean -y -f -a",
                "--mount=type=cache,target=/opt/conda/pkgs conda install -y x",
            })
    void whatIsCleanedHoweverItIsWrittenIsNotAdvisedAgainst(String run) throws Exception {
        assertThat(DockerfileAdvice.on("FROM a:1\nRUN " + run + "\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dnf install -y x && dnf clean metadata",
                "dnf install -y x && rm -rf /var/cache/apt",
                "--mount=type=cache,target=/var/cache/apt dnf install -y x",
                "--mount=type=bind,target=/var/cache/dnf dnf install -y x",
                "conda install -y x && conda clean -y",
                "zypper -n in x && zypper refresh",
            })
    void whatIsNotCleanedIs(String run) throws Exception {
        assertThat(DockerfileAdvice.on("FROM a:1\nRUN " + run + "\n")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "r.tar,true", "r.tar.gz,true", "r.tgz,true", "r.tar.bz2,true", "r.tbz2,true", "r.tbz,true", "r.tar.xz,true",
        "r.txz,true", "r.tar.zst,true", "r.tar.zstd,true", "R.TZST,true", "r.tar.*,true", "r.zip,false", "r.tart,false"
    })
    void whatAddUnpacksIsNotToBeCopied(String file, boolean unpacked) throws Exception {
        assertThat(DockerfileAdvice.on("FROM a:1\nADD " + file + " /\n"))
                .extracting(Advice::rule)
                .matches(rules -> rules.contains("DL3020") != unpacked);
    }
}
