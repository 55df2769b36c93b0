package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;

/** Building and looking at images by commands: what a click does, a command does too. */
@Tag("lab")
@Tag("once")
@Timeout(180)
class ImageCommandsLabTest {

    private static final String IMAGE = "max-registry:5000/test/commands:1";
    private static final String THERE = "/beegfs/desy/user/mxuser/image-commands";

    @TempDir
    Path folder;

    private Commands.Said maxdock(String... words) {
        return new Commands(folder).maxdock(words);
    }

    @AfterAll
    static void remove() {
        Lab.sh(
                "max-wgs",
                "rm -rf " + THERE + "; docker rmi -f " + IMAGE + " test/root:1 max-registry:5000/test/there:1");
    }

    @Test
    void aDockerfileBegunAdvisedOnAndBuiltWithOptions() throws Exception {
        assertThat(maxdock("dockerfile", "new", "--template", "python").out())
                .contains("Dockerfile")
                .contains("requirements.txt");
        assertThat(maxdock("dockerfile", "new", "--template", "mpi").err()).contains("is there already");
        assertThat(maxdock("dockerfile", "new", "--template", "cobol").status()).isEqualTo(2);
        assertThat(maxdock("dockerfile", "advice").status()).isZero();
        Files.writeString(
                folder.resolve("Dockerfile"),
                "ARG WHO=nobody\nFROM " + Lab.BASE
                        + " AS first\nARG WHO\nRUN echo $WHO > /who\nFROM debian\nRUN apt update\n");
        Commands.Said advice = maxdock("dockerfile", "advice");
        assertThat(advice.status()).isEqualTo(3);
        assertThat(advice.out()).contains("Dockerfile:5: debian has no tag").contains("[hadolint DL3027]");
        assertThat(maxdock("build").err()).contains("no name yet");
        JsonNode sent = maxdock("--json", "build", "--what-is-sent").json();
        assertThat(sent.path("files").asInt()).isEqualTo(2);
        assertThat(maxdock(
                                "build",
                                "-t",
                                IMAGE,
                                "--target",
                                "first",
                                "--build-arg",
                                "WHO=me",
                                "--label",
                                "a=b c",
                                "--no-cache")
                        .status())
                .isZero();
        assertThat(Lab.must(
                        "max-wgs",
                        "docker run --rm " + IMAGE + " cat /who; docker image inspect -f '{{.Config.Labels.a}}' "
                                + IMAGE))
                .isEqualTo("me\nb c\n");
        JsonNode history = maxdock("--json", "build", "--history").json();
        assertThat(history).hasSize(1);
        assertThat(history.get(0).path("log").asText()).contains("RUN echo $WHO");
    }

    @Test
    void aFolderOfTheServerIsPackedThere() throws Exception {
        Lab.must(
                "mxuser@max-wgs",
                "mkdir -p " + THERE + "/sub/deep && cd " + THERE + " && printf 'FROM " + Lab.BASE
                        + "\\nCOPY . /all\\n' > Dockerfile && printf '# c\\n*.bin\\n!keep.bin\\nsub/*\\n"
                        + "!sub/deep\\n' > .dockerignore"
                        + " && touch a.bin sub/x \"$(printf 'raw\\377')\" 'sp ace' && "
                        + "echo deep > sub/deep/file && echo keep > keep.bin && cp -r . "
                        + THERE + "-same");
        JsonNode there = maxdock("--json", "build", "--what-is-sent", "--server-folder", THERE)
                .json();
        JsonNode here = maxdock(
                        "--json",
                        "build",
                        "--what-is-sent",
                        Lab.sharedDisk(THERE).toString())
                .json();
        assertThat(there).isEqualTo(here);
        assertThat(there.path("bytes").asLong()).isPositive();
        assertThat(maxdock("build", "-t", "max-registry:5000/test/there:1", "--server-folder", THERE)
                        .status())
                .isZero();
        assertThat(Lab.must("max-wgs", "docker run --rm max-registry:5000/test/there:1 find /all -mindepth 1 | wc -l")
                        .strip())
                .isEqualTo(there.path("files").asText());
        assertThat(maxdock("build", "-t", "x:1", "--server-folder", "/nowhere").err())
                .contains("/nowhere");
        assertThat(maxdock("build", "-t", "x:1", "--server-folder", "").status())
                .as("not another folder")
                .isEqualTo(2);
        Lab.must(
                "mxuser@max-wgs",
                "printf 'FROM " + Lab.BASE + "\\nRUN exit 3\\n' > " + THERE + "/Dockerfile; rm -rf " + THERE + "-same");
        Commands.Said failed = maxdock("build", "-t", "max-registry:5000/test/there:2", "--server-folder", THERE);
        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.err()).contains("returned a non-zero code: 3", "It failed at line 2 of Dockerfile.");
    }

    @Test
    void insideRegistriesAndRoots() throws Exception {
        Files.writeString(
                folder.resolve("Dockerfile"),
                "FROM " + Lab.BASE + "\nRUN head -c 3000 /dev/zero > /z; echo text > /t\nRUN rm /z\n");
        assertThat(maxdock("build", "-t", IMAGE).status()).isZero();
        assertThat(maxdock("image", "files", "--wasted", IMAGE).out())
                .contains("3000")
                .contains("/z");
        assertThat(maxdock("image", "files", "--layer", "2", IMAGE).out()).contains("/t");
        assertThat(maxdock("image", "files", "--layer", "9", IMAGE).status()).isEqualTo(2);
        assertThat(maxdock("--json", "image", "files", IMAGE)
                        .json()
                        .path("wasted")
                        .asLong())
                .isEqualTo(3000);
        assertThat(maxdock("image", "inspect", "--short", IMAGE).out())
                .contains("platform  linux/")
                .contains("command  bash")
                .contains("environment  PATH=");
        assertThat(maxdock("image", "inspect", "--short", "nope:1").status()).isEqualTo(1);
        assertThat(maxdock("image", "cat", IMAGE, "/t").out()).isEqualTo("text\n");
        assertThat(maxdock("image", "cat", IMAGE, "/no/such").status()).isNotZero();
        Lab.must("mxuser@max-wgs", "mkdir -p " + THERE + " && tar -C /etc/ssh -cf " + THERE + "/root.tar ssh_config");
        assertThat(maxdock("image", "copy", IMAGE, "/t", THERE + "/t").status()).isZero();
        assertThat(Lab.must("mxuser@max-wgs", "cat " + THERE + "/t")).isEqualTo("text\n");
        assertThat(maxdock("image", "import", THERE + "/root.tar", "test/root:1")
                        .out())
                .startsWith("sha256:");
        assertThat(maxdock("image", "files", "test/root:1").out()).contains("/ssh_config");
        assertThat(maxdock("image", "import", "/nowhere.tar", "test/root:1").err())
                .contains("no such file");
        assertThat(maxdock("image", "import", "/etc/hostname", "test/root:1").err())
                .contains("no tar archive");
        assertThat(maxdock("load", THERE + "/root.tar").err()).contains("docker export");
        assertThat(maxdock("registry", "search", "--registry", "max-registry:5000", "MAXWELL/ba")
                        .out())
                .isEqualTo("max-registry:5000/maxwell/base\n");
        assertThat(maxdock("registry", "tags", "max-registry:5000/maxwell/base").out())
                .isEqualTo("max-registry:5000/maxwell/base:1\n");
        assertThat(maxdock("registry", "tags", "max-registry:5001/maxwell/base").err())
                .contains("password");
        assertThat(maxdock("registry", "tags", "max-registry:5000/../x").status())
                .isNotZero();
    }

    @Test
    void serversAreListed() throws Exception {
        assertThat(maxdock("connection", "add", "somebody@somewhere").out()).contains("somebody@somewhere");
        assertThat(maxdock("connection", "edit", "somebody@somewhere", "other@somewhere")
                        .out())
                .contains("other@somewhere")
                .doesNotContain("somebody@");
        assertThat(maxdock("--json", "connection", "list")
                        .json()
                        .path("connections")
                        .toString())
                .contains("other@somewhere");
        assertThat(maxdock("connection", "remove", "other@somewhere").out()).doesNotContain("other@somewhere");
    }
}
