package org.maxdock.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.maxdock.engine.Progress;
import org.maxdock.image.dockerfile.LineRange;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Which line of a Dockerfile a build failed by; what builders say is of docker 20.10.24 and 26.1. */
class BeforeFailureTest {

    private static final String DOCKERFILE = "FROM a AS x\nRUN one \\\n  two\n\nFROM b\nCOPY y /y\n";

    private static BeforeFailure after(String... lines) {
        BeforeFailure said = new BeforeFailure();
        List.of(lines).forEach(line -> said.report(new Progress("", line + "\n", 0, 0)));
        return said;
    }

    private static Trouble trouble(TroubleKind kind, String words) {
        return new Trouble(kind, words);
    }

    @Test
    void ofBuildKitsStepsItIsTheOneWithTheError() throws Exception {
        BeforeFailure said = after("#4 [x 2/2] RUN one   two", "#5 [stage-1 2/2] COPY y /y", "#4 ERROR: no");
        assertThat(said.in(DOCKERFILE, trouble(TroubleKind.BUILD_STEP_FAILED, "exit code: 1")))
                .contains(new LineRange(2, 3));
        assertThat(said.in("FROM other\n", trouble(TroubleKind.BUILD_STEP_FAILED, "exit code: 1")))
                .as("another file")
                .isEmpty();
    }

    @Test
    void aBaseThatIsNotThereIsOneToo() throws Exception {
        assertThat(after("#3 [stage-1 1/2] FROM b", "#3 ERROR: not found")
                        .in(DOCKERFILE, trouble(TroubleKind.IMAGE_NOT_IN_REGISTRY, "b: not found")))
                .contains(new LineRange(5, 5));
    }

    @ParameterizedTest
    @EnumSource(
            value = TroubleKind.class,
            names = {
                "BUILD_STEP_FAILED",
                "COPY_SOURCE_MISSING",
                "ENGINE_REFUSED",
                "DISK_FULL",
                "IMAGE_NOT_IN_REGISTRY",
                "NO_SUCH_IMAGE",
                "PULL_LIMIT",
                "REGISTRY_UNREACHABLE"
            })
    void ofTheClassicBuildersItIsTheLast(TroubleKind kind) throws Exception {
        BeforeFailure said = after("Step 1/4 : FROM a AS x", " ---> 0123456789ab", "Step 2/4 : RUN one   two");
        assertThat(said.in(DOCKERFILE, trouble(kind, "why"))).contains(new LineRange(2, 3));
    }

    @ParameterizedTest
    @EnumSource(
            value = TroubleKind.class,
            names = {"CONNECTION_LOST", "CANCELLED", "ENGINE_GONE", "BUILD_CUT"})
    void whatIsAboutNoStepIsAtNoLine(TroubleKind kind) throws Exception {
        BeforeFailure said = after("Step 1/4 : FROM a AS x", "Step 2/4 : RUN one   two");
        assertThat(said.in(DOCKERFILE, trouble(kind, "why"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dockerfile parse error on line 3: unknown instruction: RUNN, 3",
        "dockerfile parse error line 5: unknown instruction: FRM, 5",
        "failed to solve: Dockerfile parse error on line 6: COPY requires at least two arguments, 6",
        "dockerfile parse error on line 7: no such line, ",
        "dockerfile parse error on line 0: no such line, ",
        "unknown instruction: X, "
    })
    void ofAMistakeTheLineIsSaid(String words, Integer line) throws Exception {
        assertThat(after().in(DOCKERFILE, trouble(TroubleKind.DOCKERFILE_SYNTAX, words)))
                .isEqualTo(Optional.ofNullable(line).map(l -> new LineRange(l, l)));
    }
}
