package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maxdock.host.shell.Shell;
import org.maxdock.lab.Lab;

/**
 * The examples that the site's page announces, "Creating a Docker image", "Running a single job with Docker" and
 * "Running an MPI job with Docker": its commands as one would type them, and the same by MaxDock, with the same result.
 */
@Tag("lab")
@Tag("whole")
@Tag("once")
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteExamplesLabTest {

    private static final String ME = "mxuser@max-wgs";
    private static final String MINE = "/beegfs/desy/user/mxuser/examples";
    private static final String IMAGE = "max-registry:5000/test/page:1";
    private static final String NET = Lab.addresses("max-wgs").getFirst().replaceFirst("[0-9]+$", "0/24");
    /** The lab has no InfiniBand, and on every node a docker0 of the same address. */
    private static final String NETWORK = "--mca btl_tcp_if_include " + NET + " --mca oob_tcp_if_include " + NET + " ";

    private static final String JOB = "salloc -Q -p maxcpu -t 5 ";

    @TempDir
    static Path folder;

    private String id;
    private String digests;

    /** A job as the page says it, and what MaxDock is told for the same. */
    enum Single {
        ISOLATED("-N1 srun docker run --rm M sh -c 'id -u; cat /etc/hostname | wc -l; cat /made'", "isolated", false),
        AS_ME(
                "-N1 srun docker run --rm -u `id -u`:`id -g` --userns=host --security-opt no-new-privileges "
                        + "-v F:/data M sh -c 'id -u; id -g; cat /data/in; echo out > /data/out; cat /made'",
                "me",
                true),
        WITH_THE_SCRIPT("-N1 srun dockerrun --rm -v F:/data M cat /data/in /made", "dockerrun", true),
        IN_THE_SCRIPTS_FOLDER("-N1 srun --chdir=F dockerrun --rm M cat in /made", "dockerrun", false),
        ON_TWO_NODES("-N2 srun dockerrun --rm M id -u", "dockerrun", false);

        private final String byHand;
        private final String mode;
        private final boolean mapped;

        Single(String byHand, String mode, boolean mapped) {
            this.byHand = byHand;
            this.mode = mode;
            this.mapped = mapped;
        }

        String line() {
            return JOB + byHand.replace("M ", IMAGE + " ").replace("F", MINE);
        }

        /** The words after the image. */
        List<String> command() {
            String words = byHand.substring(byHand.indexOf("M ") + 2);
            return words.startsWith("sh -c ")
                    ? List.of("sh", "-c", words.substring(7, words.length() - 1))
                    : List.of(words.split(" "));
        }

        List<String> launch() {
            List<String> words = new ArrayList<>(
                    List.of("launch", "-p", "maxcpu", "-t", "5", "--mode", mode, "-N", byHand.substring(2, 3)));
            if (mapped) {
                words.addAll(List.of("-v", MINE + ":/data"));
            }
            if (this == IN_THE_SCRIPTS_FOLDER) {
                words.addAll(List.of("--pwd", MINE));
            }
            words.addAll(List.of("--kind", "command", IMAGE));
            words.addAll(command());
            return words;
        }
    }

    @BeforeAll
    void createAnImageByHandAndByMaxDock() throws Exception {
        Lab.onlyOnSite();
        String dockerfile = "FROM " + Lab.MPI + "\nCOPY pingpong.py /opt/pingpong.py\nRUN echo made > /made && "
                + "ln -sf /etc/openmpi-x86_64/openmpi-default-hostfile /etc/openmpi/\n"; // where centos_mpi's mpirun
        // looks
        Files.writeString(folder.resolve("Dockerfile"), dockerfile);
        Files.copy(
                Lab.top().resolve("ui-resources/src/main/resources/org/maxdock/example/mpi/pingpong.py"),
                folder.resolve("pingpong.py"));
        Lab.must(
                ME,
                "mkdir -p " + MINE + "/build && cd " + MINE + " && echo data > in && cd build && printf %s "
                        + Shell.quote(dockerfile) + " > Dockerfile && printf %s "
                        + Shell.quote(Files.readString(folder.resolve("pingpong.py")))
                        + " > pingpong.py && chmod 644 *");
        for (String file : List.of("Dockerfile", "pingpong.py")) {
            Files.setPosixFilePermissions(folder.resolve(file), PosixFilePermissions.fromString("rw-r--r--"));
        }
        Lab.must(ME, "docker build -q -t " + IMAGE + " " + MINE + "/build && docker push -q " + IMAGE);
        for (String node : Lab.NODES) {
            Lab.must(ME, JOB + "-w " + node + " srun docker pull -q " + IMAGE);
        }
        digests = Lab.must(ME, "docker images --digests --format '{{.Digest}}' max-registry:5000/test/page");
        id = Lab.must(ME, "docker inspect --format '{{.Id}}' " + IMAGE).strip();
        Commands.Said built = maxdock("build", "-t", IMAGE);
        assertThat(built.status()).as(built.err()).isZero();
        assertThat(maxdock("push", IMAGE).status()).isZero();
        Commands.Said recorded = maxdock("digest", "record", IMAGE);
        assertThat(recorded.status()).as(recorded.err()).isZero();
    }

    @AfterAll
    void tidy() {
        Lab.must(ME, "rm -rf " + MINE);
    }

    /** The page's way to know an image: its digest, saved somewhere before. */
    @Test
    void creatingAnImage() throws Exception {
        JsonNode identity = new ObjectMapper()
                .readTree(folder.resolve("maxdock.json").toFile())
                .at("/images/0/identity");
        assertThat(identity.path("id").asText())
                .as("built of what docker's client has built")
                .isEqualTo(id);
        assertThat(digests.lines()).contains(identity.path("manifest").asText());
        Commands.Said verified = maxdock("digest", "verify", IMAGE, "--node", "max-wn001,max-wn002");
        assertThat(verified.status()).as(verified.out() + verified.err()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void runningASingleJob(Single single) throws Exception {
        String byHand = Lab.must(ME, "cd " + MINE + "; " + single.line());
        Commands.Said said = maxdock(single.launch().toArray(String[]::new));
        assertThat(said.out()).as(said.err()).isEqualTo(byHand).isNotEmpty();
        assertThat(said.status()).isZero();
    }

    @Test
    void runningAnMpiJob() throws Exception {
        String byHand = Lab.must(
                ME,
                JOB + "-N2 bash -c 'dockercluster " + IMAGE + " -v " + MINE + ":/data && "
                        + "srun --overlap -N1 -n1 dockerexec mpirun " + NETWORK
                        + "--map-by ppr:1:node python3 /opt/pingpong.py; "
                        + "dockercluster -s' 2>/dev/null");
        Commands.Said said = maxdock(
                "launch",
                "-p",
                "maxcpu",
                "-t",
                "5",
                "-N",
                "2",
                "--mode",
                "dockercluster",
                "--kind",
                "mpi",
                "--ranks",
                "1",
                "-v",
                MINE + ":/data",
                IMAGE,
                "python3",
                "/opt/pingpong.py");
        assertThat(ranks(said.out()))
                .as(said.err())
                .isEqualTo(ranks(byHand))
                .startsWith("ranks on max-wn001 max-wn002")
                .contains("takes N us");
        assertThat(said.status()).isZero();
    }

    /** But for how long a message takes, and the terminal's line ends of dockerexec. */
    private static String ranks(String said) {
        return said.replace("\r", "").replaceAll("takes [0-9.]+ us", "takes N us");
    }

    private static Commands.Said maxdock(String... words) {
        return new Commands(folder).maxdock(words);
    }
}
