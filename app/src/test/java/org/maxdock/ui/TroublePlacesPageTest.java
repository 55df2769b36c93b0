package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.TroubleNote;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Each place where something can be told is on its pages, its page is marked meanwhile, and mended it is gone. */
@Tag("lab")
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class TroublePlacesPageTest {

    /** Told in a dialog, which is not open here. */
    private static final Set<Place> IN_DIALOGS = EnumSet.of(Place.REGISTRY, Place.INSIDE_IMAGE, Place.CONTAINER_LOG);

    @TempDir
    Path folder;

    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @Test
    void eachPlaceIsOnItsPages() throws Exception {
        FxRobot robot = new SteadyRobot();
        OpenWindow window = WaitForAsyncUtils.waitForAsyncFx(
                30_000,
                () -> new Window()
                        .show(stage, Lab.ssh(), Lab.site(), folder.resolve("settings.json"), folder, "overview"));
        new Seen(robot, stage).await(() -> window.project().get() != null);
        for (Place place : EnumSet.complementOf(EnumSet.copyOf(IN_DIALOGS))) {
            Trouble trouble = new Trouble(TroubleKind.NO_SUCH_JOB, place.name());
            Background there = window.background().at(place);
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> there.trouble(trouble));
            assertThat(place.pages().isEmpty() ? notes(robot, place) : List.of(there))
                    .as(place + " above all pages")
                    .hasSize(1);
            for (String page : place.pages()) {
                WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.go(page));
                assertThat(notes(robot, place)).as(place + " on " + page).hasSize(1);
            }
            WaitForAsyncUtils.waitForAsyncFx(10_000, there::mended);
            assertThat(notes(robot, place)).as(place + " mended").isEmpty();
        }
        Windows.end(window);
    }

    @Test
    void aWrongServerIsToldUnderItsNameUntilThatIsEdited() throws Exception {
        FxRobot robot = new SteadyRobot();
        OpenWindow window = WaitForAsyncUtils.waitForAsyncFx(
                30_000,
                () -> new Window()
                        .show(stage, Lab.ssh(), Lab.site(), folder.resolve("settings.json"), null, "overview"));
        Seen seen = new Seen(robot, stage);
        ComboBox<String> target = robot.lookup("#target").query();
        robot.clickOn("#target").write("no.such.invalid\n");
        seen.await(() -> !notes(robot, Place.SERVER).isEmpty());
        assertThat(seen.shows("There is no host named no.such.invalid."::equals))
                .isTrue();
        assertThat(Seen.look(
                        () -> robot.lookup(".trouble-bar").queryAll().stream().noneMatch(Node::isVisible)))
                .isTrue();
        Screenshots.take(stage.getScene(), "trouble-in-its-place");
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> target.getEditor().setText("max-wgs"));
        assertThat(notes(robot, Place.SERVER)).isEmpty();
        Windows.end(window);
    }

    private List<Node> notes(FxRobot robot, Place place) {
        String kind = place.pages().isEmpty() ? ".trouble-bar" : ".trouble-note";
        return Seen.look(() -> robot.lookup(kind).queryAll().stream()
                .filter(note -> place.pages().isEmpty() || note instanceof TroubleNote)
                .filter(Seen::visible)
                .toList());
    }
}
