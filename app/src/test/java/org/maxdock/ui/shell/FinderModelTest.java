package org.maxdock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maxdock.ui.shared.Reachable;

class FinderModelTest {

    private final List<String> done = new ArrayList<>();
    private final List<Reachable> all = new ArrayList<>(List.of(
            reachable("Images", "Page"),
            reachable("Jobs", "Page"),
            reachable("Verify images", "Verify"),
            reachable("old-images:1", "Image")));
    private final FinderModel model = new FinderModel(() -> all);

    private Reachable reachable(String title, String kind) {
        return new Reachable(title, kind, "", "", () -> done.add(title));
    }

    private List<String> titles() {
        return model.found().stream().map(Reachable::title).toList();
    }

    @Test
    void allIsThereUntilSomethingIsTyped() {
        model.open();
        assertThat(model.openProperty().get()).isTrue();
        assertThat(titles()).containsExactly("Images", "Jobs", "Verify images", "old-images:1");
    }

    @Test
    void theBestComesFirst() {
        model.open();
        model.typedProperty().set("im");
        assertThat(titles()).containsExactly("Images", "Verify images", "old-images:1");
        model.typedProperty().set("image 1");
        assertThat(titles()).containsExactly("old-images:1");
        model.typedProperty().set("nothing");
        assertThat(titles()).isEmpty();
    }

    @Test
    void enterDoesWhatIsChosenOnceThisIsClosed() {
        all.add(new Reachable(
                "last",
                "Page",
                "",
                "",
                () -> done.add(String.valueOf(model.openProperty().get()))));
        model.open();
        model.move(-1);
        assertThat(model.chosenProperty().get()).isEqualTo(4);
        model.take();
        assertThat(done).containsExactly("false");
    }

    @Test
    void theChosenOneIsTheFirstAgainWhenSomethingIsTyped() {
        model.open();
        model.move(1);
        model.move(1);
        assertThat(model.chosenProperty().get()).isEqualTo(2);
        model.typedProperty().set("jobs");
        assertThat(model.chosenProperty().get()).isZero();
        model.take();
        assertThat(done).containsExactly("Jobs");
    }

    @Test
    void whereNothingFitsNothingIsDone() {
        model.open();
        model.typedProperty().set("nothing");
        model.move(1);
        model.choose(3);
        model.take();
        assertThat(model.openProperty().get()).isTrue();
        assertThat(done).isEmpty();
    }

    @Test
    void itIsAskedAnewEachTimeAndForgetsWhatWasTyped() {
        model.open();
        model.typedProperty().set("jobs");
        model.close();
        assertThat(model.found()).isEmpty();
        all.add(reachable("Jobs of others", "Jobs"));
        model.open();
        assertThat(model.typedProperty().get()).isEmpty();
        assertThat(titles()).contains("Jobs of others");
    }

    @Test
    void ofVeryManyOnlySomeAreShown() {
        IntStream.range(0, 100_000).forEach(i -> all.add(reachable("image" + i, "Image")));
        model.open();
        model.typedProperty().set("image");
        assertThat(model.found()).hasSize(FinderModel.MOST);
    }
}
