package org.maxdock.paste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.RunMode;
import org.maxdock.mount.Mapping;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** One and the same line, as pages, chats and terminals give it to people. */
class CopiedTextTest {

    private static PastedLaunch paste(String text) throws Trouble {
        return PastedLaunch.of(
                text,
                new PastedLaunch.Before("mine", new LaunchPlace.OnServer(), LaunchKind.Name.COMMAND.plain()),
                Map.of("HOME", "/home/me"));
    }

    static Stream<String> theSameLine() {
        return Stream.of(
                "docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "$ docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "me@host:~/work$ docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "[me@max-wgs work]$ docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "% docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "# docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "# first build it\ndocker build -t img/name:1 .\n\n# then docker run what was built\n"
                        + "docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "docker pull img/name:1\ndocker run --rm -v /data:/in -w /in img/name:1 process --all",
                "docker pull img/name:1 && docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "cd /x; docker run --rm -v /data:/in -w /in img/name:1 process --all | tee log",
                "sudo -E docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "sudo -u root -E docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "time env A=b docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "docker run --rm \\ \n  -v /data:/in \\\t\n -w /in \\\n img/name:1 process --all",
                "docker run --rm \\\n  # the data\n  -v /data:/in \\\n\n -w /in \\\n  img/name:1 process --all",
                "docker run --rm\n  -v /data:/in\n  -w /in img/name:1 process --all",
                "docker run --rm \\\n> -v /data:/in \\\n> -w /in img/name:1 process --all",
                "PS C:\\Users\\me> docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "C:\\Users\\me>docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "me@max-display:~/proj> docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "!docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "\t@docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "- docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "• docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "DATA=/data; IN=/in\ndocker run --rm -v $DATA:$IN -w ${IN} img/name:1 process --all",
                "export DATA=/data IMAGE=img/name:1\ndocker run --rm -v ${DATA:?no}:/in -w /in $IMAGE process --all",
                "docker run --rm \\ # gone\n  -v /data:/in \\  # the data\n -w /in \\\n img/name:1 process --all",
                "docker run --rm   # gone\n  -v /data:/in  # the data\n -w /in img/name:1 process --all",
                "docker run --rm -v /data:/in -w /in\n  img/name:1 process --all".replace("-w /in\n", "\n  -w /in\n"),
                "docker run --rm -v /data:/in -w /in img/name:1 process --all \\\n\ndocker ps -a",
                "nerdctl -n k8s.io run --rm -v /data:/in -w /in img/name:1 process --all",
                "sudo $DOCKER run --rm -v /data:/in -w /in img/name:1 process --all",
                "docker run --rm `\n  -v /data:/in `\n  -w /in img/name:1 process --all",
                "docker run --rm ^\n  -v /data:/in ^\n  -w /in img/name:1 process --all",
                "docker run –rm –v /data:/in –w /in img/name:1 process --all",
                "docker run ––rm —v /data:/in -w /in img/name:1 process —all",
                "docker run --rm\u00a0-v\u00a0/data:/in -w /in img/name:1 process --all",
                "docker\u200b run --rm -v “/data:/in” -w ’/in’ img/name:1 process --all",
                "```bash\ndocker run --rm -v /data:/in -w /in img/name:1 process --all\n```",
                "Now run the image: `docker run --rm -v /data:/in -w /in img/name:1 process --all` and wait.",
                "(base) PS C:\\Users\\me> docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "PS C:\\x> docker run --rm `\n>>  -v /data:/in `\n>> -w /in img/name:1 process --all",
                "C:\\x>docker run --rm ^\nMore? -v /data:/in ^\nMore? -w /in img/name:1 process --all",
                "In [3]: !docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "(base) me@host:~$ docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "      - run: docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "ExecStart=/usr/bin/docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "alias p='docker run --rm -v /data:/in -w /in img/name:1 process --all'",
                "bash -c \"docker run --rm -v /data:/in -w /in img/name:1 process --all\"",
                "ID=$(docker run --rm -v /data:/in -w /in img/name:1 process --all)",
                "os.system(\"docker run --rm -v /data:/in -w /in img/name:1 process --all\")",
                "> > docker run --rm \\\n> >   -v /data:/in \\\n> >   -w /in img/name:1 process --all",
                "# docker run --rm \\\n#   -v /data:/in \\\n#   -w /in img/name:1 process --all",
                "#!/bin/sh\n# Usage:\n#   docker run --rm \\\n#     -v /data:/in \\\n"
                        + "#     -w /in img/name:1 process --all\nset -e\n",
                "1  docker run --rm \\\n2    -v /data:/in \\\n3    -w /in img/name:1 process --all",
                " 9 | docker run --rm \\\n10 |   -v /data:/in \\\n11 |   -w /in img/name:1 process --all",
                "  501  docker pull img/name:1\n  502  docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "<code>docker run --rm -v /data:/in -w /in img/name:1 process --all</code>",
                "<pre class=\"x\"><code>docker run --rm \\<br>-v &quot;/data&quot;:/in -w /in img/name:1 process --all"
                        + "\n</code></pre>",
                "docker pull img/name:1 &amp;&amp; docker run --rm -v /data:/in -w /in img/name:1 process --all",
                "| name | what |\n|---|---|\n"
                        + "| it | docker run --rm -v /data:/in -w /in img/name:1 process --all | runs |",
                "| name | what |\n|---|---|\n"
                        + "| it | `docker run --rm -v /data:/in -w /in img/name:1 process --all` | runs |",
                "DATA := /data\nrun:\n\tdocker run --rm -v $(DATA):/in -w /in img/name:1 process --all",
                "podman run --rm -v /data:/in -w /in img/name:1 process --all",
                "/usr/bin/docker -H unix:///x run --rm -v /data:/in -w /in img/name:1 process --all",
                "docker container run --rm -v /data:/in -w /in img/name:1 process --all # that is it\nexit");
    }

    @ParameterizedTest
    @MethodSource("theSameLine")
    void isReadAsWhatWasMeant(String text) throws Trouble {
        PastedLaunch pasted = paste(text);
        Launch launch = pasted.launch();
        assertThat(launch.image().toString()).isEqualTo("img/name:1");
        assertThat(launch.mounts()).containsExactly(new Mapping("/data", "/in", false));
        assertThat(launch.workingDirectory()).isEqualTo("/in");
        assertThat(launch.command()).isEqualTo(List.of("process", "--all"));
        assertThat(pasted.notTaken()).extracting(NotTaken::what).isEmpty();
    }

    @Test
    void ofSeveralRunsTheFirstIsTakenAndTheOthersAreTold() throws Trouble {
        PastedLaunch pasted = paste("docker run a:1 one\ndocker pull b\ndocker run -v /x:/y b:1 two\n");
        assertThat(pasted.launch().image().toString()).isEqualTo("a:1");
        assertThat(pasted.launch().mounts()).isEmpty();
        assertThat(pasted.notTaken()).extracting(NotTaken::what).containsExactly("docker run -v /x:/y b:1 two");
    }

    @Test
    void anEntrypointIsKeptAnEmptyOneToo() throws Trouble {
        assertThat(paste("docker run --entrypoint /bin/sh a:1 -c true")
                        .launch()
                        .container()
                        .arguments())
                .containsExactly("--entrypoint=/bin/sh");
        PastedLaunch none = paste("docker run --entrypoint \"\" -v /data:/in a:1 true");
        assertThat(none.launch().container().arguments()).containsExactly("--entrypoint=");
        assertThat(none.launch().mounts()).hasSize(1);
    }

    @Test
    void whatIsInQuotesStays() throws Trouble {
        assertThat(paste("docker run a:1 sh -c 'echo – \"x\"; docker run b'")
                        .launch()
                        .command())
                .containsExactly("sh", "-c", "echo – \"x\"; docker run b");
    }

    @Test
    void whatCreatesSomethingElseIsNoRunAndWhatStandsInBackticksIsAPart() throws Trouble {
        PastedLaunch pasted = paste("docker network create run\ndocker build -t run .\ndocker run -v /x:/y b:1 two\n"
                + "- the first option maps a folder\n");
        assertThat(pasted.launch().image().toString()).isEqualTo("b:1");
        assertThat(pasted.launch().command()).containsExactly("two");
        assertThat(pasted.notTaken()).extracting(NotTaken::what).isEmpty();
        assertThat(paste("docker run -v /x:/y `docker build -q .` b:1").launch().mounts())
                .hasSize(1);
    }

    @Test
    void whatWasTypedStays() throws Trouble {
        assertThat(paste("docker run -v /data/O’Brien:/x -v '/a\u00a0b:/y' a:1")
                        .launch()
                        .mounts())
                .containsExactly(new Mapping("/data/O’Brien", "/x", false), new Mapping("/a\u00a0b", "/y", false));
        assertThat(paste("docker run –it -v /x:/y a:1").launch().mounts()).hasSize(1);
        assertThat(paste("docker run \u2011it -v /x:/y a:1").launch().mounts()).hasSize(1);
    }

    @Test
    void theRunIsFoundBehindWhateverStartsIt() throws Trouble {
        for (String before :
                List.of("srun -p maxcpu -n 1 ", "salloc -p maxcpu srun ", "nohup sudo -E ", "for i in 1 2; do ")) {
            assertThat(paste(before + "docker run -v /x:/y b:1 two")
                            .launch()
                            .image()
                            .toString())
                    .as(before)
                    .isEqualTo("b:1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "docker exec -it foo bash, NO_RUN_LINE",
        "docker pull a:1, NO_RUN_LINE",
        "ls -l, NO_RUN_LINE",
        "apptainer run docker://ubuntu, OTHER_RUN_LINE",
        "srun singularity exec -B /a:/b x.sif go, OTHER_RUN_LINE",
        "kubectl run x --image=a:1, OTHER_RUN_LINE",
        "docker compose up -d, COMPOSE_LINE",
        "sudo docker-compose run --rm -v /a:/b app go, COMPOSE_LINE",
    })
    void whatIsNoRunIsToldAsSuch(String line, TroubleKind kind) {
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(Trouble.class, () -> paste(line))
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void redirectionsAreNoWordsAndAreTold() throws Trouble {
        PastedLaunch pasted = paste("docker run b:1 echo hello > log.txt 2>&1 </dev/null");
        assertThat(pasted.launch().command()).containsExactly("echo", "hello");
        assertThat(pasted.notTaken()).extracting(NotTaken::what).containsExactly("> log.txt", "2>&1", "</dev/null");
        assertThat(paste("docker run b:1 sh -c 'a > b'").launch().command()).containsExactly("sh", "-c", "a > b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "cmd > \"my log.txt\" @ cmd @ > \"my log.txt\"",
                "cmd > 'a b' -x @ cmd,-x @ > 'a b'",
                "cat <<< \"a b\" @ cat @ <<< \"a b\"",
                "cmd &> log @ cmd @ &> log",
                "cmd &>> log x @ cmd,x @ &>> log",
                "sort <in>out @ sort @ <in,>out",
                "cmd >> $HOME/log @ cmd @ >> $HOME/log",
                "cmd 2> a\\ b @ cmd @ 2> a\\ b",
                "cmd >| log @ cmd @ >| log",
                "cat <(sort f) g @ cat,<(sort f),g @ <(sort f)",
                "cmd ~~> @ cmd @ >",
                "say <your name> @ say,<your name> @",
            })
    void whatARedirectionNamesIsReadAsAnyWord(String line, String command, String told) throws Trouble {
        PastedLaunch pasted = paste("docker run b:1 " + line.replace("~~", "") + "\nls");
        assertThat(pasted.launch().command()).containsExactly(command.split(","));
        assertThat(pasted.notTaken())
                .extracting(NotTaken::what)
                .containsExactly(told == null ? new String[0] : told.split(","));
    }

    /** Who only speaks of the site's script does not run it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "chmod +x dockerrun\n./dockerrun -v /a:/b img:1 cmd",
                "cd /opt/dockercluster && docker run -v /a:/b img:1 cmd",
                "which dockerrun; dockerrun -v /a:/b img:1 cmd",
            })
    void theFirstThatIsARunIsTaken(String lines) throws Trouble {
        PastedLaunch pasted = paste(lines);
        assertThat(pasted.launch().image()).hasToString("img:1");
        assertThat(pasted.launch().command()).containsExactly("cmd");
        assertThat(pasted.launch().mounts()).hasSize(1);
    }

    @Test
    void whoItRunsAsAndVariablesOfTheJob() throws Trouble {
        PastedLaunch pasted = paste("docker run --user $(id -u):$(id -g) -e DISPLAY=$DISPLAY --tmpfs /t b:1");
        assertThat(pasted.launch().mode()).isEqualTo(org.maxdock.launch.RunMode.ME);
        assertThat(pasted.launch().container().environment()).containsExactly("DISPLAY");
        assertThat(pasted.notTaken()).extracting(NotTaken::what).containsExactly("--tmpfs /t");
        assertThat(paste("docker run -u root b:1").notTaken())
                .extracting(NotTaken::what)
                .containsExactly("-uroot");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "docker run -v /a:/b alpine:3 tool \"$@\" | $@",
                "docker run -v /a:/b alpine:3 tool ${FILE%.txt}.out | ${FILE%.txt}",
                "docker run -v /a:/b alpine:3 echo $# | $#",
                "docker run -v \"$(dirname \"$(pwd)\")\":/w -v /a:/b alpine:3 prog \"a b\" | $(dirname \"$(pwd)\")",
                "docker run $(cat opts) -v /a:/b alpine:3 ls | $(cat opts)",
                "docker run $OPTS -v /a:/b alpine:3 ls | $OPTS",
                "docker run -v /a:/b \"${OPTS[@]}\" alpine:3 ls | ${OPTS[@]}",
                "podman run --replace --secret x -v /a:/b alpine:3 ls | --secret x",
            })
    void whatOnlyAShellKnowsIsToldAndTheRestIsRead(String line, String told) throws Trouble {
        PastedLaunch pasted = paste(line);
        assertThat(pasted.launch().image().toString()).isEqualTo("alpine:3");
        assertThat(pasted.launch().mounts()).contains(new Mapping("/a", "/b", false));
        assertThat(pasted.notTaken()).extracting(NotTaken::what).anyMatch(one -> one.contains(told));
    }

    @Test
    void aValueThatIsNotKnownIsNotTakenFromTheLogin() throws Trouble {
        PastedLaunch pasted = PastedLaunch.of(
                "WORK=$(mktemp -d)\ndocker run -v $WORK:/work alpine:3",
                new PastedLaunch.Before("mine", new LaunchPlace.OnServer(), LaunchKind.Name.COMMAND.plain()),
                Map.of("WORK", "/cluster/work"));
        assertThat(pasted.launch().mounts()).isEmpty();
        assertThat(pasted.notTaken()).extracting(NotTaken::what).anyMatch(one -> one.contains("$WORK"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$(id -u):$(id -g)",
                "$(id -u ${USER}):$(id -g ${USER})",
                "\"$(id -u $USER):$(id -g $USER)\"",
                "`id -u`:`id -g`",
                "${UID}:${GID}"
            })
    void whoIsOneselfIsMe(String user) throws Trouble {
        assertThat(paste("docker run -u " + user + " alpine:3 ls").launch().mode())
                .isEqualTo(RunMode.ME);
    }

    @Test
    void dockerOfNvidiaHasAllGpus() throws Trouble {
        assertThat(paste("nvidia-docker run alpine:3 ls").launch().container().arguments())
                .containsExactly("--gpus=all");
    }

    @Test
    void whatAListingPrintsIsNoOption() throws Trouble {
        assertThat(paste("$ docker run alpine:3 ls -l /b\n-rw-r--r-- 1 root root 5 Jan 1 x")
                        .launch()
                        .command())
                .containsExactly("ls", "-l", "/b");
    }

    @Test
    void whatAShellDoesBesideTheRunIsTold() throws Trouble {
        assertThat(paste("docker run alpine:3 cat /b/x | gzip > out.gz").notTaken())
                .extracting(NotTaken::what)
                .contains("gzip");
        assertThat(paste("docker run alpine:3 && docker cp x:/y .").notTaken())
                .extracting(NotTaken::what)
                .containsExactly("docker cp x:/y .");
        assertThat(paste("cat in | docker run -i alpine:3").notTaken())
                .extracting(NotTaken::what)
                .containsExactly("cat in |");
        assertThat(paste("docker run --name x alpine:3\ndocker exec -it x psql").notTaken())
                .extracting(NotTaken::what)
                .containsExactly("docker exec -it x psql");
        assertThat(paste("docker run alpine:3; echo done").notTaken())
                .extracting(NotTaken::what)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"# docker compose up -d\n", "# Start with `docker compose up`\n", "# docker run it\n"})
    void aCommentAheadOfAComposeFileMakesItNoLine(String comment) throws Trouble {
        assertThat(PastedPlan.of(comment + "services:\n  a:\n    volumes: [/data:/in]\n", Map.of())
                        .mappings())
                .containsExactly(new Mapping("/data", "/in", false));
    }

    @Test
    void whatIsSetInABranchIsNotKnown() throws Trouble {
        assertThat(paste("if x; then\nDATA=/a\nelse\nDATA=/b\nfi\ndocker run -v $DATA:/d alpine:3")
                        .launch()
                        .mounts())
                .isEmpty();
    }
}
