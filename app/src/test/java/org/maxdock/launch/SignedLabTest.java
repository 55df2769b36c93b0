package org.maxdock.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.host.local.LocalHost;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.RecordSignature;
import org.maxdock.lab.Lab;
import org.maxdock.operation.RecordSigner;
import org.maxdock.operation.Server;
import org.maxdock.slurm.Partitions;

/** What somebody must have signed is held against the signature on each node. */
@Tag("lab")
@Tag("modern")
@Timeout(300)
class SignedLabTest {

    @TempDir
    Path folder;

    private Server bench;
    private ImageRecord record;

    @BeforeEach
    void signed() throws Exception {
        Path key = Files.createDirectories(folder.resolve(".ssh")).resolve("id_ed25519");
        assertThat(new LocalHost()
                        .run(Command.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString()))
                        .ok())
                .isTrue();
        bench = Lab.connect();
        ImageRecord made = Lab.pulled(bench, Lab.MPI);
        bench.provider().provide(Lab.NODE_NAMES, made, Partitions.DEFAULT, new Cancellation());
        record = new RecordSigner(new LocalHost(), folder, Optional.empty()).sign(made, key, "boss");
    }

    @AfterEach
    void end() {
        bench.close();
    }

    private Output run(RunMode mode, ImageRecord of, List<RecordSignature> demanded) throws Exception {
        Launch launch = new Launch(
                        "signed",
                        ImageReference.parse(Lab.MPI),
                        List.of(),
                        List.of(),
                        mode,
                        LaunchPlace.Allocation.of("maxcpu", 2, "5"),
                        List.of("echo", "ran"),
                        "")
                .withKind(LaunchKind.Name.COMMAND.plain());
        try (Running running = bench.launcher().start(bench.launcher().plan(launch, of, demanded))) {
            return CancellableOutput.collect(running);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ME", "DOCKERCLUSTER"})
    void whatIsThereRunsAsSignedOrNotAtAll(RunMode mode) throws Exception {
        List<RecordSignature> demanded = record.signatures();
        Output well = run(mode, record, demanded);
        assertThat(well.status()).as(well.errors()).isZero();
        assertThat(well.text()).startsWith("ran\n");
        ImageRecord later = new ImageRecord(
                record.reference(),
                record.identity(),
                "2026-01-01T00:00:00Z",
                record.recordedOn(),
                record.recordedBy(),
                record.tarball(),
                record.source(),
                demanded,
                List.of());
        Output refused = run(mode, later, demanded);
        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.text()).isEmpty();
        assertThat(refused.errors()).contains("is not what was signed");
    }

    /** Names that a registry gave are under no signature: what stands behind one is looked at before it is started. */
    @Test
    void anotherImageBehindTheRecordedDigestIsNotStarted() throws Exception {
        Lab.onlyOnSite(); // elsewhere it is done with plain docker, from what was looked at
        List<String> others = Lab.pulled(bench, Lab.BASE).identity().repoDigests();
        ImageRecord exchanged = record.withIdentity(record.identity().withRepoDigests(others));
        String since = Lab.must("max-wn001", "date +%s").strip();
        Output refused = run(RunMode.DOCKERCLUSTER, exchanged, record.signatures());
        assertThat(refused.status()).as(refused.errors()).isEqualTo(3);
        assertThat(refused.text()).isEmpty();
        assertThat(Lab.must(
                        "max-wn001",
                        "docker events --since " + since
                                + " --until $(($(date +%s) + 1)) --filter event=create --format '{{.From}}'"))
                .isEmpty();
    }
}
