package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;

/** The commands as a user types them: what they print, and their exit statuses. */
@Tag("lab")
@Timeout(180)
class CommandLineLabTest {

    private static final String CLOSED = Lab.DATA + "/c20190101/raw/run01";

    private static final Path SIGNERS = Path.of(System.getProperty("user.home"), ".ssh", "allowed_signers");

    @TempDir
    Path folder;

    @AfterEach
    void nobodyMaySignAnyMore() throws Exception {
        Files.deleteIfExists(SIGNERS);
    }

    private Commands.Said maxdock(String... words) {
        return new Commands(folder).maxdock(words);
    }

    @Test
    @Tag("once")
    void aContainerByCommands() throws Exception {
        String name = "commands-test";
        String path = "/beegfs/desy/user/mxuser/commands-test.txt";
        Lab.must(
                "mxuser@max-wgs",
                "docker rm -f " + name + " " + name + "2 >/dev/null 2>&1; docker run -d --name " + name + " " + Lab.BASE
                        + " sh -c 'echo said; echo told >&2; while true; do sleep 1; done'");
        try {
            assertThat(maxdock("--json", "container", "list").json())
                    .anyMatch(c -> c.path("name").asText().equals(name)
                            && c.path("state").asText().equals("running"));
            assertThat(maxdock("container", "do", "pause", name).status()).isZero();
            assertThat(maxdock("--json", "container", "list").json())
                    .anyMatch(c -> c.path("name").asText().equals(name)
                            && c.path("state").asText().equals("paused"));
            assertThat(maxdock("container", "do", "unpause", name).status()).isZero();
            assertThat(maxdock("container", "do", "dance", name).status()).isEqualTo(2);
            assertThat(maxdock("--json", "container", "top", name)
                            .json()
                            .path("processes")
                            .toString())
                    .contains("sleep 1");
            assertThat(new ObjectMapper()
                            .readTree(maxdock("container", "inspect", name).out())
                            .path("Name")
                            .asText())
                    .isEqualTo("/" + name);
            assertThat(maxdock("container", "copy", "/etc/hostname", name + ":/tmp")
                            .status())
                    .isZero();
            assertThat(maxdock("container", "copy", name + ":/tmp/hostname", path)
                            .status())
                    .isZero();
            assertThat(Lab.must("mxuser@max-wgs", "cat " + path))
                    .isEqualTo(Lab.must("mxuser@max-wgs", "cat /etc/hostname"));
            Commands.Said nothing = maxdock("container", "copy", name + ":/not/there", path);
            assertThat(nothing.status()).isEqualTo(1);
            assertThat(nothing.err()).contains("Nothing was copied").contains("/not/there");
            assertThat(maxdock("container", "rename", name, name + "2").status())
                    .isZero();
            assertThat(maxdock("container", "do", "kill", name + "2").status()).isZero();
            Commands.Said logs = maxdock("container", "logs", name + "2");
            assertThat(logs.out()).isEqualTo("said\n");
            assertThat(logs.err()).isEqualTo("told\n");
            assertThat(maxdock("container", "do", "rm", name + "2").status()).isZero();
            Commands.Said gone = maxdock("container", "do", "start", name + "2");
            assertThat(gone.status()).isEqualTo(1);
            assertThat(gone.err()).contains("There is no container " + name + "2");
        } finally {
            Lab.must("mxuser@max-wgs", "docker rm -f " + name + " " + name + "2 >/dev/null 2>&1; rm -f " + path);
        }
    }

    @Test
    @Tag("once")
    void anImageIsNamedLookedIntoAndWhatHasNoNameGoes() throws Exception {
        String image = "max-registry:5000/test/layers:1";
        Files.writeString(
                folder.resolve("Dockerfile"),
                "FROM " + Lab.BASE + "\nRUN head -c 2000000 /dev/zero > /zeros\nLABEL run="
                        + java.util.UUID.randomUUID() + "\n");
        assertThat(maxdock("build", "-t", image).status()).isZero();
        JsonNode layers = maxdock("--json", "image", "layers", image).json();
        assertThat(layers.get(0).path("instruction").asText()).startsWith("LABEL run=");
        assertThat(layers.get(1).path("instruction").asText()).isEqualTo("RUN head -c 2000000 /dev/zero > /zeros");
        assertThat(layers.get(1).path("bytes").asLong()).isEqualTo(2_000_000);
        String id = new ObjectMapper()
                .readTree(maxdock("image", "inspect", image).out())
                .path("Id")
                .asText();
        assertThat(maxdock("image", "tag", image, "test/other:2").status()).isZero();
        assertThat(Lab.must("mxuser@max-wgs", "docker image inspect -f '{{.Id}}' test/other:2")
                        .strip())
                .isEqualTo(id);
        assertThat(maxdock("image", "layers", "test/none:1").err()).contains("test/none:1");

        Files.writeString(
                folder.resolve("Dockerfile"), "FROM " + Lab.BASE + "\nLABEL run=" + java.util.UUID.randomUUID() + "\n");
        assertThat(maxdock("build", "-t", image).status()).isZero();
        assertThat(maxdock("build", "-t", "test/other:2").status()).isZero();
        assertThat(maxdock("--json", "image", "prune").json().path("images").toString())
                .contains(id);
        Commands.Said pruned = maxdock("--json", "image", "prune", "--yes");
        if (Lab.isSite()) {
            assertThat(pruned.status()).isEqualTo(1);
            assertThat(pruned.err()).contains("administrators");
        } else {
            assertThat(pruned.json().path("images").toString()).contains(id);
            assertThat(Lab.sh("mxuser@max-wgs", "docker image inspect " + id).status())
                    .isEqualTo(1);
        }
    }

    @Test
    void theMainJobByCommands() throws Exception {
        String image = "max-registry:5000/test/commands:1";
        Files.writeString(
                folder.resolve("Dockerfile"), "FROM " + Lab.BASE + "\nLABEL run=" + java.util.UUID.randomUUID() + "\n");
        assertThat(maxdock("status", "--json").json().path("user").asText()).isEqualTo("mxuser");
        assertThat(maxdock("--json", "build", "-t", image)
                        .json()
                        .path("identity")
                        .path("id")
                        .asText())
                .startsWith("sha256:");
        assertThat(maxdock("digest", "record", image).status()).isZero();
        assertThat(maxdock("push", image).status()).isZero();
        assertThat(folder.resolve("maxdock.json")).content().contains("max-registry:5000/test/commands@sha256:");
        assertThat(maxdock("images", "--json").json())
                .anyMatch(i -> i.path("tags").toString().contains(image));
        assertThat(maxdock("provide", image, "--node", "max-wn001,max-wn002").status())
                .isZero();

        Commands.Said refused = maxdock("launch", "-v", CLOSED + ":/data", image, "true");
        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.err()).contains("root squash").contains("Mend: map " + Lab.DATA + "/c20190101 to /data");
        Commands.Said ran = maxdock(
                "launch",
                "-p",
                "maxcpu",
                "-t",
                "5",
                "-v",
                Lab.DATA + "/c20190101:/data:ro",
                image,
                "sh",
                "-c",
                "cat /data/raw/run01/frame_0001.cbf; exit 6");
        assertThat(ran.out()).isEqualTo("frame 1 of c20190101\n");
        assertThat(ran.status()).isEqualTo(6);
        assertThat(maxdock("launch", "--json", image, "echo", "-n", "x")
                        .json()
                        .path("output")
                        .asText())
                .isEqualTo("x");
        assertThat(maxdock(
                                "launch",
                                "-e",
                                "A=b  c",
                                "--mem",
                                "99M",
                                "--shm-size",
                                "8m",
                                image,
                                "sh",
                                "-c",
                                "echo \"$A\"")
                        .out())
                .isEqualTo("b  c\n");
        assertThat(maxdock("launch", "-e", "no variable", image, "true").status())
                .isEqualTo(2);
        assertThat(maxdock("launch", "--slurm-arg=--wrap=x", image, "true").status())
                .isEqualTo(2);
        assertThat(maxdock("launch", "--print", image).out())
                .startsWith("#!/bin/bash\n")
                .contains("salloc");

        assertThat(maxdock("digest", "verify", image).out()).isEqualTo(image + " max-wgs same\n");
        Lab.replace("max-wn001", image);
        Commands.Said verified = maxdock("--json", "digest", "verify", image, "--node", "max-wn001,max-wn002");
        assertThat(verified.status()).isEqualTo(3);
        assertThat(verified.json().get(0).path("verdict").asText()).isEqualTo("different");
        assertThat(verified.json().get(0).path("differences").findValuesAsText("what"))
                .contains("cmd", "env SWAPPED");
        assertThat(verified.json().get(1).path("verdict").asText()).isEqualTo("same");
    }

    @Test
    @Tag("once")
    void aRecordIsVerifiedMendedSignedHandedOnAndWrittenAsALine() throws Exception {
        String image = "max-registry:5000/test/records:1";
        String file = "/beegfs/desy/user/mxuser/records.tgz";
        Files.writeString(
                folder.resolve("Dockerfile"), "FROM " + Lab.BASE + "\nLABEL run=" + java.util.UUID.randomUUID() + "\n");
        assertThat(maxdock("build", "-t", image).status()).isZero();
        assertThat(maxdock("digest", "verify").err())
                .contains("No image is recorded")
                .contains("digest record");
        assertThat(maxdock("digest", "record", image).status()).isZero();
        assertThat(folder.resolve("maxdock.json"))
                .content()
                .contains("\"contextSha256\"")
                .contains("\"reference\": \"" + Lab.BASE + "\"");
        assertThat(maxdock("digest", "verify", image, "--registry").err())
                .contains("neither a registry nor a saved file");
        assertThat(maxdock("save", image, file).status()).isZero();
        assertThat(maxdock("push", image).status()).isZero();
        assertThat(maxdock("digest", "verify", "--registry", "--tarball").out())
                .isEqualTo(image + " registry same\n" + image + " " + file + " same\n");
        assertThat(maxdock("digest", "verify", image, "--tarball", "/etc/passwd")
                        .out())
                .isEqualTo(image + " /etc/passwd different: archive\n");
        String id = maxdock("--json", "digest", "verify", image)
                .json()
                .get(0)
                .path("id")
                .asText();
        assertThat(maxdock("digest", "verify", "--print-id", image).out()).isEqualTo(id + "\n");

        Lab.replace("max-wgs", image);
        Commands.Said replaced = maxdock("digest", "verify", image);
        assertThat(replaced.status()).isEqualTo(3);
        assertThat(replaced.out()).startsWith(image + " max-wgs different: ").contains("env SWAPPED");
        assertThat(maxdock("digest", "verify", "--print-id", image).out()).isEmpty();
        String line = maxdock("digest", "line", image).out().strip();
        assertThat(line.lines()).hasSize(1);
        assertThat(Lab.sh("mxuser@max-wgs", line).status()).isEqualTo(1);
        assertThat(maxdock("digest", "mend", image, "--by", "magic").err()).contains("pull, load, rebuild");
        Commands.Said mended = maxdock("digest", "mend", image, "--by", "load");
        assertThat(mended.out()).isEqualTo(image + " max-wgs same\n");
        assertThat(Lab.sh("mxuser@max-wgs", line).status()).isZero();
        assertThat(maxdock("digest", "mend", image, "--node", "max-wn001,max-wn002")
                        .out())
                .contains("max-wn001 same")
                .contains("max-wn002 same");

        assertThat(maxdock("digest", "verify", "--signed", image).status()).isEqualTo(3);
        String key = Lab.key("mxuser").toString();
        String allowed = "max@desy.de " + Files.readString(Path.of(key + ".pub"));
        Files.writeString(folder.resolve("allowed_signers"), allowed);
        assertThat(maxdock("digest", "sign", image, "--key", key, "--as", "max").status())
                .isZero();
        Commands.Said believed = maxdock("digest", "verify", "--signed", image);
        assertThat(believed.status()).isEqualTo(3);
        assertThat(believed.err()).contains("allowed_signers came with the project and is not believed");
        Files.createDirectories(SIGNERS.getParent());
        Files.writeString(SIGNERS, allowed);
        Commands.Said signed = maxdock("digest", "verify", "--signed", image);
        assertThat(signed.status()).as(signed.err()).isZero();
        assertThat(signed.err()).contains("good signature of max@desy.de");

        Path handed = folder.resolve("record.json");
        assertThat(maxdock("digest", "export", image, handed.toString()).status())
                .isZero();
        Files.delete(folder.resolve("maxdock.json"));
        assertThat(maxdock("digest", "import", handed.toString()).out()).contains("with 1 signature.");
        assertThat(maxdock("digest", "verify", "--signed", image).status()).isZero();
        Files.writeString(handed, Files.readString(handed).replace("\"user\": \"\"", "\"user\": \"0\""));
        maxdock("digest", "import", handed.toString());
        assertThat(maxdock("digest", "verify", "--signed", image).err()).contains("bad signature of max");
        assertThat(maxdock("digest", "history", image).out().lines())
                .hasSize(2)
                .first()
                .asString()
                .endsWith(" user");
        Lab.must("mxuser@max-wgs", "rm -f " + file);
    }

    @Test
    @Tag("once")
    void aBatchScriptOfOnesOwnStopsAtAnotherImage() throws Exception {
        String image = "max-registry:5000/test/batch:1";
        Lab.NODES.forEach(CommandLineLabTest::installOn);
        String there = "/beegfs/desy/user/mxuser/batch";
        Lab.must("mxuser@max-wgs", "rm -rf " + there + "; mkdir -p " + there);
        Files.writeString(
                folder.resolve("Dockerfile"), "FROM " + Lab.BASE + "\nLABEL run=" + java.util.UUID.randomUUID() + "\n");
        for (String[] command : new String[][] {
            {"build", "-t", image},
            {"digest", "record", image},
            {"push", image},
            {"provide", image, "--node", "max-wn001,max-wn002"}
        }) {
            assertThat(maxdock(command).status()).isZero();
        }
        Files.copy(folder.resolve("maxdock.json"), Lab.sharedDisk(there).resolve("maxdock.json"));
        String script = "#!/bin/bash -l\n#SBATCH --partition=maxcpu --output=" + there + "/out --chdir=" + there
                + "\n" + "id=$(/opt/maxdock/packaging/maxdock digest verify --print-id " + image
                + ") || exit\ndocker run --rm \"$id\" echo it ran\n";
        Files.writeString(Lab.sharedDisk(there).resolve("job.sh"), script);
        Lab.Said good = batchJob(there);
        assertThat(good.out()).as(good.err()).contains("status 0").endsWith("it ran\n");
        Lab.NODES.forEach(n -> Lab.replace(n, image));
        Lab.Said bad = batchJob(there);
        assertThat(bad.out())
                .contains("status 3")
                .contains("different: ")
                .contains("env SWAPPED")
                .doesNotContain("it ran")
                .doesNotContain("swapped");
    }

    /** Its status and its output; sbatch's own --wait looks less and less often. */
    private static Lab.Said batchJob(String folder) {
        return Lab.sh(
                "mxuser@max-wgs",
                "job=$(sbatch --parsable " + folder + "/job.sh) || exit; until scontrol show job $job | "
                        + "grep -E 'JobState=(COMPLETED|FAILED)'; do sleep 0.1; done >&2; "
                        + "echo status $(scontrol show job $job | sed -n 's/.* ExitCode=\\([0-9]*\\):.*/\\1/p'); cat "
                        + folder + "/out");
    }

    @Test
    void mountCheckSaysRootSquashAndSuggestsTheAncestor() throws Exception {
        Commands.Said said = maxdock("mount", "check", "--json", "-v", CLOSED + ":/data", "-v", Lab.DATA + ":/all:ro");
        assertThat(said.status()).isEqualTo(3);
        JsonNode first = said.json().get(0);
        assertThat(first.path("host").asText()).isEqualTo(CLOSED);
        assertThat(first.path("container").asText()).isEqualTo("/data");
        assertThat(first.path("readOnly").isBoolean()).isTrue();
        assertThat(first.path("verdict").asText()).isEqualTo("root-squash");
        assertThat(first.path("reason").asText()).contains("closed to others");
        assertThat(first.path("suggestion").toString())
                .isEqualTo("{\"host\":\"" + Lab.DATA
                        + "/c20190101\",\"container\":\"/data\",\"path\":\"/data/raw/run01\"}");
        assertThat(said.json().get(1).path("verdict").asText()).isEqualTo("ok");
        assertThat(said.json().get(1).has("suggestion")).isFalse();
        assertThat(maxdock("mount", "check", "--ask-engine", "-v", Lab.DATA + "/c20190101:/data")
                        .status())
                .isZero();
    }

    @Test
    @Tag("once")
    void plansAreKeptByNameComparedAndCheckedOnANode() throws Exception {
        String user = "/beegfs/desy/user/mxuser";
        assertThat(maxdock("plan", "save", "recon", "-v", CLOSED + ":/data:ro", "-v", user + ":/user")
                        .status())
                .isZero();
        assertThat(maxdock("plan", "save", "mended", "-v", Lab.DATA + "/c20190101:/data:ro", "-v", user + ":/user")
                        .status())
                .isZero();
        assertThat(maxdock("plan", "list").out()).startsWith("recon 2\nmended 2\n");
        assertThat(maxdock("plan", "diff", "recon", "mended").out())
                .isEqualTo("~ " + CLOSED + ":/data:ro → " + Lab.DATA + "/c20190101:/data:ro\n");
        Commands.Said onNode =
                maxdock("mount", "check", "--json", "--plan", "recon", "--node", "max-wn002", "-p", "maxcpu");
        assertThat(onNode.status()).isEqualTo(3);
        assertThat(onNode.json().get(0).path("node").asText()).isEqualTo("max-wn002");
        assertThat(onNode.json().get(0).path("engine").asText()).contains("permission denied");
        assertThat(onNode.json().get(0).path("alternatives").get(0).path("path").asText())
                .isEqualTo(CLOSED);
        assertThat(maxdock("mount", "check", "--plan", "mended", "--node", "max-wn002")
                        .status())
                .isZero();
        assertThat(maxdock("mount", "check", "--plan", "none").err()).contains("There is no mount plan none");
        Commands.Said pasted =
                maxdock("mount", "check", "--paste", "docker run --net=host -v " + CLOSED + ":/data -v cache:/c img");
        assertThat(pasted.status()).isEqualTo(3);
        assertThat(pasted.err()).contains("-v cache:/c").contains("--userns=host");
        assertThat(maxdock("plan", "remove", "recon").status()).isZero();
        assertThat(maxdock("plan", "show", "recon").status()).isEqualTo(1);
    }

    @Test
    @Tag("once")
    void wrongUsageIsTwoFailureIsOneAndNothingButJsonIsOnTheOutput() throws Exception {
        assertThat(maxdock("no-such-command").status()).isEqualTo(2);
        assertThat(maxdock("pull").status()).isEqualTo(2);
        assertThat(maxdock("mount", "check", "-v", "nonsense").status()).isEqualTo(2);
        assertThat(maxdock("mount").status()).isEqualTo(2);
        assertThat(maxdock("launch", "x").status()).isEqualTo(1);
        assertThat(maxdock("digest", "record", "BAD//Name").err()).contains("There is no image BAD//Name");
        String image = "max-registry:5000/test/hurried:1";
        Lab.must(
                "mxuser@max-wgs",
                "docker tag " + Lab.BASE + " " + image + " 2>/dev/null || { docker pull -q " + Lab.BASE
                        + " && docker tag " + Lab.BASE + " " + image + "; }");
        assertThat(maxdock("digest", "record", image).status()).isZero();
        Commands.Said imageAfterNode = maxdock("digest", "verify", "--node", "max-wn001", image);
        assertThat(imageAfterNode.status()).as("that node lacks it").isEqualTo(3);
        assertThat(imageAfterNode.out()).contains(image, "max-wn001");
        assertThat(maxdock("digest", "verify", "--node", "max-wn001," + image).err())
                .containsOnlyOnce("is no name of a node");
        Path nowhere = folder.resolve("mistyped/record.json");
        assertThat(maxdock("digest", "export", image, nowhere.toString()).err()).contains("There is no folder");
        assertThat(nowhere.getParent()).doesNotExist();
        assertThat(maxdock("launch", "--begin=never", image, "true").err())
                .contains("SLURM refuses")
                .contains("as SLURM says")
                .doesNotContain(".mend");
        assertThat(maxdock("launch", "--here", "-t", "10", image, "true").err())
                .contains("--here asks SLURM for nothing, so --time=10 cannot be granted");
        assertThat(maxdock("launch", "--in-job", "1", "--mem=1G", image, "true").err())
                .contains("--in-job 1 asks SLURM for nothing, so --mem=1G");
        assertThat(maxdock("dockerfile", "advice", "/no/such/file").err())
                .contains("/no/such/file cannot be read: no such file or directory");
        assertThat(maxdock("shell", "999999").err()).contains("There is no such job");
        Commands.Said said = maxdock("--json", "pull", "max-registry:5000/no/such:1");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.json().path("error").path("key").asText()).isEqualTo("image-not-in-registry");
        assertThat(maxdock("--on", "mxuser@no-such.invalid", "images").err())
                .contains("There is no host named")
                .contains("VPN");
        assertThat(maxdock("cancel", "999999").err()).contains("There is no such job");
        assertThat(maxdock().status()).isEqualTo(99);
    }

    @Test
    @Tag("whole")
    void onTheWorkgroupServerItselfTheSameCommandsGiveTheSameAnswers() throws Exception {
        String image = "max-registry:5000/test/bothways:1";
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + Lab.BASE + "\nENV BOTH=ways\n");
        installOn("max-wgs");
        String there = "/beegfs/desy/user/mxuser/bothways";
        Lab.must(
                "mxuser@max-wgs",
                "rm -rf " + there + "; mkdir -p " + there + "; printf 'FROM " + Lab.BASE + "\\nENV BOTH=ways\\n' > "
                        + there + "/Dockerfile");
        List<List<String>> commands = List.of(
                List.of("build", "-t", image),
                List.of("digest", "record", image),
                List.of("push", image),
                List.of(
                        "mount",
                        "check",
                        "--json",
                        "--ask-engine",
                        "-v",
                        CLOSED + ":/data",
                        "-v",
                        "rel:/x",
                        "-v",
                        "/home/mxuser:/home"),
                List.of("provide", image, "--node", "max-wn001,max-wn002"),
                List.of("digest", "verify", image),
                List.of("digest", "verify", image, "--node", "max-wn001,max-wn002"),
                List.of(
                        "launch",
                        "-t",
                        "5",
                        "-v",
                        Lab.DATA + "/c20190101:/data",
                        image,
                        "sh",
                        "-c",
                        "id -u; echo $BOTH; ls /data/raw/run01; exit 4"),
                List.of("images", "--json"),
                List.of("jobs"),
                List.of("launch", "-p", "upex", image, "true"));
        for (List<String> command : commands) {
            Commands.Said outside = maxdock(command.toArray(String[]::new));
            List<String> words =
                    new ArrayList<>(List.of("/opt/maxdock/packaging/maxdock", "--project", there, "--on", "local"));
            words.addAll(command);
            Lab.Said inside = Lab.sh("mxuser@max-wgs", org.maxdock.host.shell.Shell.join(words));
            assertThat(inside.status()).as(command + " " + inside.err()).isEqualTo(outside.status());
            assertThat(inside.out().replace(there, ""))
                    .as(command.toString())
                    .isEqualTo(outside.out().replace(folder.toString(), ""));
        }
    }

    /** A copy that everybody on a host may read, as an administrator would install it. */
    private static void installOn(String host) {
        Lab.must(
                host,
                "rm -rf /opt/maxdock && mkdir -p /opt/maxdock/app/target && cp -r /project/packaging /opt/maxdock/"
                        + " && cp -r /project/app/target/lib /project/app/target/maxdock-app-0.1.0.jar "
                        + "/opt/maxdock/app/target/ && chmod -R a+rX /opt/maxdock");
    }
}
