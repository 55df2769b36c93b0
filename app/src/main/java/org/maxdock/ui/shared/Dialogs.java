package org.maxdock.ui.shared;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.maxdock.host.ssh.SshPrompts;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Questions to the user. */
public final class Dialogs implements Asks {

    private static final double ASKED_WIDTH = 460;
    private static final int PICK_WIDTH = 460;
    private static final int LONG_ANSWER = 45;
    private static final int LOOK_WIDTH = 760;

    private final Texts texts;
    private final ServerWords words = new ServerWords(Platform::runLater);
    private Window owner;

    public Dialogs(Texts texts) {
        this.texts = texts;
    }

    public void setOwner(Window window) {
        owner = window;
    }

    /** The window that the question comes from, which may be one beside the main one. */
    private Window asking() {
        return Window.getWindows().stream()
                .filter(w -> w instanceof Stage && w.isFocused())
                .findFirst()
                .orElse(owner);
    }

    /** A text; empty when the user gives none. On the FX thread. */
    @Override
    public Optional<String> text(String title, String question, String before) {
        return input(title, question, new TextField(before), Dialogs::filled);
    }

    /** A text of several lines; empty when the user gives none. On the FX thread. */
    @Override
    public Optional<String> longText(String title, String question) {
        TextArea area = new TextArea();
        area.setPrefRowCount(9);
        area.setPrefColumnCount(60);
        area.getStyleClass().add("mono");
        return input(title, question, area, Dialogs::filled);
    }

    @Override
    public Optional<String> text(String title, String question, String before, Value value) {
        return input(title, question, new TextField(before), value);
    }

    private static Object filled(String answer) throws Trouble {
        if (answer.isBlank()) {
            throw new Trouble(TroubleKind.CANCELLED);
        }
        return answer;
    }

    private Optional<String> input(String title, String question, TextInputControl field, Value value) {
        VBox content = Controls.question(question, field, isLong(field) ? 620 : 420);
        boolean nothingIsOne = isOne("", value);
        BooleanBinding none =
                Bindings.createBooleanBinding(() -> field.getText().isBlank() && !nothingIsOne, field.textProperty());
        boolean[] taken = new boolean[1];
        form(title, content, none, () -> {
            value.of(field.getText());
            taken[0] = true;
        });
        return taken[0] ? Optional.of(field.getText()) : Optional.empty();
    }

    /** Whether it needs more room than a name does. */
    private static boolean isLong(TextInputControl field) {
        return field instanceof TextArea || field.getLength() > LONG_ANSWER;
    }

    private static boolean isOne(String answer, Value value) {
        try {
            InvalidValue.orTrouble(() -> value.of(answer));
            return true;
        } catch (Trouble e) {
            return false;
        }
    }

    /**
     * One of several, each shown as a text; the first is chosen beforehand. Empty when the user turns back. On the FX
     * thread.
     */
    @Override
    public <T> Optional<T> choose(String title, String question, List<T> options, Function<T, String> text) {
        ListView<T> list = new ListView<>(FXCollections.observableList(options));
        list.setCellFactory(v -> new ListCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : text.apply(item));
            }
        });
        list.getSelectionModel().selectFirst();
        list.setPrefSize(460, Math.min(300, 60 + 36 * options.size()));
        list.setAccessibleText(question);
        Dialog<T> dialog = DialogFrame.of(title, Controls.field(question, list), ok(), cancel());
        dialog.initOwner(asking());
        dialog.setResultConverter(type -> type.getButtonData() == ButtonBar.ButtonData.OK_DONE
                ? list.getSelectionModel().getSelectedItem()
                : null);
        list.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                dialog.setResult(list.getSelectionModel().getSelectedItem());
            }
        });
        Platform.runLater(list::requestFocus);
        return dialog.showAndWait();
    }

    /** What a form gives when the user takes it. */
    public interface Taken {
        void take() throws Trouble;
    }

    /** A form to fill in; what is wrong with it is said in it, and it stays. On the FX thread. */
    public void form(String title, Node content, Taken taken) {
        form(title, content, new SimpleBooleanProperty(), taken);
    }

    private void form(String title, Node content, ObservableBooleanValue wrong, Taken taken) {
        Label refused = Controls.wrapped("");
        refused.getStyleClass().add("danger");
        refused.setId("form-refused");
        refused.setMinHeight(Region.USE_PREF_SIZE);
        refused.managedProperty().bind(refused.textProperty().isNotEmpty());
        VBox padded = new VBox(12, content, refused);
        VBox.setVgrow(content, Priority.ALWAYS);
        Dialog<ButtonType> dialog = DialogFrame.of(title, padded, ok(), cancel());
        dialog.initOwner(asking());
        DialogFrame.whenShown(dialog, () -> {
            content.lookupAll(".text-input").stream()
                    .filter(TextInputControl.class::isInstance)
                    .forEach(field -> ((TextInputControl) field)
                            .textProperty()
                            .addListener((o, was, is) -> refused.setText(""))); // what was refused is another now
            beginToWrite(content);
        });
        Node ok = dialog.getDialogPane()
                .lookupButton(dialog.getDialogPane().getButtonTypes().getFirst());
        ok.disableProperty().bind(wrong);
        ok.addEventFilter(ActionEvent.ACTION, e -> {
            try {
                InvalidValue.orTrouble(() -> {
                    taken.take();
                    return dialog;
                });
            } catch (Trouble trouble) {
                refused.setText(texts.explain(trouble));
                dialog.getDialogPane().getScene().getWindow().sizeToScene();
                DialogFrame.fit(dialog.getDialogPane());
                e.consume();
            }
        });
        dialog.showAndWait();
    }

    /** One can write at once, as long as Enter takes the form then, too: in an area it makes a new line. */
    private static void beginToWrite(Node content) {
        content.lookupAll(".text-input").stream()
                .filter(field -> !field.isDisabled())
                .findFirst()
                .filter(first -> first instanceof TextField
                        || content.lookupAll(".text-input").size() == 1)
                .ifPresent(Node::requestFocus);
    }

    /** A form to fill in; whether the user takes it. On the FX thread. */
    public boolean form(String title, Node content) {
        return form(title, content, new SimpleBooleanProperty());
    }

    /** The same, which cannot be taken while something in it is wrong, which it says itself. */
    public boolean form(String title, Node content, ObservableBooleanValue wrong) {
        boolean[] taken = new boolean[1];
        form(title, content, wrong, () -> taken[0] = true);
        return taken[0];
    }

    /** Yes or no, with the yes named; turning back is what Enter does. On the FX thread. */
    @Override
    public boolean confirm(String title, String question, String yes) {
        Dialog<ButtonType> dialog = DialogFrame.question(
                title, question, new ButtonType(answer(yes), ButtonBar.ButtonData.OK_DONE), cancel());
        dialog.initOwner(asking());
        return dialog.showAndWait()
                .filter(t -> t.getButtonData() == ButtonBar.ButtonData.OK_DONE)
                .isPresent();
    }

    /** What a button is called that opens a question ends so; its answer opens no other. */
    private static String answer(String yes) {
        return yes.endsWith("…") ? yes.substring(0, yes.length() - 1) : yes;
    }

    /** A text beneath the question, and the yes named; turning back is what Enter does. On the FX thread. */
    @Override
    public boolean look(String title, String question, String shown, String yes) {
        TextArea text = new TextArea(Printable.text(shown));
        text.setEditable(false);
        text.setPrefRowCount(16);
        text.getStyleClass().add("mono");
        text.setAccessibleText(title);
        VBox.setVgrow(text, Priority.ALWAYS);
        Label what = Controls.wrapped(question);
        what.setMaxWidth(LOOK_WIDTH);
        what.setMinHeight(Region.USE_PREF_SIZE);
        VBox content = new VBox(10, what, text);
        content.setPrefWidth(LOOK_WIDTH);
        ButtonType go = new ButtonType(answer(yes), ButtonBar.ButtonData.OK_DONE);
        Dialog<ButtonType> dialog = DialogFrame.of(title, content, go, cancel());
        dialog.initOwner(asking());
        TurningBack.byEnter(dialog.getDialogPane());
        return dialog.showAndWait().filter(go::equals).isPresent();
    }

    /** A button for each answer. On the FX thread. */
    @Override
    public Optional<String> decide(String title, String question, List<String> answers) {
        Label text = Controls.wrapped(question);
        text.setMaxWidth(ASKED_WIDTH);
        return pick(title, text, answers, answer -> answer);
    }

    /** One of a few ways to go on, a button each, the first by Enter; empty to turn back. On the FX thread. */
    public <T> Optional<T> pick(String title, Node content, List<T> ways, Function<T, String> text) {
        VBox wide = new VBox(content);
        VBox.setVgrow(content, Priority.ALWAYS);
        wide.setMinWidth(PICK_WIDTH);
        Dialog<T> dialog = DialogFrame.of(title, wide);
        dialog.initOwner(asking());
        Map<ButtonType, T> results = new HashMap<>();
        for (T way : ways) {
            ButtonType button = new ButtonType(
                    text.apply(way), results.isEmpty() ? ButtonBar.ButtonData.OK_DONE : ButtonBar.ButtonData.OTHER);
            results.put(button, way);
            dialog.getDialogPane().getButtonTypes().add(button);
        }
        dialog.getDialogPane().getButtonTypes().add(cancel());
        for (ButtonType type : results.keySet()) { // a way to go on is read to its end
            Button button = (Button) dialog.getDialogPane().lookupButton(type);
            button.setMinWidth(Region.USE_PREF_SIZE);
            ButtonBar.setButtonUniformSize(button, false);
        }
        dialog.setResultConverter(results::get);
        return dialog.showAndWait();
    }

    public void show(String title, Node content) {
        show(title, content, () -> {});
    }

    /**
     * Shows something beside the window.
     *
     * @param closed is run when it goes
     */
    public void show(String title, Node content, Runnable closed) {
        if (content instanceof Region region) { // a dialog takes less than its content would like
            region.setMinSize(
                    Math.max(region.getMinWidth(), region.getPrefWidth()),
                    Math.max(region.getMinHeight(), region.getPrefHeight()));
        }
        Dialog<Void> dialog = DialogFrame.of(
                title, content, new ButtonType(texts.get("ui.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
        dialog.initOwner(asking());
        dialog.initModality(Modality.NONE); // to be looked at beside the window
        dialog.setOnHidden(e -> closed.run());
        dialog.show();
    }

    private ButtonType ok() {
        return new ButtonType(texts.get("ui.ok"), ButtonBar.ButtonData.OK_DONE);
    }

    private ButtonType cancel() {
        return new ButtonType(texts.get("ui.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
    }

    /** What a server says on the way in. */
    public ServerWords serverWords() {
        return words;
    }

    /**
     * For a connection, which asks from its own thread.
     *
     * @param alarms is told, on whichever thread, that somebody tried to get at what is the user's
     */
    public SshPrompts prompts(Consumer<Trouble> alarms) {
        return new ConnectionDialogs(texts, this::asking, words, alarms);
    }
}
