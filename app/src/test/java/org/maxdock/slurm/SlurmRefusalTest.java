package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

class SlurmRefusalTest {

    private static Trouble of(String errors) {
        return SlurmRefusal.of(new Output(1, new byte[0], errors.getBytes(StandardCharsets.UTF_8)), "max-wgs");
    }

    /** A job_submit plugin says why, and sbatch then that it was refused. */
    @Test
    void theSitesOwnReasonIsTold() {
        Trouble trouble = of("sbatch: error: Please give a time limit (-t)\n"
                + "sbatch: error: Batch job submission failed: Unspecified error\n");
        assertThat(trouble.kind()).isEqualTo(TroubleKind.SLURM_REFUSED);
        assertThat(trouble.arguments().toString()).contains("Please give a time limit");
    }

    @Test
    void aReasonOfSlurmsStandsAlone() {
        assertThat(of("sbatch: error: something before\nsbatch: error: invalid partition specified: x\n")
                        .kind())
                .isEqualTo(TroubleKind.PARTITION_UNKNOWN);
        assertThat(of("").kind()).isEqualTo(TroubleKind.SLURM_REFUSED);
    }

    /** As squeue says it where SLURM is installed and nobody has told it of a cluster. */
    @Test
    void commandsWithoutAClusterAreNoSlurm() {
        Trouble trouble = of("squeue: error: resolve_ctls_from_dns_srv: res_nsearch error: Unknown host\n"
                + "squeue: error: fetch_config: DNS SRV lookup failed\n"
                + "squeue: error: _establish_config_source: failed to fetch config\n"
                + "squeue: fatal: Could not establish a configuration source\n");
        assertThat(trouble.kind()).isEqualTo(TroubleKind.NO_SLURM);
        assertThat(trouble.arguments()).containsExactly("max-wgs");
    }

    @Test
    void aJobThatThereIsNotIsNamed() {
        assertThat(of("scancel: error: Kill job error on job id 37_[2-5]: Invalid job id specified\n")
                        .arguments())
                .containsExactly("37_[2-5]");
        assertThat(of("slurm_load_jobs error: Invalid job id specified\n").arguments())
                .containsExactly("slurm_load_jobs error: Invalid job id specified");
    }
}
