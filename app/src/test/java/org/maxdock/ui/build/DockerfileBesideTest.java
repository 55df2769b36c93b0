package org.maxdock.ui.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A Dockerfile that is edited elsewhere while it is open here, and what happens beside the buttons meanwhile. */
class DockerfileBesideTest {

    private static final String OLD = "FROM old\n";
    private static final String MINE = "FROM old\nRUN mine\n";
    private static final String THEIRS = "FROM theirs\n";

    @TempDir
    Path top;

    private BuildBench page;

    @BeforeEach
    void editedHereAndElsewhere() throws IOException {
        page = new BuildBench(top);
        page.open(OLD);
        page.connection.connect();
        page.type(MINE);
        page.elsewhere(THEIRS);
    }

    /** What reads or writes the file without being asked to give anything up, or changes the editor alone. */
    enum Beside {
        LOOK,
        KEEP,
        LOOK_AND_COMPARE,
        TYPE_AND_UNDO,
        PAST_BUILDS,
        OTHER_CONNECTION,
        PROGRAM_STARTS_AGAIN;

        void happen(BuildBench page) throws IOException {
            switch (this) {
                case LOOK -> page.dockerfile.look();
                case KEEP -> page.dockerfile.keep();
                case LOOK_AND_COMPARE -> {
                    page.dockerfile.look();
                    page.bench.settle();
                    page.dockerfile.saves().compare();
                    assertThat(page.asked).hasSize(1);
                }
                case TYPE_AND_UNDO -> {
                    page.type(MINE + "RUN more\n");
                    page.type(MINE);
                }
                case PAST_BUILDS -> page.model.past(builds -> {});
                case OTHER_CONNECTION -> page.connection.connect();
                case PROGRAM_STARTS_AGAIN -> {
                    page.dockerfile.keep();
                    page.bench.settle();
                    page.start();
                    page.project.open(page.folder);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostByWhatHappensBeside(Beside beside) throws IOException {
        beside.happen(page);
        page.bench.settle();
        page.dockerfile.look();
        page.bench.settle();
        assertThat(page.file()).isEqualTo(THEIRS);
        assertThat(page.text()).isEqualTo(MINE);
        assertThat(page.dockerfile.changedElsewhere().get()).isTrue();
    }

    /** Another action of these models has to come into a table. */
    @Test
    void theseAreAllActions() {
        Map<Class<?>, Set<String>> tried = Map.of(
                DockerfileModel.class, Set.of("use", "look", "keep"),
                DockerfileSaves.class, Set.of("save", "leave", "compare"),
                Templates.class, Set.of("begin"),
                BuildModel.class, Set.of("build", "past"));
        tried.forEach((model, actions) -> assertThat(Stream.of(model.getDeclaredMethods())
                        .filter(m -> m.getReturnType() == void.class && !m.isSynthetic())
                        .filter(m -> !Modifier.isPrivate(m.getModifiers()))
                        .map(Method::getName)
                        .distinct())
                .as(model.getSimpleName())
                .containsExactlyInAnyOrderElementsOf(actions));
    }
}
