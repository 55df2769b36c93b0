package org.maxdock.host.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How long a silent server is waited for. */
class LivenessTest {

    private static final long HALF_A_SECOND = TimeUnit.MILLISECONDS.toNanos(500);

    @Test
    void aServerIsWaitedForAsLongAsItIsLookedFor() {
        Liveness.Patience patience = new Liveness.Patience(0);
        long waited = 0;
        for (int i = 1; i <= 20; i++) {
            waited = patience.waited(i * 500L, i * HALF_A_SECOND);
        }
        assertThat(waited).isEqualTo(10_000);
        assertThat(patience.waited(100, 21 * HALF_A_SECOND)).as("it has spoken").isEqualTo(100);
    }

    /** Or a dead link would never be found there. */
    @Test
    void onABusyMachineALookThatComesLateCountsToo() {
        Liveness.Patience patience = new Liveness.Patience(0);
        long waited = 0;
        for (int i = 1; i <= 5; i++) {
            waited = patience.waited(i * 3_000L, TimeUnit.SECONDS.toNanos(3L * i));
        }
        assertThat(waited).isEqualTo(5_000);
    }

    @Test
    void whileTheProgramItselfStoodStillNobodyWaited() {
        Liveness.Patience patience = new Liveness.Patience(0);
        patience.waited(500, HALF_A_SECOND);
        assertThat(patience.waited(3_600_000, TimeUnit.HOURS.toNanos(1))).isZero();
    }
}
