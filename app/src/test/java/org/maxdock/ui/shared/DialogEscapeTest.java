package org.maxdock.ui.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maxdock.text.Texts;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Escape closes a dialog, whatever in it has the focus. */
@Tag("lab") // where there is a display
@Tag("once")
@ExtendWith(ApplicationExtension.class)
class DialogEscapeTest {

    private final Dialogs dialogs = new Dialogs(new Texts(Locale.ENGLISH));
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        stage.setScene(new Scene(new VBox()));
        stage.show();
        dialogs.setOwner(stage);
    }

    private static Control control(String kind) {
        return switch (kind) {
            case "list" ->
                selected(new ListView<>(), list -> {
                    list.getItems().setAll("a", "b");
                    list.getSelectionModel().selectFirst();
                });
            case "editable list" ->
                selected(new ListView<String>(), list -> {
                    list.setEditable(true);
                    list.getItems().setAll("a", "b");
                    list.getSelectionModel().selectFirst();
                });
            case "table" ->
                selected(new TableView<String>(), table -> {
                    table.getColumns().add(new TableColumn<>("A"));
                    table.getItems().setAll("a", "b");
                    table.getSelectionModel().selectFirst();
                });
            case "tree" ->
                selected(
                        new TreeView<>(new TreeItem<>("a")),
                        tree -> tree.getSelectionModel().selectFirst());
            case "text" -> new TextField("a");
            case "area" -> new TextArea("a");
            case "password" -> new PasswordField();
            case "combo" -> new ComboBox<>();
            case "editable combo" -> selected(new ComboBox<String>(), combo -> combo.setEditable(true));
            case "spinner" -> selected(new Spinner<>(0, 9, 1), spinner -> spinner.setEditable(true));
            case "date" -> new DatePicker();
            case "scroll" -> new ScrollPane(new VBox());
            case "check" -> new CheckBox("a");
            case "toggle" -> new ToggleButton("a");
            default -> new Button(kind);
        };
    }

    private static <T> T selected(T control, Consumer<T> then) {
        then.accept(control);
        return control;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "editable list",
                "table",
                "tree",
                "text",
                "area",
                "password",
                "combo",
                "editable combo",
                "spinner",
                "date",
                "scroll",
                "check",
                "toggle",
                "button"
            })
    void itCloses(String kind) {
        Control control = onFx(() -> {
            Control made = control(kind);
            dialogs.show("title", made);
            made.requestFocus();
            return made;
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(onFx(() -> others().size())).isEqualTo(1);
        onFx(() -> {
            control.getScene()
                    .getFocusOwner()
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(onFx(this::others)).isEmpty();
    }

    private List<Window> others() {
        return Window.getWindows().stream().filter(w -> w != stage).toList();
    }

    private static <T> T onFx(Supplier<T> work) {
        if (Platform.isFxApplicationThread()) {
            return work.get();
        }
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work::get);
    }
}
