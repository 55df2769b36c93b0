package org.maxdock.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
}
