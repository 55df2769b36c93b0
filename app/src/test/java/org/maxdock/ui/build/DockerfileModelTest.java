package org.maxdock.ui.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.image.dockerfile.Template;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.Held;

/** A Dockerfile that is edited here and elsewhere: nothing is lost, whichever button is pressed. */
class DockerfileModelTest {

    private static final String OLD = "FROM old\n";
    private static final String MINE = "FROM old\nRUN mine\n";
    private static final String THEIRS = "FROM theirs\n";

    @TempDir
    Path top;

    private BuildBench page;

    @BeforeEach
    void begin() throws IOException {
        page = new BuildBench(top);
    }

    /** All that can be pressed while there are edits. */
    enum Button {
        SAVE,
        BUILD,
        OTHER_FOLDER,
        TEMPLATE,
        OTHER_PROJECT,
        CLOSE;

        void press(BuildBench page, Path top, Runnable closed) {
            switch (this) {
                case SAVE -> page.dockerfile.saves().save();
                case BUILD -> page.model.build();
                case OTHER_FOLDER -> page.dockerfile.use(new BuildFolder.Here(top.resolve("other")));
                case TEMPLATE -> page.dockerfile.templates().begin(Template.MPI, () -> true);
                case OTHER_PROJECT -> page.project.open(top.resolve("other"));
                case CLOSE -> page.dockerfile.saves().leave(closed);
            }
        }
    }

    private void editedHereAndElsewhere() throws IOException {
        Files.createDirectories(top.resolve("other"));
        page.open(OLD);
        page.connection.connect();
        page.model.tagProperty().set("image:1");
        page.type(MINE);
        page.elsewhere(THEIRS);
    }

    private Stream<String> everything() throws IOException {
        try (Stream<Path> all = Files.walk(top)) {
            return all.filter(Files::isRegularFile).map(DockerfileModelTest::read).toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostWhicheverButtonIsPressedAndTheQuestionIsTurnedDown(Button button) throws IOException {
        editedHereAndElsewhere();
        AtomicInteger closed = new AtomicInteger();
        button.press(page, top, closed::incrementAndGet);
        page.bench.settle();
        assertThat(page.asked).as("asked").isNotEmpty();
        assertThat(page.file()).isEqualTo(THEIRS);
        assertThat(page.text()).isEqualTo(MINE);
        assertThat(closed).hasValue(0);
        assertThat(page.project.get().folder()).isEqualTo(page.folder);
        assertThat(page.run.state()).isEqualTo(BuildRun.State.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void bothAreThereWhicheverButtonIsPressedAndBothAreKept(Button button) throws IOException {
        editedHereAndElsewhere();
        page.unsavedAnswers.add(EditQuestions.Unsaved.SAVE);
        page.conflictAnswers.add(EditQuestions.Conflict.BOTH);
        button.press(page, top, () -> {});
        page.bench.settle();
        assertThat(page.file()).isEqualTo(THEIRS);
        assertThat(everything()).contains(THEIRS, MINE);
        assertThat(page.folder.resolve("Dockerfile.mine")).hasContent(MINE);
        assertThat(page.run.state()).as("what is not shown is not built").isEqualTo(BuildRun.State.NONE);
    }

    @Test
    void aSecondOfMineGoesBesideTheFirst() throws IOException {
        editedHereAndElsewhere();
        Files.writeString(page.folder.resolve("Dockerfile.mine"), "an older one\n");
        page.conflictAnswers.add(EditQuestions.Conflict.BOTH);
        page.dockerfile.saves().save();
        page.bench.settle();
        assertThat(page.folder.resolve("Dockerfile.mine")).hasContent("an older one\n");
        assertThat(page.folder.resolve("Dockerfile.mine-2")).hasContent(MINE);
        assertThat(page.bench.navigation().newsProperty().get()).contains("Dockerfile.mine-2");
    }

    @Test
    void whatDiffersIsShownAndTheirsTaken() throws IOException {
        editedHereAndElsewhere();
        page.conflictAnswers.add(EditQuestions.Conflict.THEIRS);
        page.dockerfile.saves().save();
        page.bench.settle();
        assertThat(page.shown.getFirst().lines())
                .containsExactly(
                        new LineDifference.Line(LineDifference.Side.THEIRS, "FROM theirs"),
                        new LineDifference.Line(LineDifference.Side.MINE, "FROM old"),
                        new LineDifference.Line(LineDifference.Side.MINE, "RUN mine"));
        assertThat(page.text()).isEqualTo(THEIRS);
        assertThat(page.dockerfile.unsaved().get()).isFalse();
    }

    @Test
    void mineGoesOverTheirsOnlyWhereIsStillThereWhatWasShown() throws IOException {
        editedHereAndElsewhere();
        page.conflictAnswers.add(EditQuestions.Conflict.MINE);
        page.dockerfile.saves().save();
        page.bench.settleUntil(() -> page.asked.size() == 1);
        page.bench.settle();
        assertThat(page.file()).isEqualTo(MINE);
        assertThat(page.dockerfile.unsaved().get()).isFalse();
    }

    @Test
    void theEditorFollowsTheFileWhileNothingIsEdited() throws IOException {
        page.open(OLD);
        page.elsewhere(THEIRS);
        page.dockerfile.look();
        page.bench.settle();
        assertThat(page.text()).isEqualTo(THEIRS);
        assertThat(page.dockerfile.unsaved().get()).isFalse();
        assertThat(page.bench.navigation().newsProperty().get()).contains("changed elsewhere");
    }

    @Test
    void aFileChangedWhileItIsEditedIsToldAndComparedOnDemand() throws IOException {
        var told = page.dockerfile.changedElsewhere();
        editedHereAndElsewhere();
        assertThat(told.get()).isFalse();
        page.dockerfile.look();
        page.bench.settle();
        assertThat(told.get()).isTrue();
        assertThat(page.text()).isEqualTo(MINE);
        page.conflictAnswers.add(EditQuestions.Conflict.THEIRS);
        page.dockerfile.saves().compare();
        assertThat(page.text()).isEqualTo(THEIRS);
        assertThat(told.get()).isFalse();
    }

    @Test
    void aFileThatIsWhatItWasAgainIsNoConflict() throws IOException {
        editedHereAndElsewhere();
        page.dockerfile.look();
        page.bench.settle();
        page.elsewhere(OLD);
        page.dockerfile.look();
        page.bench.settle();
        assertThat(page.dockerfile.changedElsewhere().get()).isFalse();
        page.dockerfile.saves().save();
        page.bench.settle();
        assertThat(page.file()).isEqualTo(MINE);
        assertThat(page.asked).isEmpty();
    }

    private static Stream<byte[]> odd() {
        return Stream.of(
                new byte[] {'F', 'R', 'O', 'M', ' ', (byte) 0xe4, '\n', 'R', '\n'},
                "FROM a\r\nRUN b\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "\uFEFFFROM a\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "FROM a\rRUN b".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void bytesThatTheEditorDoesNotShowComeThrough(byte[] bytes) throws IOException {
        Path file = page.folder.resolve(DockerfileModel.NAME);
        Files.write(file, bytes);
        page.project.open(page.folder);
        page.bench.settle();
        assertThat(page.dockerfile.unsaved().get()).isFalse();
        page.dockerfile.saves().save();
        page.bench.settle();
        assertThat(file).hasBinaryContent(bytes);
        page.type(page.text() + "# more");
        page.dockerfile.saves().save();
        page.bench.settle();
        assertThat(Files.readAllBytes(file)).startsWith(bytes).endsWith('m', 'o', 'r', 'e');
    }

    @Test
    void aTemplateBringsItsFilesOnlyWhereThereAreNone() throws IOException {
        page.open("");
        assertThat(page.dockerfile.blank().get()).isTrue();
        Files.writeString(page.folder.resolve("requirements.txt"), "mine\n");
        page.dockerfile.templates().begin(Template.PYTHON, () -> false);
        page.bench.settle();
        assertThat(page.text()).contains("FROM");
        assertThat(page.dockerfile.unsaved().get()).isTrue();
        assertThat(page.folder.resolve("requirements.txt")).hasContent("mine\n");
        assertThat(page.file()).isEmpty();
        page.dockerfile.templates().begin(Template.MPI, () -> false);
        page.bench.settle();
        assertThat(page.asked).hasSize(1);
    }

    @Test
    void unsavedEditsComeBackAfterACrash() throws IOException {
        page.open(OLD);
        page.type(MINE);
        page.dockerfile.keep();
        page.bench.settle();
        try (Stream<Path> kept = Files.list(page.drafts)) {
            assertThat(kept.toList())
                    .singleElement()
                    .satisfies(f -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(f)))
                            .isEqualTo("rw-------"));
        }
        page.elsewhere(THEIRS);
        page.start();
        page.bench.settle();
        assertThat(page.text()).isEqualTo(MINE);
        assertThat(page.dockerfile.unsaved().get()).isTrue();
        assertThat(page.dockerfile.changedElsewhere().get()).isTrue();
        assertThat(page.file()).isEqualTo(THEIRS);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasDecidedDoesNotComeBack(EditQuestions.Unsaved decided) throws IOException {
        page.open(OLD);
        page.type(MINE);
        page.dockerfile.keep();
        page.bench.settle();
        page.unsavedAnswers.add(decided);
        AtomicInteger closed = new AtomicInteger();
        page.dockerfile.saves().leave(closed::incrementAndGet);
        page.bench.settle();
        assertThat(closed).hasValue(1);
        assertThat(page.file()).isEqualTo(decided == EditQuestions.Unsaved.SAVE ? MINE : OLD);
        assertThat(page.drafts).isEmptyDirectory();
    }

    @Test
    void anotherProjectsFileIsReadAndALateAnswerOfTheFirstIsNot() throws IOException {
        Path other = Files.createDirectories(top.resolve("other"));
        Files.writeString(other.resolve(DockerfileModel.NAME), "FROM other\n");
        page.elsewhere(OLD);
        page.project.open(page.folder);
        page.project.open(other);
        page.bench.settle();
        assertThat(page.text()).isEqualTo("FROM other\n");
        assertThat(page.dockerfile.folderProperty().get()).isEqualTo(new BuildFolder.Here(other));
    }

    @Test
    void whatCannotBeWrittenIsToldAndStaysInTheEditor() throws IOException {
        page.open(OLD);
        page.type(MINE);
        Files.delete(page.folder.resolve(DockerfileModel.NAME));
        Files.delete(page.folder);
        page.dockerfile.saves().save();
        page.bench.settle();
        assertThat(page.bench.troubles()).extracting(t -> t.kind()).contains(TroubleKind.FOLDER_GONE);
        assertThat(page.text()).isEqualTo(MINE);
        assertThat(page.dockerfile.saves().savingProperty().get()).isFalse();
    }

    /** A folder of the server that is connected; its files are in a folder here. */
    private BuildFolder.OnServer onServer(String dockerfile) throws Exception {
        Path there = Files.createDirectories(top.resolve("there"));
        Files.writeString(there.resolve("Dockerfile"), dockerfile);
        BuildFolder.OnServer folder = new BuildFolder.OnServer("/home/me/recon");
        doReturn(page.files.file(new BuildFolder.Here(there), "Dockerfile"))
                .when(page.files)
                .file(folder, "Dockerfile");
        return folder;
    }

    @Test
    void aServersFolderIsNotOneOfTheNextServersAndItsEditsComeBackWithIt() throws Exception {
        page.open(OLD);
        page.connection.connectTo("first");
        BuildFolder.OnServer folder = onServer(THEIRS);
        page.dockerfile.use(folder);
        page.bench.settle();
        page.type(MINE);
        page.connection.connectTo("second");
        page.bench.settle();
        assertThat(page.dockerfile.folderProperty().get()).isEqualTo(new BuildFolder.Here(page.folder));
        assertThat(page.text()).isEqualTo(OLD);
        assertThat(page.bench.navigation().newsProperty().get()).contains("/home/me/recon");
        page.connection.connectTo("first");
        page.dockerfile.use(folder);
        page.bench.settle();
        assertThat(page.text()).isEqualTo(MINE);
    }

    @Test
    void aServersFolderStaysOpenOverAnotherConnectionToIt() throws Exception {
        page.open(OLD);
        page.connection.connectTo("first");
        BuildFolder.OnServer folder = onServer(THEIRS);
        page.dockerfile.use(folder);
        page.bench.settle();
        page.type(MINE);
        page.connection.lose();
        page.connection.connectTo("first");
        page.bench.settle();
        assertThat(page.dockerfile.folderProperty().get()).isEqualTo(folder);
        assertThat(page.text()).isEqualTo(MINE);
    }

    @Test
    void whatIsToBeSavedIsSavedAfterAnotherFoldersSave() throws Exception {
        page.open(OLD);
        page.connection.connectTo("first");
        BuildFolder.OnServer folder = onServer(THEIRS);
        page.dockerfile.use(folder);
        page.bench.settle();
        Held held = new Held();
        doAnswer(held.answer(page.files.file(new BuildFolder.Here(top.resolve("there")), "Dockerfile")))
                .when(page.files)
                .file(folder, "Dockerfile");
        page.type(MINE);
        page.dockerfile.saves().save();
        held.awaitAsked();
        page.connection.connectTo("second");
        page.bench.settleUntil(() -> page.text().equals(OLD));
        page.type(MINE);
        page.dockerfile.saves().save();
        assertThat(page.file()).isEqualTo(OLD);
        held.release();
        page.bench.settle();
        assertThat(page.file()).isEqualTo(MINE);
        assertThat(page.dockerfile.unsaved().get()).isFalse();
    }

    /** Two windows on one project: what one of them gives up the other still has. */
    @Test
    void editsStayKeptWhereAnotherWindowGivesItsOwnUp() throws Exception {
        page.open(OLD);
        page.type(MINE);
        page.dockerfile.keep();
        page.bench.settle();
        BuildBench other = new BuildBench(top);
        other.project.open(other.folder);
        other.bench.settle();
        assertThat(other.text()).isEqualTo(MINE);
        other.unsavedAnswers.add(EditQuestions.Unsaved.DISCARD);
        other.dockerfile.saves().leave(() -> {});
        other.bench.settle();
        page.dockerfile.keep();
        page.bench.settle();
        BuildBench next = new BuildBench(top);
        next.project.open(next.folder);
        next.bench.settle();
        assertThat(next.text()).isEqualTo(MINE);
    }
}
