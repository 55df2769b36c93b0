package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maxdock.mount.Mapping;

class PlanFormTest {

    private static final List<Mapping> PLAN = List.of(new Mapping("/a", "/data", true));

    @ParameterizedTest
    @EnumSource
    void theWorkIsInNoFolderThatNobodySaid(PlanForm form) {
        assertThat(form.write("i:1", PLAN, "", List.of("run"))).doesNotContain("-w ", "--pwd", "working_dir");
    }

    @Test
    void theFolderOfTheWorkIsWhereDockerTakesItInEachForm() {
        assertThat(PlanForm.DOCKER_RUN.write("i:1", PLAN, "/data/my raw", List.of("run")))
                .endsWith("-v /a:/data:ro \\\n  -w '/data/my raw' \\\n  i:1 run");
        assertThat(PlanForm.DOCKERRUN.write("i:1", PLAN, "/data", List.of("run")))
                .endsWith("-w /data \\\n  i:1 run");
        assertThat(PlanForm.DOCKERCLUSTER.write("i:1", PLAN, "/data", List.of("run")))
                .as("Docker’s arguments come after the image’s name")
                .isEqualTo("dockercluster i:1 \\\n  -v /a:/data:ro \\\n  -w /data\ndockerexec run");
        assertThat(PlanForm.APPTAINER.write("i:1", PLAN, "/data", List.of("run")))
                .endsWith("--pwd /data \\\n  docker://i:1 run");
        assertThat(PlanForm.COMPOSE.write("i:1", PLAN, "/data's", List.of("run")))
                .startsWith("working_dir: '/data''s'\nvolumes:");
        assertThat(PlanForm.COMPOSE.write("i:1", List.of(), "/data", List.of()))
                .isEqualTo("working_dir: '/data'\nvolumes: []");
    }
}
