package org.maxdock.ui.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.TroubleKind;

/** Edits that are not saved are of one file: another one's are never touched, and its file is there without them. */
class DockerfileDraftsTest {

    private static final String OLD = "FROM old\n";
    private static final String MINE = "FROM old\nRUN mine\n";

    @TempDir
    Path top;

    private BuildBench page;

    @BeforeEach
    void begin() throws IOException {
        page = new BuildBench(top);
    }

    /** A question stands for long, and the project is another one when it is answered. */
    @ParameterizedTest
    @CsvSource({"DISCARD,", "SAVE,", ",THEIRS", ",MINE", ",BOTH"})
    void whatIsSaidOfOneProjectsFileIsNotDoneToAnothers(EditQuestions.Unsaved unsaved, EditQuestions.Conflict conflict)
            throws IOException {
        Path other = Files.createDirectories(top.resolve("other"));
        Files.writeString(other.resolve("Dockerfile"), "FROM other\n");
        page.project.open(other);
        page.bench.settle();
        page.type("FROM other\nRUN unsaved\n");
        page.dockerfile.keep();
        page.bench.settle();
        page.project.guard(Runnable::run);
        page.open(OLD);
        page.type(MINE);
        page.elsewhere("FROM theirs\n");
        page.whileAsked = () -> {
            page.project.open(other);
            page.bench.settle();
        };
        if (unsaved != null) {
            page.unsavedAnswers.add(unsaved);
            page.dockerfile.saves().leave(() -> {
                throw new AssertionError("left");
            });
        } else {
            page.conflictAnswers.add(conflict);
            page.dockerfile.saves().save();
        }
        page.bench.settle();
        assertThat(page.text()).isEqualTo("FROM other\nRUN unsaved\n");
        assertThat(other.resolve("Dockerfile")).hasContent("FROM other\n");
        assertThat(other.resolve("Dockerfile.mine")).doesNotExist();
        page.whileAsked = () -> {};
        page.project.open(page.folder);
        page.bench.settle();
        assertThat(page.text()).as("kept as it was").isEqualTo(MINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"where\":\"x", "[1,2]", "{\"where\":null}", "\0\0\0"})
    void aKeptDraftThatCannotBeReadLiesAsideAndTheFileIsOpened(String broken) throws IOException {
        page.open(OLD);
        page.type(MINE);
        page.dockerfile.keep();
        page.bench.settle();
        Path draft;
        try (Stream<Path> all = Files.list(page.drafts)) {
            draft = all.filter(f -> f.toString().endsWith(".json")).findFirst().orElseThrow();
        }
        for (int i = 1; i <= 2; i++) {
            Files.writeString(draft, broken);
            page = new BuildBench(top);
            page.open(OLD);
            assertThat(page.text()).isEqualTo(OLD);
            assertThat(page.bench.troubles()).extracting(t -> t.kind()).containsExactly(TroubleKind.DRAFT_UNREADABLE);
            Path aside = draft.resolveSibling(draft.getFileName() + ".unreadable" + (i == 1 ? "" : "-" + i));
            assertThat(aside).hasContent(broken);
            page = new BuildBench(top);
            page.open(OLD);
            assertThat(page.bench.troubles()).as("told once").isEmpty();
            page.type(MINE);
            page.dockerfile.keep();
            page.bench.settle();
        }
    }
}
