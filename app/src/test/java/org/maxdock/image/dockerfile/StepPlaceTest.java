package org.maxdock.image.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepPlaceTest {

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
        Optional<String> cut = StepPlace.before(STAGES, stage, number, of, instruction);
        assertThat(cut).hasValueSatisfying(c -> assertThat(STAGES).startsWith(c));
        assertThat(cut.orElseThrow().lines()).hasSize(lines);
    }

    @Test
    void ofOneStageTheNameIsNotSaid() throws Exception {
        assertThat(StepPlace.before("FROM a AS x\nRUN b\nRUN c\n", "", 3, 3, "RUN c"))
                .contains("FROM a AS x\nRUN b\n");
    }

    @Test
    void theBaseIsAStepWithNothingBeforeIt() throws Exception {
        assertThat(StepPlace.of(STAGES, "tools", 1, 4, "FROM base:1")
                        .orElseThrow()
                        .lines())
                .isEqualTo(new LineRange(3, 3));
        assertThat(StepPlace.before(STAGES, "tools", 1, 4, "FROM base:1")).isEmpty();
        assertThat(StepPlace.of(STAGES, "stage-2", 0, 1, "FROM tools"))
                .as("no step")
                .isEmpty();
    }

    /** As docker 20.10.24 counts them: all that there is. */
    @ParameterizedTest
    @CsvSource({
        "1, ARG V=1, 2, 2",
        "2, FROM base, 3, 3",
        "4, RUN one two, 5, 6",
        "6, WORKDIR /w, 10, 10",
        "11, RUN last, 16, 16"
    })
    void theClassicBuilderCountsAllInstructions(int number, String instruction, int first, int last) throws Exception {
        assertThat(StepPlace.counted(STAGES, number, instruction).orElseThrow().lines())
                .isEqualTo(new LineRange(first, last));
        assertThat(StepPlace.counted(STAGES, number, "LABEL x")).as("another").isEmpty();
        assertThat(StepPlace.counted(STAGES, 12, "RUN last")).isEmpty();
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
        assertThat(StepPlace.before(STAGES, stage, number, of, "RUN x")).isEmpty();
    }
}
