package org.maxdock.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.host.local.LocalHost;

/** Accounts in docker's file, and in the variable that comes before it. */
class DockerConfigTest {

    private static final String NEW = "Docker version 28.3.0, build 38b7060";

    private static String auths(String registry, String pair) {
        return "{\"auths\":{\"" + registry + "\":{\"auth\":\""
                + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)) + "\"}}}";
    }

    private static DockerConfig config(String said) throws Exception {
        return DockerConfig.read(new LocalHost(), said);
    }

    private static final String FILE = auths("r.org:5000", "me:file");
    private static final String SET = auths("r.org:5000", "ci:set");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Docker version 28.3.0, build 38b7060 | ci",
                "Docker version 28.10.1, build 1 | ci",
                "Docker version 29.0.0-rc.1, build 1 | ci",
                "Docker version 28.2.2, build e6534b4 | me",
                "Docker version 20.10.24+dfsg1, build 297e128 | me",
                "Docker version 9.9, build 1 | me",
                "podman version 28.4.0 | me",
                "'' | me",
            })
    void theVariableCountsWhereDockerHeedsIt(String version, String user) throws Exception {
        DockerConfig config = config(FILE + "\0" + version + "\0" + SET);
        assertThat(config.account("r.org:5000")).map(Account::user).contains(user);
        assertThat(config.users()).isEqualTo(Map.of("r.org:5000", user));
        assertThat(config.passesOverVariable()).isEqualTo(user.equals("me"));
    }

    @Test
    void itComesBeforeTheFileAndAHelperAndLeavesOthersToThem() throws Exception {
        String file = "{\"auths\":{\"other.org\":{\"auth\":\"bWU6Zg==\"}},\"credHelpers\":{\"r.org:5000\":\"none\"}}";
        DockerConfig config = config(file + "\0" + NEW + "\0" + SET);
        assertThat(config.account("r.org:5000")).contains(new Account("ci", "set", ""));
        assertThat(config.account("other.org")).contains(new Account("me", "f", ""));
        assertThat(config.users()).isEqualTo(Map.of("r.org:5000", "ci", "other.org", "me"));
        assertThat(config("\0" + NEW + "\0" + auths(DockerConfig.HUB_KEY, "hub:x"))
                        .account("docker.io"))
                .map(Account::user)
                .contains("hub");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"not JSON", "{\"auths\":{\"r.org:5000\":{\"auth\":\"%%%\"}}}", "{\"auths\":{\"r.org:5000\":{}}}"})
    void whatDockerCannotReadIsPassedOver(String value) throws Exception {
        DockerConfig config = config(FILE + "\0" + NEW + "\0" + value);
        assertThat(config.account("r.org:5000")).map(Account::user).contains("me");
        assertThat(config.passesOverVariable()).isTrue();
    }

    @Test
    void itIsReadFromTheHostsEnvironment(@TempDir Path folder) throws Exception {
        Path docker = folder.resolve("docker");
        Files.writeString(docker, "#!/bin/sh\n[ \"$*\" = --version ] && echo '" + NEW + "'\n");
        assertThat(docker.toFile().setExecutable(true)).isTrue();
        assertThat(config(read(folder, SET)).account("r.org:5000")).contains(new Account("ci", "set", ""));
        assertThat(read(folder, "")).isEmpty();
        Files.writeString(folder.resolve("config.json"), FILE);
        assertThat(read(folder, "")).isEqualTo(FILE);
    }

    private static String read(Path folder, String set) throws Exception {
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", DockerConfig.READ);
        bash.environment()
                .putAll(Map.of(
                        "PATH",
                        folder + ":" + System.getenv("PATH"),
                        "DOCKER_CONFIG",
                        folder.toString(),
                        "DOCKER_AUTH_CONFIG",
                        set));
        Process process = bash.start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** A name from the file becomes a program's: no other program, and nothing for a shell. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../x",
                "/bin/x",
                "a/b",
                "-x",
                ".x",
                "x;canary",
                "$(canary)",
                "a b",
                "a\nb",
                "a\u0000b",
                "\u00e4"
            })
    void aHelperWithoutAHelpersNameIsNotRun(String helper) throws Exception {
        Host host = mock(Host.class);
        when(host.name()).thenReturn("server");
        String name = new ObjectMapper().writeValueAsString(helper);
        DockerConfig config =
                DockerConfig.read(host, "{\"credsStore\":" + name + ",\"credHelpers\":{\"r.org:5000\":" + name + "}}");
        assertThat(config.account("r.org:5000")).isEmpty();
        assertThat(config.users()).isEmpty();
        verify(host, never()).run(any());
    }

    /** An account with line breaks in it is no further line of what curl or docker is told. */
    @Test
    void anAccountOfSeveralLinesStaysOne() throws Exception {
        String pair = "me\nurl = \"http://evil\":s\r\nX-Evil: 1";
        Account account =
                config(auths("r.org:5000", pair)).account("r.org:5000").orElseThrow();
        assertThat(account.user() + ":" + account.secret()).isEqualTo(pair);
        assertThat(HostCurl.quoted(pair))
                .doesNotContain("\n", "\r")
                .startsWith("\"")
                .endsWith("\"");
    }

    @Test
    void aPasswordIsInNoArgumentOfALogin() throws Exception {
        Host host = mock(Host.class);
        List<Command> ran = new ArrayList<>();
        when(host.run(any())).thenAnswer(call -> {
            ran.add(call.getArgument(0));
            return new Output(0, new byte[0], new byte[0]);
        });
        new RegistryAccounts(host).login("r.org:5000", "me", "s3cret");
        assertThat(ran).hasSize(1);
        assertThat(ran.getFirst().script() + ran.getFirst().arguments()).doesNotContain("s3cret");
        assertThat(new String(ran.getFirst().input(), StandardCharsets.UTF_8)).isEqualTo("s3cret");
    }
}
