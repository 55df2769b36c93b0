package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maxdock.lab.Lab;

/**
 * What the site's scripts and its plugin do, point by point, as the page app/docs/site-scripts.md has it: a lab that
 * were kinder would hide what launches meet on the site.
 */
@Tag("lab")
@Tag("once")
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteScriptsLabTest {

    private static final String ME = "mxuser@max-wgs";
    private static final String OTHER = "mxother@max-wgs";
    private static final String AS_ME = "docker run --userns=host -u 21437:3512 --security-opt no-new-privileges ";
    private static final int AT_ONCE = 4;

    /** What a user types, and what is seen then, as a pattern for all of it, errors last. */
    enum Point {
        WORDS_ARE_SPLIT(ME, "dockerrun --rm B sh -c 'echo one; exit 6'; echo status $?", "\nstatus 0\n"),
        PATTERNS_ARE_EXPANDED(ME, "mkdir -p p; cd p; touch a1 a2; dockerrun --rm B echo 'a*'", "a1 a2\n"),
        EMPTY_WORDS_ARE_LOST(ME, "dockerrun --rm B printf '[%s]' a '' b", "\\[a]\\[b]"),
        ONLY_A_FIRST_OPTION_IS_ITS_OWN(ME, "dockerrun --rm -no-add-user B true 2>/dev/null; echo $?", "125\n"),
        NO_ADD_WD_IS_UNKNOWN(ME, "dockerrun -no-add-wd --rm B true 2>/dev/null; echo $?", "125\n"),
        NO_ADD_USER_MAPS_NO_FOLDER(ME, "dockerrun -no-add-user --rm B ls /docker_pwd 2>&1", ".*No such file.*\n"),
        HOME_IS_KEPT_ON_THE_HOST(
                ME,
                "dockerrun --rm B touch /tmp/mxuser/kept; ls /tmp/docker/mxuser/home_/kept",
                "/tmp/docker/.*kept\n"),
        ROOT_HAS_NO_NAME(
                ME,
                "dockerrun --rm B tail -n1 /etc/passwd; dockerrun --rm B grep -c root /etc/passwd",
                "mxuser:x:21437:3512:.*:/tmp/mxuser:/bin/bash\n0\n"),
        THE_ENTRYPOINT_STAYS(
                ME,
                "printf 'FROM B\\nENTRYPOINT [\"echo\",\"entry\"]\\n' | docker build -q -t test/entry:1 - >/dev/null; "
                        + "dockerrun --rm test/entry:1 x",
                "entry x\n"),
        A_FOLDER_WITH_A_BLANK_BREAKS_IT(
                ME, "mkdir -p 'a b'; cd 'a b'; dockerrun --rm B true 2>/dev/null; echo $?", "125\n"),
        HOST_MPI_IS_A_MODULE(
                ME, "command -v mpirun; module load mpi/openmpi-x86_64; command -v mpirun", "/usr/lib64/.*/mpirun\n"),
        A_STEP_OF_ONE_NODE_MAKES_ONE_CONTAINER(
                ME,
                "salloc -QN2 -t5 bash -c 'srun --overlap -N1 -n1 dockercluster -n one -p 2061 M >/dev/null; "
                        + "srun --overlap docker ps -qf name=one | wc -l; "
                        + "srun --overlap docker rm -f one' 2>/dev/null",
                "1\n(?s:.*)"),
        A_CLUSTER_BY_HAND(
                ME,
                "salloc -QN2 -t5 bash -c 'dockercluster -n two -p 2062 M >/dev/null && cd /data/netapp/docker/tmp && "
                        + "cat hosts_$SLURM_JOB_ID && ls keys_$SLURM_JOB_ID | wc -l && srun --overlap -N1 -n1 "
                        + "docker exec -u 21437:3512 two sh -c \"echo \\$HOME; ssh max-wn002 hostname\"; "
                        + "dockercluster -n two -s; "
                        + "srun --overlap docker ps -qf name=two | wc -l' 2>/dev/null",
                "max-wn001 slots=1 max-slots=1\nmax-wn002 slots=1 max-slots=1\n0\n/tmp/mxuser\nmax-wn002\n0\n"),
        MPIRUN_COUNTS_WHAT_SLURM_SAYS(
                ME,
                "module load mpi/openmpi-x86_64; "
                        + "salloc -QN2 -t5 bash -c 'mpirun -n 3 hostname >/dev/null 2>&1; echo $?; "
                        + "SLURM_TASKS_PER_NODE=\"2(x2)\" mpirun -n 4 hostname | sort | uniq -c | xargs'",
                "1\n2 max-wn001 2 max-wn002\n"),
        CLUSTER_ARGUMENTS_ARE_SPLIT(
                ME,
                "salloc -QN1 -t5 dockercluster -n no -p 2063 M -e 'A=b word' 2>&1 | grep -c 'word:latest'",
                "[1-9]\n"),
        IT_PULLS_ALWAYS(
                ME,
                "docker tag B test/unpushed:7; "
                        + "salloc -QN1 -t5 dockercluster -n no -p 2064 test/unpushed:7 >/dev/null 2>&1; echo $?",
                "[1-9][0-9]*\n"),
        WITHOUT_A_MODULE_IT_ENDS_SILENTLY(
                ME, "unset -f module; salloc -QN1 -t5 dockercluster -n no -p 2065 M 2>&1; echo $?", "127\n"),
        WITHOUT_ITS_FOLDER_IT_ENDS(
                ME,
                "mkdir -p bin; sed s,/data/netapp/docker,/no/such, /usr/local/bin/slurm_make_hostfile > "
                        + "bin/slurm_make_hostfile; chmod 755 bin/*; "
                        + "PATH=$PWD/bin:$PATH salloc -QN1 -t5 dockercluster -n no -p 2066 M >/dev/null 2>&1; echo $?",
                "[1-9][0-9]*\n"),
        EXEC_WANTS_ITS_USER(
                ME,
                AS_ME + "-d --name point-exec B sleep 60 >/dev/null; docker exec point-exec true 2>&1; "
                        + "docker exec -u 21437:3512 point-exec id -u; docker rm -f point-exec >/dev/null",
                "(?s).*AuthZReq: User not specified. Use -u flag.\\s+21437\n"),
        EXEC_WANTS_A_TAG(
                ME,
                "printf 'FROM B\\nENV A=1\\n' | docker build -q -t test/tag:1 - >/dev/null; " + AS_ME
                        + "-d --name point-tag test/tag:1 sleep 60 >/dev/null; printf 'FROM B\\nENV A=2\\n' | "
                        + "docker build -q -t test/tag:1 - >/dev/null; docker exec -u 21437:3512 point-tag true 2>&1; "
                        + "docker rm -f point-tag >/dev/null",
                "(?s).*Bad container name\\s*"),
        NO_USER_IS_AN_ERROR(
                ME, "docker run --rm --userns=host B true 2>&1", "(?s).*failed with error: .*User not specified.*"),
        ANOTHER_GROUP_OF_ONES_OWN_MAY_BE(
                ME, "docker run --rm --userns=host -u 21437:5011 --security-opt no-new-privileges B id -g", "5011\n"),
        NO_NEW_PRIVILEGES_IS_ONE_WORD(
                ME,
                "docker run --rm --userns=host -u 21437:3512 --security-opt no-new-privileges:true B true 2>&1",
                "(?s).*Use --security-opt no-new-privileges falg.*"),
        OTHERS_CONTAINERS_ARE_CLOSED(
                OTHER,
                "docker run -d --name point-other --userns=host -u 21438:3512 --security-opt no-new-privileges B "
                        + "sleep 60 >/dev/null; docker ps -qf name=point-other | wc -l",
                "1\n"),
        WHAT_IS_NOT_THERE_IS_REFUSED(
                ME,
                "docker stop point-none 2>&1; docker rm -f point-none 2>&1",
                "(?s)(.*not allowed for this user or resource does not exist\\s+){2}"),
        VOLUMES_ARE_ROOTS(
                ME,
                "docker volume rm point-none 2>&1; docker rmi test/entry:none 2>&1",
                "(?s)(.*for root only\\s+){2}"),
        NOTHING_IS_COPIED_IN(
                ME,
                "docker create --name point-copy B true >/dev/null; echo x > x; docker cp x point-copy:/x 2>&1; "
                        + "docker rm -f point-copy >/dev/null",
                "(?s).*for root only.*"),
        WHETHER_IT_IS_THERE_IS_ASKED_BY_GET(
                ME,
                "for asks in --head --get; do curl --silent --output /dev/null --write-out '%{http_code} ' $asks "
                        + "--cacert $DOCKER_CERT_PATH/ca.pem --cert $DOCKER_CERT_PATH/cert.pem "
                        + "--key $DOCKER_CERT_PATH/key.pem https://localhost:2376/_ping; done",
                "403 200 "),
        NOBODY_ELSES_ACCOUNT(
                ME,
                "docker create --userns=host -u 21438:3512 --security-opt no-new-privileges B true 2>&1",
                "(?s).*AuthZReq: Not allowed for user 21438:3512. Did you set group id\\?\\s*"),
        NO_GROUP_OF_OTHERS(
                ME,
                "docker create --userns=host -u 21437:5012 --security-opt no-new-privileges B true 2>&1; "
                        + "docker create --userns=host -u 21437:3512 --group-add 5012 "
                        + "--security-opt no-new-privileges B true 2>&1",
                "(?s).*Not allowed for user 21437:5012. Did you set group id\\?.*Wrong user group 5012\\s*"),
        A_MISSING_FOLDER_IS_AN_ERROR(
                ME,
                "docker run --rm -v /point/none:/d B true 2>&1",
                "(?s).*failed with error: .*Path does not exist: /point/none.*");

        private final String where;
        private final String line;
        private final Pattern seen;

        Point(String where, String line, String seen) {
            this.where = where;
            this.line = line.replace(" B", " " + Lab.BASE).replace(" M", " " + Lab.MPI);
            this.seen = Pattern.compile(seen);
        }
    }

    private final Map<Point, Future<Lab.Said>> said = new EnumMap<>(Point.class);

    @BeforeAll
    void tryAll() {
        Assumptions.assumeTrue(Lab.isSite(), "these are the site's");
        ExecutorService some = Executors.newFixedThreadPool(AT_ONCE);
        for (Point point : Point.values()) {
            said.put(point, some.submit(() -> Lab.sh(point.where, "mkdir -p point; cd point; " + point.line)));
        }
        some.shutdown();
    }

    @AfterAll
    void tidy() {
        Lab.must("mxuser@max-wgs", "rm -rf point; rm -rf /data/netapp/docker/tmp/*_[0-9]* /tmp/docker/mxuser");
        Lab.sh("mxother@max-wgs", "rm -rf point; docker rm -f point-other");
    }

    @ParameterizedTest
    @EnumSource
    void theLabDoesAsTheSite(Point point) throws Exception {
        Lab.Said all = said.get(point).get();
        assertThat(all.out()).as(point.line + "\n" + all.err()).matches(point.seen);
    }

    @Test
    void anothersContainerCanNeitherBeStoppedNorRemovedNorEntered() throws Exception {
        said.get(Point.OTHERS_CONTAINERS_ARE_CLOSED).get();
        for (String what : List.of("start", "stop", "kill", "restart", "rm -f", "exec -u 21437:3512")) {
            assertThat(Lab.sh(ME, "docker " + what + " point-other" + (what.startsWith("exec") ? " true" : ""))
                            .err())
                    .as(what)
                    .contains("not allowed for this");
        }
    }

    @Test
    void theScriptsAreThoseOfTheFolderThatTheLabWasMadeWith() throws Exception {
        for (String name : List.of("dockerrun", "dockercluster", "dockerexec", "slurm_make_hostfile")) {
            try (Stream<Path> files = Files.walk(Lab.siteScripts())) {
                for (Path there : files.filter(f -> f.endsWith(name)).limit(1).toList()) {
                    for (String host : List.of("max-wgs", "max-wn001", "max-wn002")) {
                        assertThat(Lab.must(host, "cat /usr/local/bin/" + name)).isEqualTo(Files.readString(there));
                    }
                }
            }
        }
    }

    @Test
    void thePageHasARowForEach() throws Exception {
        List<String> rows = Files.readAllLines(Lab.top().resolve("app/docs/site-scripts.md")).stream()
                .filter(l -> l.startsWith("| `"))
                .map(l -> l.substring(3, l.indexOf('`', 3)))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(
                        Arrays.stream(Point.values()).map(Point::name).toList());
    }
}
