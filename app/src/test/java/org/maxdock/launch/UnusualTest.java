package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.mount.Mapping;
import org.maxdock.slurm.Partitions;
import org.maxdock.slurm.TimeLimit;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** What is told of somebody else's launch before it is started, and what is not worth a word. */
class UnusualTest {

    private static List<String> keys(List<String> mounts, List<String> docker, List<String> slurm) throws Trouble {
        List<Mapping> mappings = new ArrayList<>();
        for (String mount : mounts) {
            mappings.add(Mapping.parse(mount));
        }
        Launch launch = new Launch(
                "theirs",
                ImageReference.parse("r/i:1"),
                mappings,
                List.of(),
                RunMode.ISOLATED,
                new LaunchPlace.Allocation(Partitions.DEFAULT, 1, TimeLimit.DEFAULT, 0, "", slurm),
                List.of("true"),
                "",
                new ContainerOptions(List.of(), "", List.of(), docker),
                null);
        return Unusual.of(launch, folder -> folder.startsWith("/home/me")).stream()
                .map(Message::key)
                .toList();
    }

    @Test
    void aVariableThatIsHandedOnIsOneOfTheUsers() {
        Launch launch = new Launch(
                "theirs",
                ImageReference.parse("r/i:1"),
                List.of(),
                List.of(),
                RunMode.ISOLATED,
                LaunchPlace.Allocation.of("", 1, ""),
                List.of("true"),
                "",
                new ContainerOptions(List.of("A=b", "AWS_SECRET_ACCESS_KEY"), "", List.of(), List.of()),
                null);
        assertThat(Unusual.of(launch, folder -> true))
                .containsExactly(Message.of("unusual.variable", "AWS_SECRET_ACCESS_KEY"));
    }

    @ParameterizedTest
    @CsvSource({
        "--privileged, unusual.privileged",
        "--privileged=true, unusual.privileged",
        "--device=/dev/sda, unusual.device",
        "--network=host, unusual.host",
        "--net=host, unusual.host",
        "--pid=host, unusual.host",
        "--ipc=host, unusual.host",
        "--userns=host, unusual.host",
        "--cap-add=SYS_ADMIN, unusual.rights",
        "--security-opt=seccomp=unconfined, unusual.rights",
        "--volumes-from=other, unusual.option",
        "--no-such=1, unusual.option",
        "--publish=8080:80, unusual.port",
        "--dns=1.2.3.4, unusual.dns",
        "--dns-search=evil.org, unusual.dns",
        "--oom-kill-disable, unusual.memory",
        "--oom-kill-disable=false,",
        "--privileged=false,",
        "--read-only,",
        "--memory=1g,",
        "--gpus=all,",
        "--cap-drop=ALL,",
    })
    void optionsOfDocker(String option, String key) throws Trouble {
        assertThat(keys(List.of(), List.of(option), List.of()))
                .containsExactlyElementsOf(Stream.ofNullable(key).toList());
    }

    /** The site's way has rights that no option of the launch says. */
    @ParameterizedTest
    @CsvSource({"ISOLATED,", "ME,", "DOCKERRUN, unusual.mode", "DOCKERCLUSTER, unusual.mode"})
    void waysToRun(RunMode mode, String key) {
        Launch launch = new Launch(
                "theirs",
                ImageReference.parse("r/i:1"),
                List.of(),
                List.of(),
                mode,
                LaunchPlace.Allocation.of("", 1, ""),
                List.of("true"),
                "");
        assertThat(Unusual.of(launch, folder -> true).stream().map(Message::key))
                .containsExactlyElementsOf(Stream.ofNullable(key).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "/home/me/data:/data,",
        "/home/me:/data:ro,",
        "/etc:/x, unusual.folder",
        "/home/other/data:/data, unusual.folder",
        "/var/run/docker.sock:/var/run/docker.sock, unusual.engine",
    })
    void foldersOfTheHost(String mapping, String key) throws Trouble {
        assertThat(keys(List.of(mapping), List.of(), List.of()))
                .containsExactlyElementsOf(Stream.ofNullable(key).toList());
    }

    @ParameterizedTest
    @CsvSource({"--mem=4G,", "--gres=gpu:1,", "--uid=root, unusual.slurm"})
    void optionsOfSlurm(String option, String key) throws Trouble {
        assertThat(keys(List.of(), List.of(), List.of(option)))
                .containsExactlyElementsOf(Stream.ofNullable(key).toList());
    }
}
