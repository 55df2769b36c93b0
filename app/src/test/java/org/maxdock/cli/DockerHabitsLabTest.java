package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.Cancellation;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;

/** What who knows docker's own client expects of commands of the same name. */
@Tag("lab")
@Tag("once")
@Timeout(180)
class DockerHabitsLabTest {

    private static final String NAME = "max-registry:5000/test/habits";
    private static final String THERE = "/beegfs/desy/user/mxuser/docker-habits";
    private static final int LINES = 6000;

    @TempDir
    Path folder;

    private Commands.Said maxdock(String... words) {
        return new Commands(folder).maxdock(words);
    }

    @AfterAll
    static void remove() {
        Lab.sh(
                "max-wgs",
                "docker rm -f habits; docker rmi -f " + NAME + ":latest " + NAME + ":2 " + NAME + ":3 " + NAME
                        + ":4; rm -rf " + THERE);
    }

    private void built(String... tags) throws Exception {
        Files.writeString(
                folder.resolve("Dockerfile"),
                "FROM " + Lab.BASE + "\nRUN seq 12000000 > /long; echo text > /@t; "
                        + "mkdir -p /d/e /far; echo deep > /d/e/f; ln -s /d/e/f /abs; ln -s d/e/f /rel; "
                        + "ln -s ../e/f /d/e/up; "
                        + "ln -s /d /dl; ln -s rel /chain; ln -s /nowhere /dang; ln -s round /round; mkfifo /fifo\n");
        String[] words = new String[1 + 2 * tags.length];
        words[0] = "build";
        for (int i = 0; i < tags.length; i++) {
            words[1 + 2 * i] = "-t";
            words[2 + 2 * i] = NAME + tags[i];
        }
        assertThat(maxdock(words).status()).isZero();
    }

    @Test
    void anImageHasAllNamesThatABuildGivesIt() throws Exception {
        built(":2", ":3", "");
        assertThat(Lab.must("mxuser@max-wgs", "docker image ls --format '{{.Tag}} {{.ID}}' " + NAME)
                        .lines()
                        .map(l -> l.split(" ")[1])
                        .distinct())
                .hasSize(1);
        assertThat(Lab.must("mxuser@max-wgs", "docker image ls --format '{{.Tag}}' " + NAME)
                        .lines())
                .containsExactlyInAnyOrder("2", "3", "latest");
        assertThat(maxdock("build", "-t", NAME, "-t", "").status()).isNotZero();
    }

    private Commands.Said piped(String dockerfile, String... words) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(dockerfile.getBytes(StandardCharsets.UTF_8)));
        try {
            return maxdock(words);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void aDockerfileComesOnStandardInput() throws Exception {
        Files.writeString(folder.resolve("in"), "here");
        String copied = "FROM " + Lab.BASE + "\nCOPY in /in\n";
        assertThat(piped(copied, "build", "-t", NAME + ":4", "-f", "-", folder.toString())
                        .status())
                .isZero();
        assertThat(maxdock("image", "cat", NAME + ":4", "/in").out()).isEqualTo("here");
        String alone = "FROM " + Lab.BASE + "\nRUN echo alone > /alone\n";
        assertThat(piped(alone, "build", "-t", NAME + ":4", "-").status()).isZero();
        assertThat(maxdock("image", "cat", NAME + ":4", "/alone").out()).isEqualTo("alone\n");
        assertThat(Files.readString(folder.resolve("maxdock.json")))
                .as("its path is nobody's any more")
                .contains("\"dockerfile\": \"-\"")
                .doesNotContain("maxdock-dockerfile");
        assertThat(piped(copied, "build", "-t", NAME + ":4", "-").status())
                .as("it has no folder to copy from")
                .isEqualTo(1);
        assertThat(piped(alone, "build", "-t", NAME + ":4", "-f", "Dockerfile", "-")
                        .status())
                .isNotZero();
    }

    @Test
    void whatIsNoDockerfileIsToldBeforeAnythingIsSent() {
        assertThat(piped(" \n", "build", "-t", NAME + ":4", "-").err()).contains("Nothing came on standard input");
        assertThat(piped("", "build", "-t", NAME + ":4", "-f", "-", folder.toString())
                        .err())
                .contains("Nothing came on standard input");
        String tar = "Dockerfile" + "\0".repeat(247) + "ustar  \0" + "\0".repeat(247);
        assertThat(piped(tar, "build", "-t", NAME + ":4", "-").err()).contains("is an archive");
        assertThat(piped(tar + "x".repeat(2 << 20), "build", "-t", NAME + ":4", "-")
                        .err())
                .contains("is an archive");
        assertThat(piped("FROM " + Lab.BASE + "\nCOPY in /in\n", "build", "-t", NAME + ":4", "-")
                        .err())
                .contains("line 2 finds nothing but the Dockerfile", "line 2 of standard input");
    }

    private static void running(String name) {
        Lab.must(
                "mxuser@max-wgs",
                "docker rm -f " + name + " 2> /dev/null; docker run --detach --name " + name
                        + " --userns=host --user $(id -u):$(id -g) --security-opt no-new-privileges " + Lab.BASE
                        + " sh -c 'for n in 1 2 3; do echo line $n; done; exec sleep 600' > /dev/null");
    }

    /** As docker exec has it where no terminal is: bytes as they are, errors apart, input passed on. */
    @Test
    void aCommandInAContainerIsPartOfAPipe() {
        running("habits-pipe");
        try {
            Commands.Said said =
                    piped("a\r\nb", "container", "shell", "-i", "habits-pipe", "sh", "-c", "cat; echo no >&2; exit 7");
            assertThat(said.out()).isEqualTo("a\r\nb");
            assertThat(said.err()).isEqualTo("no\n");
            assertThat(said.status()).isEqualTo(7);
            assertThat(piped("echo $((6 * 7))", "container", "shell", "habits-pipe")
                            .out())
                    .isEqualTo("42\n");
            assertThat(piped("not its own", "container", "shell", "habits-pipe", "cat")
                            .out())
                    .isEmpty();
            Commands.Said none = piped("", "container", "shell", "habits-none", "true");
            assertThat(none.status()).isEqualTo(1);
            assertThat(none.err()).contains("There is no container habits-none");
        } finally {
            Lab.must("mxuser@max-wgs", "docker rm -f habits-pipe > /dev/null");
        }
    }

    @Test
    void theLogOfWhatRunsEndsUnlessItIsFollowed() {
        running("habits-log");
        try {
            assertThat(maxdock("container", "logs", "habits-log").out()).isEqualTo("line 1\nline 2\nline 3\n");
            assertThat(maxdock("container", "logs", "--tail", "1", "habits-log").out())
                    .isEqualTo("line 3\n");
            assertThat(maxdock("container", "logs", "-t", "-n", "1", "habits-log")
                            .out())
                    .matches("[0-9T:.-]+Z line 3\n");
        } finally {
            Lab.must("mxuser@max-wgs", "docker rm -f habits-log > /dev/null");
        }
    }

    @Test
    void whatRunsIsRemovedOnlyByForceAndSeveralAtOnce() {
        running("habits-one");
        running("habits-two");
        Commands.Said kept = maxdock("container", "do", "rm", "habits-one");
        assertThat(kept.status()).isEqualTo(1);
        assertThat(kept.err()).contains("habits-one runs", "--force");
        Commands.Said said = maxdock("container", "do", "rm", "--force", "habits-one", "habits-none", "habits-two");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err()).contains("Done with habits-one, habits-two.", "There is no container habits-none");
        assertThat(Lab.must("mxuser@max-wgs", "docker ps -aq --filter name=habits-one --filter name=habits-two"))
                .isEmpty();
    }

    @Test
    void withoutATagTheLatestIsPushedAlone() throws Exception {
        built(":2", "");
        Commands.Said pushed = maxdock("push", NAME);
        assertThat(pushed.status()).as(pushed.err()).isZero();
        assertThat(maxdock("registry", "tags", NAME).out()).isEqualTo(NAME + ":latest\n");
    }

    @Test
    void filesOfAnImageComeWhole() throws Exception {
        built(":2");
        assertThat(maxdock("image", "cat", NAME + ":2", "/long").out().lines().count())
                .isEqualTo(12_000_000);
        assertThat(maxdock("image", "cat", NAME + ":2", "/@t").out()).isEqualTo("text\n");
        for (String link : List.of("/abs", "/rel", "/chain", "/d/e/up", "/dl/e/f", "rel")) {
            assertThat(maxdock("image", "cat", NAME + ":2", link).out())
                    .as(link)
                    .isEqualTo("deep\n");
        }
        for (String none : List.of("/dang", "/nosuch", "/@t/x", "/d", "/dl", "/fifo", "/round", "/")) {
            Commands.Said said = maxdock("image", "cat", NAME + ":2", none);
            assertThat(said.status()).as(none).isEqualTo(1);
            assertThat(said.out()).as(none).isEmpty();
            assertThat(said.err()).as(none).contains(none.equals("/dang") ? "/nowhere" : none, NAME + ":2");
        }
        Files.writeString(folder.resolve("t"), "no argument");
        assertThat(maxdock("image", "cat", NAME + ":2", "@" + folder.resolve("t"))
                        .err())
                .as("@ names no file of arguments")
                .doesNotContain("no argument");
    }

    @Test
    void theWholeLogIsShown() throws Exception {
        Lab.must(
                "mxuser@max-wgs",
                "docker run --name habits --userns=host --user $(id -u):$(id -g) "
                        + "--security-opt no-new-privileges " + Lab.BASE + " seq " + LINES
                        + " > /dev/null");
        assertThat(maxdock("container", "logs", "habits").out().lines()).hasSize(LINES);
        Lab.must("mxuser@max-wgs", "mkdir -p " + THERE + "/folder");
        try (Server server = Lab.connect()) {
            assertThatThrownBy(() -> server.containerPaths().saveLog("habits", THERE + "/folder", new Cancellation()))
                    .hasMessageContaining("is a folder");
        }
        assertThat(maxdock("save", Lab.BASE, THERE + "/folder").err()).contains("is a folder");
        assertThat(Lab.must("mxuser@max-wgs", "ls -A " + THERE + "/folder")).isEmpty();
    }

    private static void there(String lines) {
        Lab.must("mxuser@max-wgs", "mkdir -p " + THERE + "/in && cd " + THERE + "/in && " + lines);
    }

    @Test
    void aClosedFolderMattersUnlessItIsIgnored() {
        there("mkdir -p closed && echo x > closed/x && chmod 0 closed && printf 'FROM " + Lab.BASE
                + "\\nCOPY . /all\\n' > Dockerfile && echo closed > .dockerignore");
        Commands.Said ignored = maxdock("build", "-t", NAME + ":2", "--server-folder", THERE + "/in");
        assertThat(ignored.status()).as(ignored.err()).isZero();
        there("rm .dockerignore");
        Commands.Said refused = maxdock("build", "-t", NAME + ":2", "--server-folder", THERE + "/in");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("closed");
    }

    @Test
    void aDockerfileElsewhereLeavesMaxdocksFilesOut() throws Exception {
        there("echo text > t && echo '{}' > maxdock.json && printf 'FROM " + Lab.BASE
                + "\\nCOPY . /all\\n' > ../other.Dockerfile");
        Commands.Said built = maxdock(
                "build",
                "-t",
                NAME + ":3",
                "--builder",
                "buildkit",
                "-f",
                THERE + "/other.Dockerfile",
                "--server-folder",
                THERE + "/in");
        assertThat(built.status()).as(built.err()).isZero();
        assertThat(maxdock("image", "files", NAME + ":3").out())
                .contains("/all/t")
                .doesNotContain("maxdock.json");
    }

    @Test
    void whatTakesJsonGivesIt() throws Exception {
        JsonNode facts =
                maxdock("--json", "image", "inspect", "--short", Lab.BASE).json();
        assertThat(facts).isNotEmpty();
        assertThat(facts.toString()).contains("linux");
    }
}
