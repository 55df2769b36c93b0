package org.maxdock.mount;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.maxdock.lab.Lab;
import org.maxdock.launch.RunMode;
import org.maxdock.operation.Server;

/**
 * Verdicts that need more than one path or the way the container runs, each held against what `docker run` then does.
 */
@Tag("lab")
@Timeout(120)
class MountVerdictsLabTest {

    private static final String MINE = "/beegfs/desy/user/mxuser/verdicts";
    private static final String ME =
            "--userns=host -u $(id -u):$(id -g) --group-add 5011 --security-opt no-new-privileges ";

    @BeforeAll
    static void folders() {
        Lab.must(
                "mxuser@max-wgs",
                "rm -rf " + MINE + "; mkdir -p " + MINE + "/outer/place " + MINE + "/inner " + MINE + "/open '" + MINE
                        + "/a:b/c' " + MINE + "/links"
                        + " && chmod 700 " + MINE + "/inner && chmod 777 " + MINE + "/open && ln -s ../inner " + MINE
                        + "/links/up && ln -s " + Lab.DATA + " " + MINE + "/links/data && ln -s none " + MINE
                        + "/links/dangling"
                        + " && mkdir -p $'" + MINE + "/not\\xff utf/x'");
    }

    private static List<CheckedMapping> check(ContainerConditions circumstances, Mapping... plan) throws Exception {
        try (Server bench = Lab.connect()) {
            return bench.mounts().predict(List.of(plan), circumstances);
        }
    }

    private static Mapping map(String host, String container) {
        return new Mapping(host, container, false);
    }

    private static Mapping readOnly(String host, String container) {
        return new Mapping(host, container, true);
    }

    /** Whether `docker run` starts with the plan. */
    private static boolean starts(String options, Mapping... plan) {
        StringBuilder line = new StringBuilder("docker run --rm " + options);
        for (Mapping mapping : plan) {
            line.append(" -v '").append(mapping.volume()).append("'");
        }
        return Lab.sh("mxuser@max-wgs", line + " " + Lab.BASE + " true").status() == 0;
    }

    private static void assertInner(
            String word, String key, ContainerConditions circumstances, String options, Mapping outer, Mapping inner)
            throws Exception {
        CheckedMapping checked = check(circumstances, outer, inner).get(1);
        assertThat(checked.verdict().word()).as(inner.toString()).isEqualTo(word);
        assertThat(checked.verdict().reason().key()).isEqualTo(key);
        assertThat(starts(options, outer, inner)).as(inner.toString()).isEqualTo(word.equals("ok"));
    }

    @Test
    void aMappingInsideAnotherNeedsAPlaceThatRootCanReach() throws Exception {
        Mapping outer = map(MINE + "/outer", "/d");
        Mapping closed = readOnly(Lab.DATA + "/c20190101", "/d");
        ContainerConditions me = ContainerConditions.plain();
        assertInner("ok", "mount.nested", me, ME, outer, map(MINE + "/inner", "/d/place"));
        assertInner(
                "conflict",
                "mount.nested-read-only",
                me,
                ME,
                readOnly(MINE + "/outer", "/d"),
                map(MINE + "/inner", "/d/none"));
        assertInner("conflict", "mount.nested-closed", me, ME, closed, map(MINE + "/inner", "/d/raw"));
        assertInner(
                "conflict",
                "mount.nested-no-place",
                me,
                ME,
                map(Lab.DATA + "/c20190202", "/d"),
                map(MINE + "/inner", "/d/none"));
        assertInner("ok", "mount.nested-creates", me, ME, outer, map(MINE + "/inner", "/d/new"));
        assertThat(Lab.must("max-wgs", "stat -c %U " + MINE + "/outer/new").strip())
                .isEqualTo("root");
        Lab.must("max-wgs", "rmdir " + MINE + "/outer/new");
    }

    @Test
    void inIsolatedModeOneIsAStrangerToOnesOwnFiles() throws Exception {
        try (Server bench = Lab.connect()) {
            ContainerConditions isolated = bench.circumstances(RunMode.ISOLATED);
            assertThat(isolated.who())
                    .isEqualTo(Lab.isSite() ? ContainerConditions.Who.STRANGER : ContainerConditions.Who.ROOT);
            CheckedMapping closed = bench.mounts()
                    .predict(List.of(map(MINE + "/inner", "/d")), isolated)
                    .getFirst();
            CheckedMapping open = bench.mounts()
                    .predict(List.of(map(MINE + "/outer", "/d")), isolated)
                    .getFirst();
            CheckedMapping squashed = bench.mounts()
                    .predict(List.of(readOnly(Lab.DATA + "/c20190101", "/d")), isolated)
                    .getFirst();
            assertThat(closed.verdict().word()).isEqualTo(Lab.isSite() ? "denied" : "ok");
            assertThat(open.verdict().word()).isEqualTo("ok");
            assertThat(open.verdict().reason().key())
                    .isEqualTo(Lab.isSite() ? "mount.isolated-not-writable" : "mount.ok");
            assertThat(squashed.verdict().word()).isEqualTo("denied");
        }
        assertThat(reads("-v " + MINE + "/inner:/d", "ls /d")).isEqualTo(!Lab.isSite());
        assertThat(reads("-v " + MINE + "/outer:/d", "touch /d/x && rm /d/x")).isEqualTo(!Lab.isSite());
        assertThat(reads("-v " + Lab.DATA + "/c20190101:/d", "ls /d")).isFalse();
    }

    private static boolean reads(String options, String command) {
        return Lab.sh("mxuser@max-wgs", "docker run --rm " + options + " " + Lab.BASE + " sh -c '" + command + "'")
                        .status()
                == 0;
    }

    @Test
    void theFolderThatDockerrunMapsByItselfIsCheckedToo() throws Exception {
        List<CheckedMapping> checked =
                check(ContainerConditions.dockerrun(Lab.DATA + "/c20190101/raw"), map(MINE, "/d"));
        assertThat(checked).hasSize(2);
        CheckedMapping implied = checked.get(1);
        assertThat(implied.implied()).isTrue();
        assertThat(implied.mapping().container()).isEqualTo("/docker_pwd");
        assertThat(implied.verdict().word()).isEqualTo("root-squash");
        assertThat(Lab.sh("mxuser@max-wgs", "cd " + Lab.DATA + "/c20190101/raw && dockerrun --rm " + Lab.BASE + " true")
                        .status())
                .isNotEqualTo(0);
    }

    @Test
    void anAccessControlListThatLetsNobodyThroughLetsRootThrough() throws Exception {
        Mapping mapping = readOnly(Lab.DATA + "/c20190505/raw", "/d");
        assertThat(check(ContainerConditions.plain(), mapping)
                        .getFirst()
                        .verdict()
                        .word())
                .isEqualTo("ok");
        assertThat(starts(ME, mapping)).isTrue();
    }

    @Test
    void namesThatDockerCannotTakeAreMendedByTheFolderAbove() throws Exception {
        CheckedMapping colon =
                check(ContainerConditions.plain(), map(MINE + "/a:b/c", "/d")).getFirst();
        assertThat(colon.verdict().word()).isEqualTo("invalid");
        assertThat(colon.verdict().suggestion()).contains(new Mend(MINE, "/d", "/d/a:b/c"));
        try (Server bench = Lab.connect()) {
            String name = bench.files().folders(MINE, 0, 100).folders().stream()
                    .filter(f -> f.name().startsWith("not"))
                    .findFirst()
                    .orElseThrow()
                    .name();
            MountVerdict verdict = bench.mounts()
                    .predict(List.of(map(MINE + "/" + name + "/x", "/d")))
                    .getFirst()
                    .verdict();
            assertThat(verdict.reason().key()).isEqualTo("mount.not-utf8");
            assertThat(verdict.suggestion().orElseThrow().host()).isEqualTo(MINE);
        }
        assertThat(check(ContainerConditions.plain(), map(MINE, "/proc/x"))
                        .getFirst()
                        .verdict()
                        .word())
                .isEqualTo("invalid");
        assertThat(starts(ME, map(MINE, "/proc/x"))).isFalse();
        assertThat(check(ContainerConditions.plain(), map(MINE, "/bin"))
                        .getFirst()
                        .verdict()
                        .word())
                .isEqualTo("conflict");
        assertThat(starts(ME, map(MINE, "/bin"))).isFalse();
        assertThat(check(ContainerConditions.plain(), map(MINE, "/dev"))
                        .getFirst()
                        .verdict()
                        .word())
                .isEqualTo("conflict");
        assertThat(starts(ME, map(MINE, "/dev"))).isFalse();
    }

    @Test
    void whatIsToKnowIsTold() throws Exception {
        assertThat(keys(map(MINE + "/links", "/d"))).contains("mount.links-leave");
        assertThat(keys(map(MINE, "/d"), readOnly(Lab.DATA, Lab.DATA)))
                .doesNotContain("mount.link-leaves", "mount.links-leave");
        assertThat(keys(
                        map(MINE + "/links", "/x/links"),
                        map(MINE + "/inner", "/x/inner"),
                        readOnly(Lab.DATA, Lab.DATA)))
                .doesNotContain("mount.link-leaves", "mount.links-leave");
        assertThat(keys(map("/tmp", "/d"))).contains("mount.only-here");
        assertThat(keys(map(MINE, "/d"))).doesNotContain("mount.only-here");
        assertThat(keys(readOnly(Lab.DATA + "/c20190303", "/d"))).contains("mount.by-group");
        assertThat(keys(readOnly("/etc", "/d"))).contains("mount.secrets");
        assertThat(keys(readOnly(MINE, "/etc"))).contains("mount.hides-settings");
        List<Note> notes = notes(
                ContainerConditions.plain().withImage(Set.of("/opt", "/opt/a", "/opt/b", "/usr")), map(MINE, "/opt"));
        assertThat(notes).anySatisfy(n -> assertThat(n.text().key()).isEqualTo("mount.hides"));
    }

    private static List<String> keys(Mapping... plan) throws Exception {
        return notes(ContainerConditions.plain(), plan).stream()
                .map(n -> n.text().key())
                .toList();
    }

    private static List<Note> notes(ContainerConditions circumstances, Mapping... plan) throws Exception {
        MountVerdict verdict = check(circumstances, plan).getFirst().verdict();
        assertThat(verdict).isInstanceOf(MountVerdict.Ok.class);
        return ((MountVerdict.Ok) verdict).notes();
    }

    @Test
    void theMendOffersTheSamePathAsOnTheHostToo() throws Exception {
        Mapping wanted = readOnly(Lab.DATA + "/c20190101/raw/run01", "/data");
        MountVerdict verdict =
                check(ContainerConditions.plain(), wanted).getFirst().verdict();
        Mend same = new Mend(Lab.DATA + "/c20190101", Lab.DATA + "/c20190101", Lab.DATA + "/c20190101/raw/run01");
        assertThat(verdict.ways()).containsExactly(new Mend(Lab.DATA + "/c20190101", "/data", "/data/raw/run01"), same);
        assertThat(Lab.must(
                        "mxuser@max-wgs",
                        "docker run --rm " + ME + "-v " + same.apply(wanted).volume() + " " + Lab.BASE + " cat "
                                + same.path() + "/frame_0001.cbf"))
                .isEqualTo("frame 1 of c20190101\n");
    }
}
