package org.maxdock.image.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepCutTest {

    private static final String STAGES = """
            # syntax=docker/dockerfile:1
            ARG V=1
            FROM base:$V AS Tools
            ENV A=b
            RUN one \\
              two
            COPY <<EOF /x
            RUN not this
            EOF
            WORKDIR /w

            FROM scratch
            COPY --from=tools /x /x
            ADD y /y
            FROM tools
            RUN last
            """;

    /** As BuildKit of docker 20.10.24 and 26.1 counts them. */
    @ParameterizedTest
    @CsvSource({
        "tools, 2, 4, RUN one, 4",
        "tools, 3, 4, COPY <<EOF /x, 6",
        "tools, 4, 4, WORKDIR /w, 9",
        "stage-1, 1, 2, COPY --from=tools, 12",
        "stage-1, 2, 2, ADD y /y, 13",
        "stage-2, 1, 1, RUN last, 15",
    })
    void aStepIsCountedInItsStage(String stage, int number, int of, String instruction, int lines) throws Exception {
        Optional<String> cut = StepCut.before(STAGES, stage, number, of, instruction);
        assertThat(cut).hasValueSatisfying(c -> assertThat(STAGES).startsWith(c));
        assertThat(cut.orElseThrow().lines()).hasSize(lines);
    }

    @Test
    void ofOneStageTheNameIsNotSaid() throws Exception {
        assertThat(StepCut.before("FROM a AS x\nRUN b\nRUN c\n", "", 3, 3, "RUN c"))
                .contains("FROM a AS x\nRUN b\n");
    }

    @ParameterizedTest
    @CsvSource({
        "tools, 1, 4",
        "tools, 5, 4",
        "tools, 2, 9",
        "nosuch, 2, 4",
        "stage-9, 1, 1",
        "'', 2, 4",
        "tools, 2, 2",
        "tools, 3, 4"
    })
    void whatThereIsNotIsEmpty(String stage, int number, int of) throws Exception {
        assertThat(StepCut.before(STAGES, stage, number, of, "RUN x")).isEmpty();
    }
}
