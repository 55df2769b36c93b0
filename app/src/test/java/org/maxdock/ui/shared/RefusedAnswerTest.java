package org.maxdock.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.text.Texts;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A question with a field says in itself what is wrong with the answer, and stays until that is mended. */
@Tag("lab") // where there is a display
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class RefusedAnswerTest {

    private final Texts texts = new Texts(java.util.Locale.ENGLISH);
    private final Dialogs dialogs = new Dialogs(texts);
    private final FxRobot robot = new FxRobot();

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new VBox()));
        stage.show();
        dialogs.setOwner(stage);
    }

    private CompletableFuture<Optional<String>> ask(String before, Asks.Value value) {
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        Platform.runLater(() -> answer.complete(dialogs.text("Tag", "Name", before, value)));
        WaitForAsyncUtils.waitForFxEvents();
        return answer;
    }

    private Label refused() {
        return robot.lookup("#form-refused").query();
    }

    private void type(String text) {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> robot.lookup(".text-field").queryAs(TextField.class).setText(text));
    }

    private Button ok() {
        return robot.lookup((Button b) -> texts.get("ui.ok").equals(b.getText()))
                .queryButton();
    }

    private void press() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> ok().fire());
    }

    @Test
    void itStaysAndSaysWhyUntilTheAnswerIsAnother() throws Exception {
        CompletableFuture<Optional<String>> answer = ask("Recon:1", ImageReference::parse);
        press();
        assertThat(refused().getText()).isNotBlank();
        assertThat(answer).isNotDone();
        type("recon:1");
        assertThat(refused().getText()).isEmpty();
        press();
        assertThat(answer.get(10, TimeUnit.SECONDS)).contains("recon:1");
    }

    @Test
    void nothingIsAnAnswerOnlyWhereItIsAValue() throws Exception {
        CompletableFuture<Optional<String>> name = ask("", ImageReference::parse);
        assertThat(ok().isDisabled()).isTrue();
        type("a");
        assertThat(ok().isDisabled()).isFalse();
        press();
        name.get(10, TimeUnit.SECONDS);
        CompletableFuture<Optional<String>> names = ask("me", String::strip);
        type("");
        press();
        assertThat(names.get(10, TimeUnit.SECONDS)).contains("");
    }
}
