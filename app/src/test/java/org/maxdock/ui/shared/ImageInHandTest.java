package org.maxdock.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.ui.ProjectBench;
import org.maxdock.ui.images.ImagesHand;
import org.maxdock.ui.launch.DraftField;
import org.maxdock.ui.launch.LaunchBench;
import org.maxdock.ui.verify.VerifyHand;

/** The image that one works on is the same on every page, until another is chosen, on whichever. */
class ImageInHandTest {

    /** Something that a user does on a page. */
    interface Act {
        void on(ImageInHandTest pages) throws Exception;
    }

    @TempDir
    Path folder;

    private LaunchBench all;
    private ImagesHand images;
    private VerifyHand verify;

    @BeforeEach
    void begin() throws Exception {
        all = new LaunchBench(folder);
        images = new ImagesHand(all, folder, "r/old:1", "r/new:1", "r/built:1");
        verify = new VerifyHand(all);
        all.begin();
        all.project.file("one").put(ProjectBench.launch("other", "r/new:1"));
        all.settle();
        images.read();
    }

    @AfterEach
    void end() throws Exception {
        all.close();
    }

    private void paste(String line) throws Exception {
        when(all.launches.variables()).thenReturn(Map.of());
        all.loader.paste(line);
    }

    static Stream<Arguments> acts() {
        return Stream.of(
                act("a kept launch is the first one", "r/old:1", p -> {}),
                act("Build makes an image", "r/built:1", p -> p.all.inHand.take("r/built:1")),
                act("Images: another one is chosen", "r/new:1", p -> p.images.choose("r/new:1")),
                act("Images: one that is not recorded", "r/built:1", p -> p.images.choose("r/built:1")),
                act("Verify: another one is chosen", "r/new:1", p -> p.verify.choose("r/new:1")),
                act("Launch: another one is chosen", "r/new:1", p -> p.all.model.choose("r/new:1")),
                act("Launch: a line is pasted", "r/new:1", p -> p.paste("docker run r/new:1 true")),
                act(
                        "Overview: a kept launch is loaded",
                        "r/new:1",
                        p -> p.all.loader.load(ProjectBench.launch("other", "r/new:1"))),
                act(
                        "Overview: a run of before is loaded",
                        "r/built:1",
                        p -> p.all.loader.loadStarted(ProjectBench.launch("run", "r/built:1"))),
                act("Launch: the draft of before is had back", "r/old:1", p -> {
                    p.all.type(DraftField.COMMAND, "edited");
                    p.all.loader.load(ProjectBench.launch("other", "r/new:1"));
                    p.all.settle();
                    p.all.loader.back();
                }),
                act("an image is chosen after a launch was loaded", "r/built:1", p -> {
                    p.all.loader.load(ProjectBench.launch("other", "r/new:1"));
                    p.all.settle();
                    p.images.choose("r/built:1");
                }),
                act("another project is opened", "r/latest:1", p -> {
                    p.images.choose("r/built:1");
                    p.all.project.file("two").put(ProjectBench.record("r/latest:1", "2026-03-01T00:00:00Z"));
                    p.all.project.open("two");
                }));
    }

    private static Arguments act(String what, String image, Act act) {
        return Arguments.of(what, image, act);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acts")
    void everyPageShowsIt(String what, String image, Act act) throws Exception {
        act.on(this);
        all.settle();
        assertThat(all.inHand.get()).isEqualTo(image);
        assertThat(all.model.image()).as("Launch and Mounts").isEqualTo(image);
        assertThat(all.launch().image()).as("what would start").hasToString(image);
        if (!image.equals("r/latest:1")) {
            assertThat(images.shows()).as("Images").isEqualTo(image);
        }
        if (List.of("r/old:1", "r/new:1", "r/latest:1").contains(image)) {
            assertThat(verify.shows()).as("Verify").isEqualTo(image);
        }
    }

    @Test
    void toLookAtAnotherImageIsNoEditOfALaunchThatSomebodyWouldMiss() {
        images.choose("r/new:1");
        assertThat(all.draft.isEdited()).isFalse();
        all.type(DraftField.COMMAND, "edited");
        images.choose("r/old:1");
        assertThat(all.draft.isEdited()).isTrue();
    }

    @Test
    void whatWasEditedInAProjectThatIsLeftStaysOfItsImage() {
        all.type(DraftField.COMMAND, "edited");
        all.project.file("two").folder();
        all.project.open("two");
        all.settle();
        all.loader.back();
        assertThat(all.model.image()).isEqualTo("r/old:1");
    }
}
