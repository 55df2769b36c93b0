package org.maxdock.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That what is kept is told from what is thrown away at once. */
@Timeout(60)
class HeapInUseTest {

    private static final int PIECE = 1 << 20;
    private static final int MANY = 80;

    @Test
    void whatIsKeptCounts() throws Exception {
        assertThat(HeapInUse.during(() -> {
                    List<byte[]> kept = new ArrayList<>();
                    for (int i = 0; i < MANY; i++) {
                        kept.add(new byte[PIECE]);
                    }
                    for (int i = 0; i < MANY * 500_000; i++) { // as long as it takes to look
                        kept.get(i % MANY)[i % PIECE]++;
                    }
                }))
                .isGreaterThan(10L * PIECE);
    }

    @Test
    void whatIsThrownAwayDoesNot() throws Exception {
        assertThat(HeapInUse.during(() -> {
                    for (int i = 0; i < MANY * 20; i++) {
                        byte[] gone = new byte[PIECE];
                        gone[i % PIECE]++;
                    }
                }))
                .isLessThan(10L * PIECE);
    }
}
