package org.maxdock.mount;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.FiftyMappings;
import org.maxdock.lab.SlowLink;
import org.maxdock.operation.Server;

/** Checking a plan costs one round trip, however large it is. How long that takes is for packaging/bench. */
@Tag("lab")
@Timeout(60)
class SlowLinkLabTest {

    @Test
    void fiftyMappingsAreOneRoundTrip(@TempDir Path folder) throws Exception {
        List<Mapping> plan = FiftyMappings.plan();
        try (SlowLink link = new SlowLink(Duration.ofMillis(40));
                Server bench = link.connect(folder)) {
            bench.mounts().predict(plan.subList(0, 1)); // its bash is started
            link.countFromHere();
            List<CheckedMapping> checked = bench.mounts().predict(plan);
            assertThat(link.roundTrips()).isEqualTo(1);
            assertThat(checked)
                    .hasSize(50)
                    .extracting(c -> c.verdict().word())
                    .contains("ok", "root-squash", "missing", "denied");
        }
    }
}
