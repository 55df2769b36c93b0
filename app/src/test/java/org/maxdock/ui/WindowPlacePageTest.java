package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maxdock.lab.Lab;
import org.maxdock.store.Json;
import org.maxdock.store.ViewFile;
import org.maxdock.store.WindowPlace;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The window comes up where it was closed, unless that is on no screen any more, and its tables as they were left then.
 */
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

        new ViewFile<>(folder.resolve("window.json"), new Json(), WindowPlace.class)
                .write(new WindowPlace(50_000, 50_000, 1200, 2000, false));
        Stage third = openAnother();
        assertThat(place(third).getWidth()).isEqualTo(1200);
        assertThat(place(third).getHeight())
                .isLessThanOrEqualTo(
                        Seen.look(() -> Screen.getPrimary().getVisualBounds().getHeight()));
        assertThat(place(third).getMinX()).isLessThan(1280);
        WaitForAsyncUtils.waitForAsyncFx(10_000, third::hide);
    }

    private static TableView<?> jobs(Stage stage) {
        return Seen.look(() -> (TableView<?>) stage.getScene().lookup("#jobs-table"));
    }

    @Test
    void tablesComeUpAsTheyWereLeft() throws Exception {
        OpenWindow window = open(first);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.go("jobs"));
        WaitForAsyncUtils.waitForFxEvents();
        TableView<?> table = jobs(first);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> sortedByNameAndFirst(table));
        WaitForAsyncUtils.waitForAsyncFx(10_000, first::hide);
        Windows.end(window);

        Stage second = Seen.look(Stage::new);
        OpenWindow again = open(second);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> again.go("jobs"));
        WaitForAsyncUtils.waitForFxEvents();
        TableView<?> restored = jobs(second);
        assertThat(Seen.look(() -> restored.getColumns().stream()
                        .map(TableColumnBase::getId)
                        .toList()))
                .startsWith("ui.jobs.name", "ui.jobs.id");
        assertThat(Seen.look(() -> restored.getSortOrder().getFirst().getId())).isEqualTo("ui.jobs.name");
        assertThat(Seen.look(() -> restored.getSortOrder().getFirst().getSortType()))
                .isEqualTo(TableColumn.SortType.DESCENDING);
        WaitForAsyncUtils.waitForAsyncFx(10_000, second::hide);
        Windows.end(again);
    }

    private static <T> void sortedByNameAndFirst(TableView<T> table) {
        TableColumn<T, ?> name = table.getColumns().get(1);
        table.getColumns().remove(name);
        table.getColumns().addFirst(name);
        name.setSortType(TableColumn.SortType.DESCENDING);
        table.getSortOrder().setAll(List.of(name));
    }
}
