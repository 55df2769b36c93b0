package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;
import org.maxdock.store.Json;
import org.maxdock.store.WindowPlace;
import org.maxdock.store.WindowPlaceFile;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window comes up where it was closed, unless that is on no screen any more. */
@Tag("lab")
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class WindowPlacePageTest {

    @TempDir
    Path folder;

    private Stage first;

    @Start
    void start(Stage primary) {
        first = primary;
    }

    private OpenWindow open(Stage stage) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> new Window()
                        .show(stage, Lab.ssh(), Lab.site(), folder.resolve("settings.json"), null, "settings"));
    }

    private static Rectangle2D place(Stage stage) {
        return Seen.look(() -> new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
    }

    private Stage openAnother() throws Exception {
        Stage stage = Seen.look(Stage::new);
        Windows.end(open(stage));
        return stage;
    }

    @Test
    void itComesUpWhereItWas() throws Exception {
        OpenWindow window = open(first);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            first.setX(31);
            first.setY(17);
            first.setWidth(1101);
            first.setHeight(733);
        });
        WaitForAsyncUtils.waitForFxEvents();
        Windows.end(window);
        WaitForAsyncUtils.waitForAsyncFx(10_000, first::hide);

        Stage second = openAnother();
        assertThat(place(second)).isEqualTo(new Rectangle2D(31, 17, 1101, 733));
        WaitForAsyncUtils.waitForAsyncFx(10_000, second::hide);

        new WindowPlaceFile(folder.resolve("window.json"), new Json())
                .write(new WindowPlace(50_000, 50_000, 1200, 2000, false));
        Stage third = openAnother();
        assertThat(place(third).getWidth()).isEqualTo(1200);
        assertThat(place(third).getHeight())
                .isLessThanOrEqualTo(
                        Seen.look(() -> Screen.getPrimary().getVisualBounds().getHeight()));
        assertThat(place(third).getMinX()).isLessThan(1280);
        WaitForAsyncUtils.waitForAsyncFx(10_000, third::hide);
    }
}
