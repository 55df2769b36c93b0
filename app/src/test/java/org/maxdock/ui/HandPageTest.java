package org.maxdock.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.lab.Lab;
import org.maxdock.store.Json;
import org.maxdock.store.Settings;
import org.maxdock.store.SettingsFile;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ActionKey;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.NeedsConnection;
import org.maxdock.ui.shared.RowMenu;
import org.maxdock.ui.shell.Findable;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window by hand, without a server: what keys do on each page, and what is found, in both languages. */
@Tag("lab")
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class HandPageTest {

    private static final List<String> PAGES = List.of(
            "overview", "images", "verify", "build", "mounts", "launch", "jobs", "containers", "terminals", "settings");

    @TempDir
    static Path folder;

    private final SteadyRobot robot = new SteadyRobot();
    private Stage stage;
    private OpenWindow window;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @AfterEach
    void end() throws Exception {
        if (window != null) {
            Windows.end(window);
        }
    }

    private void open(String language) throws Exception {
        Path settings = folder.resolve(language + ".json");
        new SettingsFile(settings, new Json()).change(none -> new Settings(null, null, "light", language, null));
        Path project = Files.createDirectories(folder.resolve("recon"));
        Files.writeString(project.resolve("Dockerfile"), "FROM debian:12\n");
        window = WaitForAsyncUtils.waitForAsyncFx(
                20_000, () -> new Window().show(stage, Lab.ssh(), Lab.site(), settings, project, "overview"));
        new Seen(robot, stage).await(() -> window.project().get() != null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyActionOfEveryPageIsFound(String language) throws Exception {
        open(language);
        for (String page : PAGES) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.go(page));
            assertThat(Seen.look(() -> Findable.missing(stage.getScene())))
                    .as(page)
                    .isEmpty();
        }
    }

    /** Of a page without a server that is the way to one; of the one that builds it is that. */
    @Test
    void enterDoesWhatTheStrongestButtonSays() throws Exception {
        open("en");
        for (String page : List.of("images", "verify", "mounts", "launch", "jobs", "containers")) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.go(page));
            assertThat(Seen.look(() -> Findable.strongest(stage.getScene())))
                    .as(page)
                    .isEqualTo(window.text("ui.go-connect"));
            WaitForAsyncUtils.waitForAsyncFx(
                    10_000, () -> stage.getScene().getRoot().requestFocus());
            robot.push(KeyCode.ENTER);
            assertThat(Seen.look(() -> window.navigation().pageProperty().get()))
                    .isEqualTo("overview");
        }
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.go("build"));
        assertThat(Seen.look(() -> Findable.strongest(stage.getScene()))).isEqualTo(window.text("ui.build.build"));
    }

    /** From another page a key only leads to where it works, so that nothing is done that one does not see. */
    @Test
    void aKeyOfAnotherPageGoesThere() throws Exception {
        open("en");
        robot.push(KeyCode.CONTROL, KeyCode.B);
        assertThat(Seen.look(() -> window.navigation().pageProperty().get())).isEqualTo("build");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        assertThat(Seen.look(() -> window.navigation().pageProperty().get())).isEqualTo("terminals");
    }

    /** A page that goes, a button that is taken away or cannot be pressed any more: the next one has the focus. */
    @Test
    void theFocusStaysOnThePage() throws Exception {
        open("en");
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.go("build"));
        Node tag = robot.lookup("#tag").query();
        WaitForAsyncUtils.waitForAsyncFx(10_000, tag::requestFocus);
        for (String page : List.of("settings", "build", "launch")) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.go(page));
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(Seen.look(() -> isOnPage(stage.getScene().getFocusOwner())))
                    .as(page)
                    .isTrue();
        }
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.go("build"));
        WaitForAsyncUtils.waitForAsyncFx(10_000, tag::requestFocus);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> tag.setDisable(true));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Seen.look(() -> stage.getScene().getFocusOwner().getParent().equals(tag.getParent())))
                .isTrue();
    }

    private static boolean isOnPage(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.getStyleClass().contains("page") || each instanceof NeedsConnection) {
                return true;
            }
        }
        return false;
    }

    @Test
    void noTwoKeysAreTheSame() {
        assertThat(ActionKey.values()).extracting(ActionKey::combination).doesNotHaveDuplicates();
        assertThat(ActionKey.values())
                .extracting(ActionKey::combination)
                .doesNotContain(KeyCombination.valueOf("Shortcut+K"), KeyCombination.valueOf("Shortcut+Shift+V"));
    }

    @Test
    void aRowHasTheMenuOfTheButtonsBesideIt() throws Exception {
        List<String> done = new ArrayList<>();
        AtomicReference<ListView<String>> list = new AtomicReference<>();
        Button push = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Button one = ButtonFacts.key(Controls.button("Push", null, () -> done.add("push")), ActionKey.PUSH);
            Button hidden = Controls.button("Hidden", null, () -> {});
            hidden.setVisible(false);
            VBox buttons =
                    new VBox(one, Controls.iconButton("fth-trash-2", "Forget", () -> done.add("forget")), hidden);
            list.set(new ListView<>());
            list.get().getItems().add("row");
            RowMenu.give(list.get(), List.of(buttons), new MenuItem("Copy"));
            stage.setScene(new Scene(new VBox(list.get(), buttons, new TextField()), 400, 300));
            stage.show();
            return one;
        });
        assertThat(push.getTooltip().getText()).isEqualTo("Ctrl+Shift+P");
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            push.setDisable(true);
            list.get().getContextMenu().show(list.get(), 0, 0);
        });
        List<MenuItem> items =
                Seen.look(() -> List.copyOf(list.get().getContextMenu().getItems()));
        assertThat(items).extracting(MenuItem::getText).containsExactly("Push", "Forget", null, "Copy");
        assertThat(items.getFirst().isDisable()).isTrue();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            items.get(1).fire();
            list.get().getContextMenu().hide();
        });
        assertThat(done).containsExactly("forget");
    }

    /** Its buttons can be reached, however much it says, and what it says can be scrolled to its end. */
    @Test
    void aDialogIsNeverTallerThanTheScreen() throws Exception {
        Dialogs dialogs = new Dialogs(new Texts(Locale.ENGLISH));
        List<Boolean> answers = new ArrayList<>();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            stage.setScene(new Scene(new VBox(), 400, 300));
            stage.show();
            dialogs.setOwner(stage);
            Region tall = new Region();
            tall.setPrefSize(300, 4000);
            dialogs.show("Tall", tall);
        });
        Seen seen = new Seen(robot, stage);
        seen.await(() -> fits("Close"));
        robot.push(KeyCode.ESCAPE);
        seen.await(() -> robot.lookup(".dialog-pane").tryQuery().isEmpty());
        Platform.runLater(() -> answers.add(dialogs.confirm("Long", "line\n".repeat(400), "Remove")));
        seen.await(() -> fits("Cancel") && fits("Remove"));
        robot.push(KeyCode.ENTER);
        seen.await(() -> !answers.isEmpty());
        assertThat(answers).as("Enter is the answer that does nothing").containsExactly(false);
    }

    private boolean fits(String button) {
        double bottom = Screen.getPrimary().getVisualBounds().getMaxY();
        return robot.lookup(".dialog-pane .button").queryAllAs(Button.class).stream()
                .filter(b -> b.getText().equals(button))
                .map(b -> b.localToScreen(b.getBoundsInLocal()))
                .anyMatch(at -> at != null && at.getMinY() > 0 && at.getMaxY() <= bottom);
    }
}
