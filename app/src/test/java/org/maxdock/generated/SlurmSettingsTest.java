package org.maxdock.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.launch.DockerScript;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.launch.LaunchScript;
import org.maxdock.launch.RunMode;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;

/** What of a login's SLURM variables the programs see that a launch's script runs, here ones that print them. */
@Timeout(30)
class SlurmSettingsTest {

    private static final Map<String, String> SET = Map.of(
            "SALLOC_PARTITION", "allcpu",
            "SALLOC_KILL_CMD", "KILL",
            "SALLOC_EXCLUSIVE", "user",
            "SLURM_EXACT", "1",
            "SLURM_TIMELIMIT", "1",
            "SLURM_LABELIO", "1",
            "SRUN_CONTAINER", "/x",
            "SLURM_CONF", "/site/slurm.conf",
            "SLURM_JWT", "token");

    @TempDir
    Path folder;

    private List<String> seenBy(String program, LaunchPlace place) throws Exception {
        String print = "#!/bin/bash\nenv | grep -E '^S(LURM|ALLOC|RUN)_' | sort; exit 7\n";
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.writeString(bin.resolve(program), print);
        Files.writeString(bin.resolve("squeue"), "#!/bin/bash\necho '7|RUNNING|1|n1'\n");
        for (String name : List.of(program, "squeue")) {
            assertThat(bin.resolve(name).toFile().setExecutable(true)).isTrue();
        }
        ImageRecord record = Samples.of(ImageRecord.class);
        Launch launch =
                new Launch("x", record.reference(), List.of(), List.of(), RunMode.ME, place, List.of("true"), "");
        String script = new LaunchScript(new DockerScript()).write(new LaunchPlan(launch, record, Mark.fresh()));
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true);
        builder.environment().putAll(SET);
        builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isEqualTo(7);
        return said.lines().toList();
    }

    @Test
    void sallocSeesOnlyWhatTheUserWishesOfEachLaunch() throws Exception {
        assertThat(seenBy("salloc", LaunchPlace.Allocation.of("", 1, "")))
                .containsExactly("SALLOC_PARTITION=allcpu", "SLURM_CONF=/site/slurm.conf", "SLURM_JWT=token");
    }

    @Test
    void aStepInAnotherJobSeesThatJobAndWhereSlurmIs() throws Exception {
        assertThat(seenBy("srun", new LaunchPlace.InJob(new JobId("7"))))
                .containsExactly(
                        "SLURM_CONF=/site/slurm.conf",
                        "SLURM_JOB_ID=7",
                        "SLURM_JOB_NODELIST=n1",
                        "SLURM_JOB_NUM_NODES=1",
                        "SLURM_JWT=token");
    }
}
