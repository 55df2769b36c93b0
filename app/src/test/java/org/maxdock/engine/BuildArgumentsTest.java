package org.maxdock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.Trouble;

/** Build arguments as docker gets them: what stands in its arguments, and what it takes from its environment. */
class BuildArgumentsTest {

    @TempDir
    Path folder;

    /** Its arguments, each with its end; then PATH and the value of each that is named alone, as docker looks it up. */
    private static final String DOCKER = """
            #!/usr/bin/env python3
            import os, sys
            given = [b for a, b in zip(sys.argv, sys.argv[1:]) if a == '--build-arg']
            took = [g if '=' in g else g + '=' + os.environ.get(g, 'NOT THERE') for g in given]
            sys.stdout.write('\\0'.join([' '.join(sys.argv[1:]), os.environ['HOME']] + took))
            """;

    @BeforeEach
    void docker() throws Exception {
        Path docker = Files.writeString(folder.resolve("docker"), DOCKER);
        assertThat(docker.toFile().setExecutable(true)).isTrue();
    }

    /** @return its arguments, HOME, and what it takes for its build arguments */
    private List<String> docker(Map<String, String> arguments) throws Exception {
        String script = BuildArguments.GIVEN + "work=1 build=(a b) tag=t\nwith_arguments docker build "
                + "\"${build_arguments[@]}\" .\n";
        ProcessBuilder bash = new ProcessBuilder("bash", "--norc", "-p", "-c", script);
        bash.environment()
                .putAll(Map.of(
                        "PATH",
                        folder + ":" + System.getenv("PATH"),
                        "HOME",
                        folder.toString(),
                        "SITE",
                        "the user's",
                        "MAXDOCK_GIVEN",
                        new String(new BuildArguments(arguments).line(), StandardCharsets.US_ASCII)));
        Process process = bash.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return List.of(said.split("\0", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TOKEN",
                "t",
                "_1",
                "work",
                "build",
                "tag",
                "each",
                "text",
                "build_arguments",
                "hidden",
                "i",
                "ÄB"
            })
    void aValueIsInNoArgument(String name) throws Exception {
        for (String value : List.of("s3cret", "two\nlines\n", "", "$(id) `id` \"'", "a=b", "ü €")) {
            List<String> said = docker(Map.of(name, value, "OTHER", "o"));
            boolean variable = name.matches("\\w+");
            assertThat(said.get(0))
                    .isEqualTo(Stream.of("OTHER", variable ? name : name + "=" + value)
                                    .sorted()
                                    .map(each -> "--build-arg " + each + " ")
                                    .reduce("build ", String::concat)
                            + ".");
            assertThat(said.subList(2, 4)).containsExactlyInAnyOrder("OTHER=o", name + "=" + value);
        }
    }

    /** Else docker would be another one, or its surroundings would. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATH",
                "HOME",
                "SITE",
                "UID",
                "RANDOM",
                "SHELLOPTS",
                "IFS",
                "DOCKER_HOST",
                "BUILDX_BUILDER",
                "HTTP_PROXY",
                "https_proxy",
                "LD_PRELOAD",
                "TMPDIR",
                "BASH_ENV",
                "SECONDS",
                "FUNCNAME",
                "GROUPS",
                "PIPESTATUS",
                "a-b",
                "a.b",
                "1a",
                "MAXDOCK_GIVEN",
                "maxdock_each"
            })
    void whatMeansSomethingThereStaysWhatItIs(String name) throws Exception {
        List<String> said = docker(Map.of(name, "x"));
        assertThat(said).containsExactly("build --build-arg " + name + "=x .", folder.toString(), name + "=x");
    }

    @Test
    void manyGoAndNoneDoes() throws Exception {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            many.put("ARG" + i, "v".repeat(i));
        }
        assertThat(docker(many)).hasSize(62).contains("ARG7=vvvvvvv");
        assertThat(docker(Map.of())).containsExactly("build .", folder.toString());
        assertThatThrownBy(() -> new BuildArguments(Map.of("A", "x".repeat(100_000))).line())
                .isInstanceOf(Trouble.class);
        assertThat(new BuildArguments(Map.of("A", "1", "B", "2")).lines())
                .isEqualTo("QT0x\nQj0y\n".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void theCommandThatIsShownHasThem() {
        BuildOptions options = new BuildOptions(Map.of("A", "1"), Map.of("l", "2"), "t", "", true, false);
        assertThat(options.words()).startsWith("--build-arg", "A=1").endsWith("--no-cache");
        assertThat(options.wordsButArguments()).containsExactly("--label", "l=2", "--target", "t", "--no-cache");
    }
}
