package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** What goes wrong in the window is told, and once where it goes wrong in each picture. */
class FaultsToldTest {

    private final ModelBench bench = new ModelBench();
    private final FaultsTold faults = new FaultsTold(bench.background());

    private void goesWrong(RuntimeException fault) {
        faults.uncaughtException(Thread.currentThread(), fault);
        bench.settle();
    }

    private static RuntimeException drawing() {
        return new IllegalStateException("a picture");
    }

    @Test
    void theSameIsToldOnceAndAnotherTooIsTold() {
        for (int picture = 0; picture < 5; picture++) {
            goesWrong(drawing());
        }
        assertThat(bench.troubles()).extracting(Trouble::kind).containsExactly(TroubleKind.UNEXPECTED);
        goesWrong(new IllegalArgumentException("a click"));
        assertThat(bench.troubles()).hasSize(2);
    }

    @Test
    void whatCouldNotBeSuchAValueIsSaidAsThat() {
        goesWrong(new InvalidValue(TroubleKind.BAD_ARGUMENT, "name", "x"));
        assertThat(bench.troubles()).extracting(Trouble::kind).containsExactly(TroubleKind.BAD_ARGUMENT);
    }
}
