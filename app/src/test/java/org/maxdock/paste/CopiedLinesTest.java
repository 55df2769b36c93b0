package org.maxdock.paste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.mount.Mapping;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Which lines of a copied text belong together, and which of their signs are none of a shell's. */
class CopiedLinesTest {

    private static PastedLaunch paste(String text) throws Trouble {
        return paste(text, Map.of("HOME", "/home/me"));
    }

    private static PastedLaunch paste(String text, Map<String, String> variables) throws Trouble {
        return PastedLaunch.of(
                text,
                new PastedLaunch.Before("mine", new LaunchPlace.OnServer(), LaunchKind.Name.COMMAND.plain()),
                variables);
    }

    private static final List<String> ODD_LINES = List.of(
            "  -DX=1 \\",
            "ls",
            "  > done.txt",
            "> x",
            "$ z",
            "~~~",
            "```sh",
            "- docker run x:1",
            "# one",
            "",
            "  --opt y",
            "print(“b”) – c",
            "me@host:~$ x",
            "a \\",
            "x # y",
            "1. docker run y",
            "docker run -v /a:/b z:1",
            "- >");

    /** Nothing in quotes is changed (sh(1), 2.2.2): it is no text of a shell's. */
    @Test
    void whatStandsInQuotesOverSeveralLinesStays() throws Trouble {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            List<String> lines = random.ints(1 + random.nextInt(5), 0, ODD_LINES.size())
                    .mapToObj(ODD_LINES::get)
                    .toList();
            String inside = String.join("\n", lines) + "\nend";
            for (String text : List.of(
                    "docker run a:1 bash -c 'x\n" + inside + "' last",
                    "docker run \\\n  a:1 bash \\\n -c 'x\n" + inside + "' \\\n last",
                    "CMD='x\n" + inside + "'\ndocker run a:1 bash -c \"$CMD\" last")) {
                assertThat(paste(text).launch().command())
                        .as(text)
                        .containsExactly("bash", "-c", "x\n" + inside, "last");
            }
            String known = inside.replace("$", "d").replace("`", "b").replace("\\", "s");
            assertThat(paste("docker run a:1 bash -c \"" + known + "\" last")
                            .launch()
                            .command())
                    .as(known)
                    .containsExactly("bash", "-c", known, "last");
        }
    }

    @Test
    void inDoubleQuotesABackslashHidesTheLinesEnd() throws Trouble {
        assertThat(paste("docker run a:1 bash -c \"cmake . \\\n  -G Ninja\n  cmake --build b\"")
                        .launch()
                        .command())
                .containsExactly("bash", "-c", "cmake .   -G Ninja\n  cmake --build b");
        assertThat(paste("$ docker run a:1 bash -c '\n> ls\n> make\n> '")
                        .launch()
                        .command())
                .containsExactly("bash", "-c", "\nls\nmake\n");
        assertThat(paste("docker run a:1 bash -c “ls\n make” –x").launch().command())
                .containsExactly("bash", "-c", "ls\n make", "-x");
        assertThat(paste("docker run a:1 cat O'Brien\nls").launch().image()).hasToString("a:1");
    }

    /** A sign at the begin of a line is a prompt only where each line of the command has it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "docker run a:1 convert a \\n  > out.txt @ > out.txt",
                "docker run \\n -v /a:/b \\n a:1 convert a \\n > out.txt @ > out.txt",
                "docker run a:1 convert a \\n  < in \\n  > out 2>&1 @ < in;> out;2>&1",
                "$ docker run a:1 convert a \\n  > out.txt @ > out.txt",
                "$ docker run a:1 \\n> convert \\n> a @",
                "> docker run a:1 \\n> convert a @",
                "  > docker run a:1 \\n  > convert a @",
            })
    void aRedirectionOnALineOfItsOwnIsNoPrompt(String text, String told) throws Trouble {
        PastedLaunch pasted = paste(text.replace("\\n", "\\\n"));
        assertThat(pasted.launch().command()).containsExactly("convert", "a");
        assertThat(pasted.notTaken())
                .extracting(NotTaken::what)
                .isEqualTo(told == null ? List.of() : List.of(told.split(";")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "docker run -it --rm|    --gpus all|    -v /a:/b|    img:1|    make test @",
                "docker run -it --rm|    -v /a:/b img:1|      make test|exit @",
                "docker run --rm|-v /a:/b img:1|make test @ make test",
                "- >| docker run --rm| -v /a:/b| img:1| make test @",
                "  script: >-|    docker run --rm|    -v /a:/b|    img:1|    make test|  when: never @",
            })
    void aCommandOnTheNextLineBelongsToItsRun(String text, String told) throws Trouble {
        PastedLaunch pasted = paste(text.replace('|', '\n'));
        assertThat(pasted.launch().mounts()).containsExactly(new Mapping("/a", "/b", false));
        assertThat(pasted.launch().command()).isEqualTo(told == null ? List.of("make", "test") : List.of());
        assertThat(pasted.notTaken()).extracting(NotTaken::what).isEqualTo(told == null ? List.of() : List.of(told));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- cd /data\n- docker run -v $PWD:/in img:1",
                "  * export DATA=/data\n  * docker run -v $DATA:/in img:1",
                "1. cd /data\n2. docker run -v $PWD:/in img:1",
                "script:\n  - cd /data\n  - docker run -v $PWD:/in img:1",
                "- |\n  cd /data\n  docker run -v $PWD:/in img:1",
                "\t@docker run -v $(DATA):/in -u $$(id -u):$$(id -g) $(IMAGE):$(TAG)",
            })
    void whatIsListedIsACommandEach(String text) throws Trouble {
        PastedLaunch pasted = paste(text, Map.of("DATA", "/data", "IMAGE", "img", "TAG", "1"));
        assertThat(pasted.launch().mounts()).containsExactly(new Mapping("/data", "/in", false));
        assertThat(pasted.launch().image()).hasToString("img:1");
        assertThat(pasted.notTaken()).extracting(NotTaken::what).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "docker run -it $(docker build -q .) bash @ $(docker build -q .)",
                "docker run -it $(docker build -q .) ls /x @ $(docker build -q .)",
                "docker run -it $(cat name) bash @ $(cat name)",
                "docker run -it \"$(cat name)\" bash /a:/b @ $(cat name)",
                "docker run -it \"$NAME\" alpine:3 @ $NAME",
                "docker run -it $(IMAGE):$(TAG) bash @ $(IMAGE):$(TAG)",
                "docker run -it `docker build -q .` bash @ `docker build -q .`",
            })
    void anImageThatOnlyAShellKnowsIsRefusedByName(String line, String image) {
        Trouble trouble = catchThrowableOfType(Trouble.class, () -> paste(line));
        assertThat(trouble.kind()).isEqualTo(TroubleKind.BAD_REFERENCE);
        assertThat(trouble.arguments()).containsExactly(image);
    }
}
