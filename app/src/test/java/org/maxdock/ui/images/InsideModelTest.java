package org.maxdock.ui.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.image.FileNode;
import org.maxdock.image.ImageContents;
import org.maxdock.image.LayerContents;
import org.maxdock.image.archive.LayerFile;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.StillThere;

/** The inside of an image. */
class InsideModelTest {

    @TempDir
    Path top;

    private ImagesBench page;
    private InsideModel model;

    @BeforeEach
    void begin() throws Exception {
        page = new ImagesBench(top);
        page.connection.connect();
        LayerFile file = file("etc/kept.txt");
        ImageContents contents = new ImageContents(
                List.of(
                        new LayerContents("RUN one", List.of(file, file("big")), List.of()),
                        new LayerContents("", List.of(), List.of("big"))),
                Map.of("etc/kept.txt", new ImageContents.Placed(file, 1)),
                List.of(new ImageContents.Waste("big", 7, 1, 2)));
        model = new InsideModel(
                page.bench.background(),
                page.connection.model(),
                page.bench.navigation(),
                page.bench.texts(),
                page.asks,
                page.images,
                page.folder,
                new StillThere(page.connection.model(), page.bench.navigation()::tell, page.bench.texts()),
                "image:1",
                contents);
    }

    private static LayerFile file(String path) {
        return new LayerFile(path, '-', "rw-r--r--", "0/0", 7, "", "");
    }

    private FileNode root() {
        return model.rootProperty().get().orElseThrow();
    }

    @Test
    void theFilesAreSortedBesideTheWindowsThread() {
        assertThat(model.rootProperty().get()).as("not yet").isEmpty();
        page.bench.settle();
        assertThat(root().children()).extracting(FileNode::name).containsExactly("etc");
    }

    @Test
    void eachChoiceHasItsFilesAndTheLastOneCounts() {
        for (InsideModel.Choice choice : model.all()) {
            model.choiceProperty().set(choice);
        }
        page.bench.settle();
        assertThat(model.all())
                .extracting(InsideModel.Choice::name)
                .containsExactly(
                        "All layers, as a container sees them", "1  RUN one", "2  imported", "There for nothing");
        assertThat(root().children()).extracting(FileNode::note).containsExactly("1 → 2");
    }

    @Test
    void onlyFilesAreOpenedAndOnlyWhatIsThereIsCopied() {
        page.bench.settle();
        assertThat(model.canOpen().get()).isFalse();
        FileNode folder = root().children().iterator().next();
        model.selectedProperty().set(folder);
        assertThat(model.canCopy().get()).as("a folder that only lies between").isFalse();
        model.selectedProperty().set(folder.children().iterator().next());
        assertThat(model.canOpen().get()).isTrue();
        assertThat(model.canCopy().get()).isTrue();
        model.choiceProperty().set(model.all().get(1));
        assertThat(model.canOpen().get()).as("another tree").isFalse();
    }

    @Test
    void aTextIsOpenedAndWhatIsNoneIsTold() throws Exception {
        page.bench.settle();
        model.selectedProperty()
                .set(root().children().iterator().next().children().iterator().next());
        when(page.images.file(eq("image:1"), eq("/etc/kept.txt"), anyInt(), any()))
                .thenReturn("kept\n".getBytes(StandardCharsets.UTF_8), new byte[] {0});
        List<InsideModel.Opened> opened = new ArrayList<>();
        model.open(opened::add);
        page.bench.settle();
        model.open(opened::add);
        page.bench.settle();
        assertThat(opened).containsExactly(new InsideModel.Opened("/etc/kept.txt", "kept\n"));
        assertThat(page.bench.troubles()).extracting(t -> t.kind()).containsExactly(TroubleKind.NOT_A_TEXT);
    }

    @Test
    void itIsCopiedToWhereTheUserSays() throws Exception {
        page.bench.settle();
        model.selectedProperty()
                .set(root().children().iterator().next().children().iterator().next());
        when(page.asks.text(any(), any(), eq("/beegfs/user/kept.txt"))).thenReturn(Optional.of("/data/x "));
        model.copy();
        page.bench.settle();
        verify(page.images).copy(eq("image:1"), eq("/etc/kept.txt"), eq("/data/x"), any());
        assertThat(page.bench.navigation().newsProperty().get()).contains("/data/x");
    }
}
