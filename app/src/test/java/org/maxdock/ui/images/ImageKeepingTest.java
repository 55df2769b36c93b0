package org.maxdock.ui.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.engine.BuildCache;
import org.maxdock.engine.FolderCopies;
import org.maxdock.image.Prunable;
import org.maxdock.operation.EnginePlace;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.ModelPause;
import org.mockito.stubbing.Answer;

/** What is done with the chosen images, and what is asked before. */
class ImageKeepingTest {

    @TempDir
    Path top;

    private ImagesBench page;

    @BeforeEach
    void begin() throws Exception {
        page = new ImagesBench(top);
        page.open(top.resolve("recon"));
    }

    @Test
    void allThatAreChosenAreRecordedOnceHoweverOftenItIsClicked() throws Exception {
        page.connected("a:1", "b:1", "c:1");
        page.choose("a:1", "c:1");
        ModelPause pause = new ModelPause();
        when(page.records.record(any(), any())).thenAnswer(call -> pause.then(null));
        page.keeping.record();
        assertThat(page.keeping.canKeep().get()).isFalse();
        page.keeping.record();
        pause.end();
        page.bench.settle();
        verify(page.records, times(1)).record(page.project.get(), "a:1");
        verify(page.records, times(1)).record(page.project.get(), "c:1");
        assertThat(page.keeping.canKeep().get()).isTrue();
        assertThat(page.inHand.get()).isEqualTo("c:1");
    }

    @Test
    void whatHasNoNameIsNotKept() throws Exception {
        page.connected("<none>");
        assertThat(page.keeping.canKeep().get()).isFalse();
        assertThat(page.removal.canRemove().get()).isTrue();
    }

    @Test
    void withoutAProjectItIsSaid() throws Exception {
        ImagesBench other = new ImagesBench(top.resolve("none"));
        other.connected("a:1");
        other.keeping.record();
        assertThat(other.bench.troubles()).extracting(Trouble::kind).containsExactly(TroubleKind.NO_PROJECT);
    }

    @Test
    void whatGoesIsNamedWithItsUsersAndRemovedOnlyIfAgreed() throws Exception {
        page.uses("running", "b:1");
        page.connected("a:1", "b:1");
        page.choose("a:1", "b:1");
        page.removal.remove();
        verify(page.asks).confirm(any(), contains("b:1  (Used by: running)  (not built here by you)"), any());
        verify(page.images, never()).remove(any());
        when(page.asks.confirm(any(), any(), any())).thenReturn(true);
        page.removal.remove();
        page.bench.settle();
        verify(page.images).remove("a:1");
        verify(page.images).remove("b:1");
    }

    /** A node whose engine is worked with may be taken back while the question stands. */
    @Test
    void nothingIsRemovedFromAnotherEngineThanTheOneThatWasAskedAbout() throws Exception {
        page.connected("a:1");
        page.choose("a:1");
        when(page.images.prunable())
                .thenReturn(new Prunable(
                        List.of(ImagesBench.image("<none>")), 1, FolderCopies.Found.NONE, BuildCache.Kept.NONE));
        when(page.asks.confirm(any(), any(), any())).thenAnswer(call -> {
            page.connection.workWith(new EnginePlace.OnServer(), "another");
            return true;
        });
        page.removal.remove();
        page.removal.prune();
        page.bench.settle();
        verify(page.images, never()).remove(any());
        verify(page.images, never()).prune(any());
        assertThat(page.bench.navigation().newsProperty().get()).startsWith("The engine is another one");
    }

    /** All that is asked about and then done with the chosen image, or brings one. */
    private List<Runnable> asking() {
        return List.of(
                page.keeping::tag,
                page.keeping::save,
                page.getting::pull,
                page.getting::load,
                () -> {
                    Consumer<String> pull = page.getting.puller();
                    page.asks.text("", "", "").ifPresent(pull);
                },
                () -> {
                    BiConsumer<String, String> root = page.getting.importer();
                    page.asks.text("", "", "").ifPresent(to -> root.accept("/root.tar", to));
                });
    }

    @Test
    void nothingIsDoneOnAnotherEngineThanTheOneThatWasAskedAbout() throws Exception {
        Answer<Optional<String>> given = call -> {
            page.connection.workWith(new EnginePlace.OnServer(), "another");
            return Optional.of("/data/x");
        };
        when(page.asks.text(any(), any(), any())).thenAnswer(given);
        when(page.asks.text(any(), any(), any(), any())).thenAnswer(given);
        for (int i = 0; i < asking().size(); i++) {
            page.connected("a:1");
            page.choose("a:1");
            page.bench.navigation().tell("");
            asking().get(i).run();
            page.bench.settle();
            assertThat(page.bench.navigation().newsProperty().get())
                    .as("act %d", i)
                    .startsWith("The engine is another one");
        }
        verify(page.images, never()).tag(any(), any());
        verify(page.images, never()).pull(any(), any(), any());
        verify(page.images, never()).load(anyString(), any());
        verify(page.images, never()).importRoot(any(), any(), any());
        verifyNoInteractions(page.records);
    }

    @Test
    void afterAFailureAllIsReadAnewAndCanBeTriedAgain() throws Exception {
        page.connected("a:1", "b:1");
        when(page.asks.confirm(any(), any(), any())).thenReturn(true);
        doThrow(new Trouble(TroubleKind.REFUSED_REMOVE_IMAGE, "plugin"))
                .when(page.images)
                .remove(any());
        page.removal.remove();
        page.has("b:1");
        page.bench.settle();
        assertThat(page.bench.troubles()).hasSize(1);
        assertThat(page.shown()).containsExactly("b:1");
        page.choose("b:1");
        assertThat(page.removal.canRemove().get()).isTrue();
    }

    @Test
    void theFileToSaveToIsProposedInTheUsersFolder() throws Exception {
        page.connected("registry:5000/me/a:1");
        when(page.asks.text(any(), any(), eq("/beegfs/user/a-1.tgz"))).thenReturn(Optional.of(" /data/a.tgz "));
        page.keeping.save();
        page.bench.settle();
        verify(page.records).save(any(), eq("registry:5000/me/a:1"), eq("/data/a.tgz"), any(), any());
    }

    @Test
    void anotherNameIsGivenToTheOneThatWasChosenLast() throws Exception {
        page.connected("a:1", "b:1");
        page.choose("a:1", "b:1");
        when(page.asks.text(any(), any(), eq("b:1"), any())).thenReturn(Optional.of("c:1"));
        page.keeping.tag();
        page.bench.settle();
        verify(page.images).tag("b:1", "c:1");
    }

    @Test
    void imagesWithoutANameGoOnlyIfAgreed() throws Exception {
        page.connected("a:1");
        when(page.images.prunable())
                .thenReturn(new Prunable(List.of(), 0, FolderCopies.Found.NONE, BuildCache.Kept.NONE));
        page.removal.prune();
        page.bench.settle();
        assertThat(page.bench.navigation().newsProperty().get()).startsWith("There is nothing to clean up");
        Prunable one =
                new Prunable(List.of(ImagesBench.image("<none>")), 1, FolderCopies.Found.NONE, BuildCache.Kept.NONE);
        when(page.images.prunable()).thenReturn(one);
        page.removal.prune();
        page.bench.settle();
        verify(page.images, never()).prune(any());
        when(page.asks.confirm(any(), any(), any())).thenReturn(true);
        page.removal.prune();
        page.bench.settle();
        verify(page.images).prune(one);
        Prunable copies = new Prunable(List.of(), 0, new FolderCopies.Found(2, 3_000_000), BuildCache.Kept.NONE);
        when(page.images.prunable()).thenReturn(copies);
        page.removal.prune();
        page.bench.settle();
        verify(page.asks).confirm(any(), startsWith("Copies of 2 build folders"), any());
        verify(page.images).prune(copies);
        when(page.images.prunable())
                .thenReturn(new Prunable(
                        List.of(), 0, FolderCopies.Found.NONE, new BuildCache.Kept(9, 5_000_000, 3, 4_000_000)));
        page.removal.prune();
        page.bench.settle();
        verify(page.asks).confirm(any(), startsWith("3 of 9 pieces of the build cache (4.0 MB of 5.0 MB)"), any());
    }
}
