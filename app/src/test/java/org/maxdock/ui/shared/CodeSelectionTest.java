package org.maxdock.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** A line is selected whatever has just become of the area’s size and font: JavaFX alone fails in some of these. */
@Tag("lab") // where there is a display
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class CodeSelectionTest {

    private static final int LINES = 60;
    private static final int TIMES = 300;

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private CodeArea area;
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
        area = new CodeArea();
        area.setText(
                IntStream.range(0, LINES).mapToObj(line -> "RUN line " + line).collect(Collectors.joining("\n")));
        VBox.setVgrow(area, Priority.ALWAYS);
        stage.setScene(new Scene(new VBox(area), 700, 300));
        stage.show();
    }

    @Stop
    void stop() {
        Thread.currentThread().setUncaughtExceptionHandler(null);
    }

    @Test
    void aLineIsSelectedWhateverIsStillToBeDrawn() {
        Random random = new Random(1);
        for (int time = 0; time < TIMES; time++) {
            int line = random.nextInt(LINES);
            String selected = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
                for (int before = random.nextInt(4); before > 0; before--) {
                    change(random);
                }
                CodeSelection.select(area, TextPos.ofLeading(line, 0), area.getParagraphEnd(line));
                return area.getPlainText(area.getCaretPosition().index());
            });
            WaitForAsyncUtils.waitForFxEvents(1);
            assertThat(failures).isEmpty();
            assertThat(selected).isEqualTo("RUN line " + line);
        }
    }

    private void change(Random random) {
        switch (random.nextInt(4)) {
            case 0 -> area.setFont(Font.font("monospace", 8 + random.nextInt(20)));
            case 1 -> area.select(TextPos.ofLeading(random.nextInt(LINES), 0));
            case 2 -> stage.setHeight(150 + random.nextInt(500));
            default -> stage.getScene().getRoot().setStyle("-fx-font-size: " + (8 + random.nextInt(16)));
        }
    }
}
