package org.maxdock.mount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maxdock.launch.PlanForm;
import org.maxdock.text.Trouble;

class PastedPlanTest {

    private static final Map<String, String> KNOWN = Map.of("USER", "me");

    private static PastedPlan paste(String line) throws Trouble {
        return PastedPlan.of(line, KNOWN);
    }

    @Test
    void theLinesOfTheSitesPageBecomePlans() throws Exception {
        List<Mapping> both = List.of(new Mapping("/data/gpfs/user", "/data", false), new Mapping("/beegfs/desy/user/me", "/anotherdata", false));
        assertThat(paste("$ docker run -v /data/gpfs/user:/data -v /beegfs/desy/user/$USER:/anotherdata ...").mappings()).isEqualTo(both);
        assertThat(paste("$ dockerrun -v /data/gpfs/user:/data -v /beegfs/desy/user/$USER:/anotherdata ...").mappings()).isEqualTo(both);
        assertThat(paste("$ dockercluster <imagename> -v /data/gpfs/user:/data -v /beegfs/desy/user/$USER:/anotherdata ...").mappings()).isEqualTo(both);
    }

    @Test
    void everyFormOfTheOptionsIsRead() throws Exception {
        assertThat(paste("docker run --volume=/a:/1:ro -v=/b:/2 -v/c:/3:rw --mount type=bind,src=/d,dst=/4,readonly --mount='type=bind,\"source=/e,f\",target=/5' i").mappings())
                .containsExactly(new Mapping("/a", "/1", true), new Mapping("/b", "/2", false), new Mapping("/c", "/3", false), new Mapping("/d", "/4", true), new Mapping("/e,f", "/5", false));
    }

    @Test
    void whatCannotBeTakenOverIsTold() throws Exception {
        PastedPlan plan = paste("docker run -v name:/x -v /a:/b:ro,z -v /only --mount type=tmpfs,dst=/t -v $NOBODY:/n i");
        assertThat(plan.mappings()).containsExactly(new Mapping("/a", "/b", true));
        assertThat(plan.notTaken()).containsExactly("$NOBODY", "-v name:/x", "-v /a:/b:ro,z", "-v /only", "--mount type=tmpfs,dst=/t", "-v $NOBODY:/n");
        assertThatThrownBy(() -> paste("docker run -it ubuntu")).isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.key()).isEqualTo("nothing-pasted"));
    }

    @Test
    void whatIsWrittenOutIsReadBack() throws Exception {
        List<Mapping> plan = List.of(new Mapping("/a b/it's", "/data", true), new Mapping("/ä$x", "/c", false));
        for (PlanForm form : List.of(PlanForm.DOCKER_RUN, PlanForm.DOCKERRUN, PlanForm.DOCKERCLUSTER)) {
            assertThat(paste(form.write("i:1", plan, List.of("bash"))).mappings()).as(form.title()).isEqualTo(plan);
        }
        assertThat(PlanForm.COMPOSE.write("i", plan, List.of())).isEqualTo("""
                volumes:
                  - type: bind
                    source: '/a b/it''s'
                    target: '/data'
                    read_only: true
                    bind: {create_host_path: false}
                  - type: bind
                    source: '/ä$$x'
                    target: '/c'
                    bind: {create_host_path: false}""");
        assertThat(PlanForm.APPTAINER.write("r/i:1", plan.subList(0, 1), List.of("bash"))).isEqualTo("apptainer exec \\\n  --bind '/a b/it'\\''s:/data:ro' \\\n  docker://r/i:1 bash");
    }
}
