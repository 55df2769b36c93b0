package org.maxdock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.maxdock.lab.Lab;
import org.maxdock.operation.Server;

/** What a real engine keeps of builds. */
@Tag("lab")
@Tag("modern")
@Timeout(120)
class BuildCacheLabTest {

    private static final Duration ANY_TIME = Duration.ZERO;

    private static void build(String what) {
        Lab.must(
                Lab.engineHost("mxuser"),
                "printf 'FROM " + Lab.BASE + "\\nRUN echo " + what
                        + "; head -c 3000000 /dev/urandom > /x\\n' | DOCKER_BUILDKIT=1 docker build -q -");
    }

    @Test
    void isShownAndOnlyWhatWasNotUsedForLongGoes() throws Exception {
        build("of the test " + System.nanoTime());
        try (Server bench = Lab.connectToEngine()) {
            BuildCache cache = bench.engine().buildCache();
            BuildCache.Kept all = cache.kept(ANY_TIME);
            assertThat(all.pieces()).isPositive();
            assertThat(all.bytes()).isGreaterThan(3_000_000);
            assertThat(cache.kept(BuildCache.LONG).unused()).isLessThan(all.unused());
            cache.clear(BuildCache.LONG);
            assertThat(cache.kept(ANY_TIME).unused()).as("used just now").isPositive();
            cache.clear(ANY_TIME);
            assertThat(cache.kept(ANY_TIME).unused()).isZero();
        }
    }
}
