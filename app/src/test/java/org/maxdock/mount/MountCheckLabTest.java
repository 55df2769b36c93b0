package org.maxdock.mount;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;

/** Verdicts against what the real engine does with the same mapping, in {@code --mount} and in {@code -v}. */
@Tag("lab")
@Timeout(120)
class MountCheckLabTest {

    private static final String MINE = "/beegfs/desy/user/mxuser";

    private static CheckedMapping check(Server bench, String volume) throws Exception {
        return bench.mounts().predict(List.of(Mapping.parse(volume))).getFirst();
    }

    private static String word(Server bench, String volume) throws Exception {
        return check(bench, volume).verdict().word();
    }

    @Test
    void aBeamtimeFolderBelowAClosedOneIsToldWithTheMendAndBothAreTrue() throws Exception {
        try (Server bench = Lab.connect()) {
            Mapping wanted = new Mapping(Lab.DATA + "/c20190101/raw/run01", "/data", true);
            CheckedMapping predicted = bench.mounts().predict(List.of(wanted)).getFirst();
            assertThat(predicted.verdict().word()).isEqualTo("root-squash");
            Mend mend = predicted.verdict().suggestion().orElseThrow();
            assertThat(mend).isEqualTo(new Mend(Lab.DATA + "/c20190101", "/data", "/data/raw/run01"));

            CheckedMapping asked =
                    bench.mounts().ask(List.of(wanted), bench.engine()).getFirst();
            assertThat(asked.engineSaid()).hasValueSatisfying(s -> assertThat(s).contains("permission denied"));
            CheckedMapping mended = bench.mounts()
                    .ask(List.of(mend.apply(wanted)), bench.engine())
                    .getFirst();
            assertThat(mended.verdict().word()).isEqualTo("ok");
            assertThat(mended.engineSaid()).contains("");

            assertThat(docker("-v", wanted.volume(), "true").err()).contains("permission denied");
            assertThat(docker("-v", mend.apply(wanted).volume(), "cat " + mend.path() + "/frame_0001.cbf")
                            .out())
                    .isEqualTo("frame 1 of c20190101\n");
        }
    }

    /** What `docker run` as the user does with a mapping. */
    private static Lab.Said docker(String option, String value, String command) {
        return Lab.sh(
                "mxuser@max-wgs",
                "docker run --rm --userns=host -u $(id -u):$(id -g) --group-add 5011 --security-opt no-new-privileges "
                        + option + " '" + value + "' " + Lab.BASE + " " + command);
    }

    @Test
    void eachTrapIsAVerdictBeforeAnythingIsStarted() throws Exception {
        Lab.must(
                "mxuser@max-wgs",
                "mkdir -p '" + MINE + "/Größe 1/x' '" + MINE + "/a:b' && ln -sfn " + Lab.DATA + "/c20190101/raw " + MINE
                        + "/link");
        try (Server bench = Lab.connect()) {
            assertThat(word(bench, MINE + ":/data")).isEqualTo("ok");
            assertThat(word(bench, MINE + "/Größe 1/x:/data")).isEqualTo("ok");
            assertThat(word(bench, Lab.DATA + ":/data")).isEqualTo("ok");
            assertThat(word(bench, Lab.DATA + "/c20190101:/data")).isEqualTo("ok");
            assertThat(word(bench, Lab.DATA + "/c20190202/raw:/data")).isEqualTo("ok");
            assertThat(word(bench, Lab.DATA + "/c20190303/raw:/data")).isEqualTo("root-squash");
            assertThat(word(bench, Lab.DATA + "/c20190404:/data")).isEqualTo("denied");
            assertThat(word(bench, Lab.DATA + "/c20190404/raw:/data")).isEqualTo("denied");
            assertThat(word(bench, MINE + "/link:/data")).isEqualTo("root-squash");
            assertThat(word(bench, MINE + "/none:/data")).isEqualTo("missing");
            assertThat(word(bench, "data:/data")).isEqualTo("invalid");
            assertThat(word(bench, MINE + "/a:b:/data")).isEqualTo("invalid");
            assertThat(word(bench, MINE + ":data")).isEqualTo("invalid");
            assertThat(word(bench, MINE + ":/")).isEqualTo("invalid");
            assertThat(word(bench, MINE + ":/x/..")).isEqualTo("invalid");
            assertThat(word(bench, MINE + ":/a\nb")).isEqualTo("invalid");
            assertThat(check(bench, MINE + ":/bin").verdict().reason().key()).isEqualTo("mount.hides-system");
            assertThat(check(bench, "/home/mxuser/.ssh:/keys")
                            .verdict()
                            .reason()
                            .key())
                    .isEqualTo("mount.secrets");
            assertThat(bench.mounts().predict(List.of(Mapping.parse(MINE + ":/b"), Mapping.parse(Lab.DATA + ":/b/"))))
                    .extracting(c -> c.verdict().word())
                    .containsExactly("conflict", "conflict");
        }
    }

    @Test
    void closedFoldersOnADiskOfTheHostAreOpenToTheEngine() throws Exception {
        Lab.must("mxuser@max-wgs", "mkdir -p " + MINE + "/closed/deep && chmod 700 " + MINE + "/closed");
        try (Server bench = Lab.connect()) {
            CheckedMapping asked = bench.mounts()
                    .ask(List.of(Mapping.parse(MINE + "/closed/deep:/data")), bench.engine())
                    .getFirst();
            assertThat(asked.verdict().word()).isEqualTo("ok");
            assertThat(asked.engineSaid()).contains("");
        }
    }

    @Test
    void predictionAndEngineAgreeAndAskingLeavesNothingBehind() throws Exception {
        String before = containers();
        try (Server bench = Lab.connect()) {
            List<Mapping> plan = new ArrayList<>();
            int n = 0;
            for (String path : List.of(
                    "",
                    "/c20190101",
                    "/c20190101/raw",
                    "/c20190101/raw/run01",
                    "/c20190202",
                    "/c20190202/raw",
                    "/c20190303",
                    "/c20190303/raw",
                    "/c20190101/raw/run01/frame_0001.cbf",
                    "/c20190202/raw/frame_0001.cbf")) {
                plan.add(new Mapping(Lab.DATA + path, "/m" + n++, true));
            }
            List<CheckedMapping> asked = bench.mounts().ask(plan, bench.engine());
            List<CheckedMapping> predicted = bench.mounts().predict(plan);
            for (int i = 0; i < plan.size(); i++) {
                assertThat(asked.get(i).engineSaid().orElseThrow().isEmpty())
                        .as(plan.get(i).host())
                        .isEqualTo(predicted.get(i).verdict().holds());
            }
        }
        assertThat(containers()).isEqualTo(before);
    }

    private static String containers() {
        return Lab.must("max-wgs", "docker ps -aq; docker volume ls -q");
    }
}
