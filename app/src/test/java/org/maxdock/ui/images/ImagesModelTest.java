package org.maxdock.ui.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.engine.BuildCache;
import org.maxdock.engine.FolderCopies;
import org.maxdock.image.Prunable;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.ModelPause;

/** The images of the engine, as they are shown and chosen. */
class ImagesModelTest {

    @TempDir
    Path top;

    private ImagesBench page;

    @BeforeEach
    void begin() throws Exception {
        page = new ImagesBench(top);
    }

    @Test
    void loadingIsToldApartFromNone() throws Exception {
        var why = page.model.whyEmpty();
        ModelPause pause = new ModelPause();
        when(page.images.listing()).thenAnswer(call -> pause.then(page.listing));
        page.connection.connect();
        page.model.read();
        assertThat(why.get()).isEqualTo("The images are being read…");
        pause.end();
        page.bench.settle();
        assertThat(why.get()).startsWith("There is no image on this engine");
        page.has("a:1");
        page.model.read();
        page.bench.settle();
        page.model.partProperty().set("other");
        assertThat(why.get()).startsWith("No image is like that");
    }

    @Test
    void anEngineThatDoesNotAnswerIsToldAndAsksAgain() throws Exception {
        when(page.images.listing()).thenThrow(new Trouble(TroubleKind.NO_ENGINE, "x", "y"));
        page.connection.connect();
        page.model.read();
        page.bench.settle();
        assertThat(page.bench.troubles()).hasSize(1);
        assertThat(page.model.whyEmpty().get()).startsWith("The images could not be read");
    }

    @Test
    void whatIsChosenIsChosenByNameHoweverItIsSorted() throws Exception {
        page.connected("a:1", "b:1", "c:1", "d:1");
        page.choose("b:1", "d:1");
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            List<String> order = new java.util.ArrayList<>(List.of("a:1", "b:1", "c:1", "d:1"));
            java.util.Collections.shuffle(order, random);
            page.model.shown().setComparator(Comparator.comparingInt(r -> order.indexOf(r.name())));
            assertThat(page.chosen()).as("seed " + seed).containsExactly("b:1", "d:1");
            assertThat(page.model.selection().selected().get().name()).isEqualTo("d:1");
        }
        page.model.shown().setComparator(null);
        assertThat(page.chosen()).containsExactly("b:1", "d:1");
    }

    @Test
    void whatIsChosenStaysSoWhenItIsReadAnew() throws Exception {
        page.connected("a:1", "b:1", "c:1");
        page.choose("b:1");
        page.has("new:1", "c:1", "b:1");
        page.model.read();
        page.bench.settle();
        assertThat(page.chosen()).containsExactly("b:1");
        page.has("new:1", "c:1");
        page.model.read();
        page.bench.settle();
        assertThat(page.chosen()).as("no other one in its place").isEmpty();
        page.has("new:1", "c:1", "b:1");
        page.model.read();
        page.bench.settle();
        assertThat(page.chosen()).as("it is there again").containsExactly("b:1");
    }

    /** Whether the user chose it, or it was the first when images were read for the first time. */
    @ParameterizedTest
    @ValueSource(strings = {"", "a:1", "b:1", "c:1"})
    void nothingElseIsChosenWhereWhatWasChosenIsGone(String choice) throws Exception {
        page.connected("a:1", "b:1", "c:1");
        if (!choice.isEmpty()) {
            page.choose(choice);
        }
        String chosen = page.chosen().getFirst();
        String[] others =
                Stream.of("a:1", "b:1", "c:1").filter(n -> !n.equals(chosen)).toArray(String[]::new);
        page.has(others);
        page.model.changed();
        page.bench.settle();
        assertThat(page.chosen()).isEmpty();
        page.model.shown().setComparator(Comparator.comparing(ImageRow::name));
        assertThat(page.chosen()).isEmpty();
        page.connected(others);
        assertThat(page.chosen()).as("the first, on another engine").hasSize(1);
    }

    @Test
    void whatTheFilterHidesIsNotChosenAndIsAgainWhenItIsBack() throws Exception {
        page.connected("a:1", "b:1", "c:1");
        page.choose("b:1");
        page.model.partProperty().set("c");
        assertThat(page.chosen()).isEmpty();
        page.model.partProperty().set("");
        assertThat(page.chosen()).containsExactly("b:1");
        page.model.kindProperty().set(ImageRow.Filter.DANGLING);
        assertThat(page.chosen()).isEmpty();
        assertThat(page.model.selection().selected().get()).isNull();
    }

    @Test
    void eachFilterShowsItsOwn() throws Exception {
        page.uses("container", "b:1");
        page.connected("a:1", "b:1", "<none>");
        page.model.kindProperty().set(ImageRow.Filter.USED);
        assertThat(page.shown()).containsExactly("b:1");
        page.model.kindProperty().set(ImageRow.Filter.DANGLING);
        assertThat(page.shown()).containsExactly(ImagesBench.image("<none>").id());
        page.model.kindProperty().set(ImageRow.Filter.RECORDED);
        assertThat(page.shown()).isEmpty();
    }

    @Test
    void theImageInHandIsChosen() throws Exception {
        page.connected("a:1", "b:1", "c:latest");
        page.inHand.take("b:1");
        assertThat(page.chosen()).containsExactly("b:1");
        page.inHand.take("c");
        assertThat(page.chosen()).as("by the name that the engine gives it").containsExactly("c:latest");
        page.choose("a:1");
        assertThat(page.inHand.get()).isEqualTo("a:1");
        page.inHand.take("built:2");
        page.has("a:1", "b:1", "built:2");
        page.model.read();
        page.bench.settle();
        assertThat(page.chosen()).as("what was just built").containsExactly("built:2");
    }

    @Test
    void aRefusalHoldsOnlyAsLongAsItIsSaid() throws Exception {
        page.refuses(Optional.of(Message.of("refusal.remove-image", "plugin")));
        page.connected("a:1");
        var removable = page.removal.canRemove();
        assertThat(removable.get()).isFalse();
        page.refuses(Optional.empty());
        page.model.read();
        page.bench.settle();
        assertThat(removable.get()).isTrue();
    }

    @Test
    void whereImagesCannotGoTheUsersOwnCopiesCan() throws Exception {
        page.refuses(Optional.of(Message.of("refusal.remove-image", "plugin")));
        page.connected("a:1");
        when(page.images.prunable())
                .thenReturn(new Prunable(
                        List.of(ImagesBench.image("<none>")),
                        1,
                        new FolderCopies.Found(1, 2_000_000),
                        new BuildCache.Kept(9, 5_000_000, 3, 4_000_000)));
        assertThat(page.removal.canPrune().get()).isTrue();
        page.removal.prune();
        page.bench.settle();
        verify(page.asks).confirm(any(), startsWith("Copies of 1 build folder"), any());
    }

    @Test
    void theAnswerOfAnotherServerIsDropped() throws Exception {
        ModelPause pause = new ModelPause();
        page.has("a:1");
        when(page.images.listing()).thenAnswer(call -> pause.then(page.listing));
        page.connection.connect();
        page.model.read();
        page.connection.connect();
        pause.end();
        page.bench.settle();
        assertThat(page.shown()).isEmpty();
        assertThat(page.model.readingProperty().get()).isEqualTo(ImagesModel.Reading.NONE);
    }

    @Test
    void theVerdictsOfAnotherProjectAreDropped() throws Exception {
        page.connected("a:1");
        page.open(top.resolve("other"));
        assertThat(page.shown()).isEmpty();
    }

    @Test
    void manyChangesAtOnceAreOneMoreReading() throws Exception {
        page.connected("a:1");
        ModelPause pause = new ModelPause();
        page.has("b:1");
        when(page.images.listing()).thenAnswer(call -> pause.then(page.listing));
        IntStream.range(0, 50).forEach(i -> page.model.changed());
        pause.end();
        page.bench.settle();
        assertThat(page.shown()).containsExactly("b:1");
        verify(page.images, times(3)).listing();
    }

    @Test
    void theSummaryCountsImagesNotNames() throws Exception {
        var summary = page.model.summary();
        assertThat(summary.get()).isEmpty();
        page.connected("a:1", "b:1");
        assertThat(summary.get()).startsWith("on server · 2 images");
    }
}
