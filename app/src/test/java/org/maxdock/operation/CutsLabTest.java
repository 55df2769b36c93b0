package org.maxdock.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.host.Host;
import org.maxdock.host.HostFiles;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.lab.Lab;
import org.maxdock.lab.SlowLink;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.Slurm;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * The connection is cut at any moment of writing: what is on the server is the old or the new, whole. The number of
 * cuts is {@code -Dmaxdock.cuts}, their moments {@code -Dmaxdock.seed}.
 */
@Tag("lab")
@Tag("once")
@Timeout(1200)
class CutsLabTest {

    private static final int CUTS = Integer.getInteger("maxdock.cuts", 6);
    private static final int MOST_CUTS = 10 * CUTS;
    private static final long SEED = Long.getLong("maxdock.seed", System.nanoTime());
    private static final String FOLDER = "/beegfs/desy/user/mxuser/cuts";

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final ScheduledExecutorService scissors = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void nothingStays() {
        scissors.shutdownNow();
        Lab.must("mxuser@max-wgs", "rm -rf " + FOLDER + "; scancel --me");
    }

    private interface Work {
        void run() throws Trouble;
    }

    private interface Prepared {
        Work on(Host host) throws Trouble;
    }

    /** Does it over a connection that is cut meanwhile or just after; what was told, null where it was done. */
    private TroubleKind cutWithin(long microseconds, Prepared prepared) throws Exception {
        try (SlowLink link = new SlowLink(Duration.ofMillis(1));
                Host host = link.host(folder)) {
            Work work = prepared.on(host);
            var _ = scissors.schedule(
                    () -> {
                        link.cut();
                        return null;
                    },
                    random.nextLong(microseconds),
                    TimeUnit.MICROSECONDS);
            work.run();
            return null;
        } catch (Trouble e) {
            return e.kind();
        }
    }

    /** How many microseconds it takes where nothing is cut. */
    private long uncut(Prepared prepared) throws Exception {
        try (SlowLink link = new SlowLink(Duration.ofMillis(1));
                Host host = link.host(folder)) {
            Work work = prepared.on(host);
            long start = System.nanoTime();
            work.run();
            return (System.nanoTime() - start) / 1000;
        }
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[5_000_000];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void aFileIsTheOldOneOrTheNewOne() throws Exception {
        Lab.must("mxuser@max-wgs", "mkdir -p " + FOLDER);
        Path there = Lab.sharedDisk(FOLDER + "/file");
        Map<TroubleKind, Integer> told = new EnumMap<>(TroubleKind.class);
        byte[] old = new byte[0];
        Files.write(there, old);
        Lab.must("max-wgs", "chown mxuser " + FOLDER + "/file");
        byte[] first = randomBytes();
        long longest = uncut(host -> () -> new HostFiles(host).write(FOLDER + "/file", first));
        assertThat(Files.readAllBytes(there)).isEqualTo(first);
        old = first;
        for (int i = 0; i < CUTS; i++) {
            byte[] text = randomBytes();
            TroubleKind kind = cutWithin(longest, host -> () -> new HostFiles(host).write(FOLDER + "/file", text));
            Lab.awaitNone(() -> Lab.sh("max-wgs", "pgrep -u mxuser -f [m]axdock-new")
                    .out()
                    .lines()
                    .toList());
            byte[] now = Files.readAllBytes(there);
            if (kind == null) {
                assertThat(now).as("seed %d", SEED).isEqualTo(text);
            } else {
                told.merge(kind, 1, Integer::sum);
                assertThat(kind).isIn(TroubleKind.FILE_CUT, TroubleKind.FILE_NOT_REPLACED, TroubleKind.CONNECTION_LOST);
                assertThat(now).as("seed %d", SEED).isIn(old, kind == TroubleKind.FILE_CUT ? text : old);
            }
            old = now;
        }
        System.getLogger("cuts").log(System.Logger.Level.INFO, "of " + CUTS + " cuts (seed " + SEED + "): " + told);
        assertThat(Lab.must("mxuser@max-wgs", "ls -A " + FOLDER)).isEqualTo("file\n");
    }

    private static String script(String mark) {
        return "#!/bin/bash\n#SBATCH --hold\n#SBATCH --comment=" + mark + "\n"
                + "# a line that is only there to be long\n".repeat(20_000) + "true # the end\n";
    }

    @Test
    void aJobScriptIsSubmittedWholeOrNotAtAll() throws Exception {
        Map<TroubleKind, Integer> told = new EnumMap<>(TroubleKind.class);
        long longest = uncut(host -> {
            Slurm slurm = new Slurm(host, LoginEnvironment.of(host));
            return () -> slurm.submit(script("none"));
        });
        for (int i = 0; i < CUTS || told.isEmpty() && i < MOST_CUTS; i++) { // one at least is to come meanwhile
            String mark = "maxdock:" + UUID.randomUUID();
            String script = script(mark);
            String[] number = {""};
            TroubleKind kind = cutWithin(longest, host -> {
                Slurm slurm = new Slurm(host, LoginEnvironment.of(host));
                return () -> number[0] = slurm.submit(script, Mark.read(mark)).toString();
            });
            Lab.awaitNone(() -> Lab.sh("max-wgs", "pgrep -u mxuser -x 'sbatch|head'")
                    .out()
                    .lines()
                    .toList());
            String job = Lab.must("mxuser@max-wgs", "squeue --me -h -o '%i %k' | sed -n 's/ " + mark + "$//p'")
                    .strip();
            if (kind == null) {
                assertThat(job).isEqualTo(number[0]);
            } else {
                told.merge(kind, 1, Integer::sum);
                assertThat(kind).isIn(TroubleKind.SUBMISSION_UNKNOWN, TroubleKind.CONNECTION_LOST);
                assertThat(kind != TroubleKind.SUBMISSION_UNKNOWN && !job.isEmpty())
                        .as("seed %d", SEED)
                        .isFalse();
            }
            if (!job.isEmpty()) {
                assertThat(Lab.must("mxuser@max-wgs", "scontrol write batch_script " + job + " -"))
                        .as("seed %d", SEED)
                        .isEqualToIgnoringNewLines(script);
                Lab.must("mxuser@max-wgs", "scancel " + job);
            }
        }
        System.getLogger("cuts").log(System.Logger.Level.INFO, "of " + CUTS + " cuts (seed " + SEED + "): " + told);
        assertThat(told).as("seed %d", SEED).isNotEmpty();
    }
}
