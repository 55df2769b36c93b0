package org.maxdock.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Names of nodes are what scontrol, where there is one, makes of them. */
@Timeout(60)
class NodeNamesTest {

    private static final Path SCONTROL = Path.of("/usr/bin/scontrol");
    private static final int LISTS = 200;

    @TempDir
    Path folder;

    private Path settings;

    @BeforeEach
    void settings() throws Exception {
        assumeThat(SCONTROL).exists();
        settings = Files.writeString(
                folder.resolve("slurm.conf"),
                "ClusterName=x\nSlurmctldHost=localhost\nAuthType=auth/munge\nNodeName=a\nPartitionName=p Nodes=a\n");
    }

    private List<String> scontrol(String verb, String names) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(SCONTROL.toString(), "show", verb, names);
        builder.environment().put("SLURM_CONF", settings.toString());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return said.lines().toList();
    }

    /** Lists as a user may write them. */
    @Test
    void shortFormsAreReadAsScontrolReadsThem() throws Exception {
        long seed = Long.getLong("maxdock.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < LISTS; i++) {
            List<String> parts = new ArrayList<>();
            for (int n = random.nextInt(1, 4); n > 0; n--) {
                parts.add(written(random));
            }
            String list = String.join(",", parts);
            assertThat(NodeNames.expand(list)).as("%s, seed %d", list, seed).isEqualTo(scontrol("hostnames", list));
        }
    }

    /** Lists as SLURM writes them of any names. */
    @Test
    void whatScontrolMakesShortIsMadeLongAgain() throws Exception {
        long seed = Long.getLong("maxdock.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < LISTS / 4; i++) {
            List<String> names = new ArrayList<>();
            int width = random.nextInt(1, 5);
            for (int n = random.nextInt(1, 30); n > 0; n--) {
                names.add(List.of("max-wn", "max-gpu", "n", "a1-b").get(random.nextInt(4))
                        + String.format(java.util.Locale.ROOT, "%0" + width + "d", random.nextInt(40)));
            }
            String shortened =
                    scontrol("hostlistsorted", String.join(",", names)).getFirst();
            assertThat(NodeNames.expand(shortened))
                    .as("%s, seed %d", shortened, seed)
                    .containsExactlyInAnyOrderElementsOf(scontrol("hostnames", shortened))
                    .containsAll(names);
        }
    }

    private static String written(Random random) {
        StringBuilder name =
                new StringBuilder(List.of("max-wn", "n", "rack", "a.b").get(random.nextInt(4)));
        int brackets = random.nextInt(3);
        for (int i = 0; i < brackets; i++) {
            name.append(i == 0 ? "" : "x").append('[');
            for (int n = random.nextInt(1, 4); n > 0; n--) {
                int first = random.nextInt(120);
                int width = random.nextInt(1, 5);
                String from = String.format(java.util.Locale.ROOT, "%0" + width + "d", first);
                String to = String.valueOf(first + random.nextInt(12));
                name.append(from).append(random.nextBoolean() ? "" : "-" + to).append(n > 1 ? "," : "");
            }
            name.append(']');
        }
        return name.append(brackets == 0 ? random.nextInt(1000) : "").toString();
    }
}
