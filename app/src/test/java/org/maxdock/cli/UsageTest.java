package org.maxdock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command line that can mean nothing ends with 2, as the README says, and tells why. */
class UsageTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-such-command",
                "--no-such-option",
                "pull",
                "mount",
                "launch --here -p maxcpu img true",
                "launch --here -N 2 img true",
                "launch --in-job 7 -p maxcpu img true",
                "launch --in-job 7 -t 5 img true",
                "launch --in-job 7 --here img true",
                "launch --in-job 7_[1-3] img true",
                "launch --in-job seven img true",
                "launch --in-job 7 --slurm-arg=--oversubscribe img true",
                "launch --kind nosuch img true",
                "launch --kind shell --port 80 img true",
                "launch --kind batch --array 1-x img",
                "launch --mode nosuch img true",
                "launch -p a,,b img true",
                "launch -p ../x img true",
                "launch -t soon img true",
                "launch -N 0 img true",
                "launch -N many img true",
                "launch -c -1 img true",
                "launch --slurm-arg=--wrap=x img true",
                "launch --slurm-arg=-n4 img true",
                "launch --slurm-arg=x img true",
                "launch -e =x img true",
                "launch -v nonsense img true",
                "launch IMG:: true",
                "launch",
                "launch --site-arg=x --mode me img true",
                "extend 7 soon",
                "extend x 5",
                "cancel x",
                "requeue x",
                "output x",
                "shell x",
                "leftovers --node a/b",
                "mount check --mode nosuch",
                "mount check -v nonsense",
                "mount check -v /a:/b --node a/b",
                "mount check -v /a:/b --ask-engine --node n",
                "launch --paste x --gpus all",
                "launch --paste x --publish 80:80",
                "build -t x --server-folder /a -",
                "build -t x -f Dockerfile -",
                "build -t x --shell -",
                "jobs --all --ended",
                "jobs --ended 7",
                "jobs --all 7",
                "build -t x --server-folder /a .",
                "build -t x -f - --server-folder /a",
                "build --history .",
                "build --history --what-is-sent",
                "build -t x --builder fast .",
                "build -t x /etc/passwd",
                "build -t x https://example.org/you/repository.git",
                "digest signers --none a@example.org",
                "dockerfile new --template nosuch",
                "completion tcsh",
                "container do dance web",
                "container do stop --force web",
                "container logs --tail some web",
                "container copy web:/a -",
                "container copy - web:/a",
                "image copy img /a -",
                "load a.tgz -i b.tgz",
                "load",
                "load -",
                "image import - img",
                "build --history -t x",
                "build --what-is-sent --shell .",
                "digest verify -p maxcpu img",
                "digest verify --print-id --json img",
                "digest mend --by magic img",
                "mount check -v /a:/b -p maxcpu",
                "leftovers -p maxcpu",
                "image files --layer 1 --wasted img",
                "launch --print --force img true",
                "container do stop ''",
                "remove a ''",
                "launch --here --batch img true",
                "launch --saved a --again",
                "launch --forget a --saved a",
                "launch --forget a img",
                "launch -w max-wn001 img true",
                "launch -d img true",
                "launch -d img",
                "launch -t img",
                "launch -p 8888:8888 img true",
                "launch -J name --here img true",
                "jobs -o x",
                "mount check -v /a:/b --node n -p a,,b",
                "provide img:: --node n1",
                "launch -p , img true",
                "launch -p '' img true",
                "launch -t '' img true",
                "launch --gres= img true",
                "launch --in-job '' img true",
                "launch --of-job 7",
                "launch --again --of-job seven",
                "launch --again --of-job 7 img",
                "shell --list",
                "shell --node n1",
                "shell --container web",
                "plan own m --none",
                "plan own --none -v /a:/b",
                "plan own -v a:/b",
                "jobs ''",
                "output ''",
                "plan save m",
                "plan save m -v a:/b",
                "plan save m -v /:/",
                "plan save m -v /a:/b:RO",
                "launch -v a:/b img true",
                "launch -v /a:/b: img true",
                "launch --pwd here img true",
                "connection keep",
                "connection end",
                "--on local connection end",
                "try --lab /no/such --no-window",
                "plan -- list",
                "--on '' jobs",
                "--project '' digest history img",
                "--project /no/such/folder digest history img",
                "-F /no/such/file --on max-wgs status",
                "--identity /no/such/file --on max-wgs status",
                "-F /no/such/file",
            })
    void isTwo(String words) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of("--project", folder.toString()));
        Arrays.stream(words.split(" "))
                .map(word -> word.equals("''") ? "" : word)
                .forEach(all::add);
        int status = CommandLineMain.run(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Locale.ENGLISH,
                (target, project, ssh, site, page) -> 99,
                all.toArray(String[]::new));
        String said = err.toString(StandardCharsets.UTF_8);
        assertThat(status).as(said).isEqualTo(2);
        assertThat(said).isNotBlank().doesNotContain("Exception");
    }

    /** A type knows only the name that its value mostly has. */
    @ParameterizedTest
    @CsvSource({
        "extend 7 soon, TIME does not take “soon”.",
        "extend 7 1:2:3:4:5, TIME does not take “1:2:3:4:5”.",
        "launch -t soon img true, --time does not take “soon”.",
        "launch --pwd here img true, --pwd does not take “here”.",
        "connection keep, --on is missing.",
        "connection end, --on is missing.",
        "--on local connection end, --on does not take “local”.",
        "try --lab /no/such --no-window, --ssh-config is missing.",
        "plan -- list, “list” is no command after --: maxdock plan takes none there.",
    })
    void theNameIsTheCommandsOwn(String words, String what) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of("--json", "--project", folder.toString()));
        all.addAll(List.of(words.split(" ")));
        CommandLineMain.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                Locale.ENGLISH,
                (target, project, ssh, site, page) -> 99,
                all.toArray(String[]::new));
        JsonNode error = new ObjectMapper().readTree(out.toByteArray()).path("error");
        assertThat(error.path("what").asText()).isEqualTo(what);
        assertThat(error.path("mend").asText()).doesNotContain("Did you mean list");
    }

    /** A program that reads the document gets one in any case, and the help is that of the command. */
    @ParameterizedTest
    @CsvSource({
        "no-such-command, maxdock --help",
        "--no-such-option, maxdock --help",
        "pull, maxdock pull --help",
        "jobs --nosuch, maxdock jobs --help",
        "launch -N many img true, maxdock launch --help",
        "plan save, maxdock plan save --help",
        "ps -a, Did you mean container list?",
        "squeue, Did you mean jobs?",
        "container exec web sh, Did you mean shell?",
        "launch -it img, goes without saying",
        "launch -ti img bash, goes without saying",
        "launch -ti img bash, goes without saying",
        "launch -n 4 img, Did you mean --kind mpi --ranks?",
        "launch --output x img, Did you mean maxdock output?",
        "launch --ipc=host img, --docker-arg=--ipc=host",
        "launch --job-name x img, Did you mean --name?",
        "launch -w max-wn001 img, --nodelist",
        "launch -p 8888:8888 img, --publish",
        "launch -d img, --batch",
        "launch -J x img, is --name",
        "registry login -u me -p secret r, --password-stdin",
        "container list -a, goes without saying",
        "container do dance web, 'start, stop, restart, kill, pause, unpause, rm'",
        "build -t x --builder fast ., 'auto, buildkit, classic'",
        "jobs --all --ended, Leave one of them out.",
    })
    void isADocumentWhereOneIsAskedFor(String words, String help) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of("--json", "--project", folder.toString()));
        all.addAll(List.of(words.split(" ")));
        int status = CommandLineMain.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                Locale.ENGLISH,
                (target, project, ssh, site, page) -> 99,
                all.toArray(String[]::new));
        JsonNode error = new ObjectMapper().readTree(out.toByteArray()).path("error");
        assertThat(status).isEqualTo(2);
        assertThat(error.path("what").asText()).isNotBlank();
        assertThat(error.path("mend").asText()).contains(help);
    }
}
