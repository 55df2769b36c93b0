package org.maxdock.ui.build;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.LineEnding;
import jfx.incubator.scene.control.richtext.TextPos;
import org.maxdock.image.dockerfile.LineRange;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.CodeSelection;
import org.maxdock.ui.shared.RestingCaret;

/** A Dockerfile to be written: line numbers, colours, undo, completion (Ctrl+Space), find (Ctrl+F). */
final class DockerfileEditor {

    private static final int SHOWN = 20;

    private final Background background;
    private final Supplier<Completion.Names> names;
    private final CodeArea area = new CodeArea();
    private final FindBar find;
    private final ContextMenu choices = new ContextMenu();
    private final StringProperty text;
    private final VBox view;
    private boolean taking;

    /**
     * @param failed the lines by which a build failed, which are marked
     * @param names what can be chosen from now
     */
    DockerfileEditor(
            Texts texts,
            Background background,
            DockerfileModel model,
            ObservableValue<Optional<LineRange>> failed,
            Supplier<Completion.Names> names) {
        this.background = background;
        this.names = names;
        this.text = model.textProperty();
        this.find = new FindBar(texts, area);
        area.setLineEnding(LineEnding.LF); // the file's own are kept where it is read and written
        area.setId("dockerfile");
        RestingCaret.of(area);
        area.setLineNumbersEnabled(true);
        area.setSyntaxDecorator(new DockerfileColours(failed.getValue()));
        failed.addListener((o, was, is) -> mark(is));
        area.setAccessibleText("Dockerfile");
        area.getStyleClass().add("dockerfile");
        area.getModel().addListener(change -> typed());
        text.addListener((o, was, is) -> show(is));
        show(text.get());
        model.folderProperty().addListener((o, was, is) -> area.clearUndoRedo()); // another file has another past
        area.addEventFilter(
                KeyEvent.KEY_PRESSED, e -> key(e, () -> model.saves().save()));
        VBox.setVgrow(area, Priority.ALWAYS);
        view = new VBox(find.view(), area);
    }

    private void key(KeyEvent event, Runnable save) {
        Consumer<Runnable> take = action -> {
            action.run();
            event.consume();
        };
        if (event.isShortcutDown() && event.getCode() == KeyCode.SPACE) {
            take.accept(this::complete);
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            take.accept(find::open);
        } else if (event.isShortcutDown()
                && event.getCode() == KeyCode.S
                && !area.getText().isEmpty()) {
            take.accept(save);
        }
    }

    private void complete() {
        TextPos caret = area.getCaretPosition();
        String line = area.getPlainText(caret.index()).substring(0, caret.offset());
        Completion.Names now = names.get();
        background.quietly(a -> Completion.of(line, now), found -> offer(caret, found), background::trouble);
    }

    private void offer(TextPos caret, Completion found) {
        if (!caret.equals(area.getCaretPosition()) || found.choices().isEmpty()) {
            return;
        }
        if (found.choices().size() == 1) {
            insert(caret, found.typed(), found.choices().getFirst());
            return;
        }
        choices.getItems()
                .setAll(found.choices().stream()
                        .limit(SHOWN)
                        .map(choice -> {
                            MenuItem item = new MenuItem(choice);
                            item.setMnemonicParsing(false);
                            item.setOnAction(e -> insert(caret, found.typed(), choice));
                            return item;
                        })
                        .toList());
        Node at = area.lookup(".caret");
        Bounds place = at == null ? null : at.localToScreen(at.getBoundsInLocal());
        if (place == null) {
            choices.show(area, Side.BOTTOM, 0, 0);
        } else {
            choices.show(area, place.getMinX(), place.getMaxY() + 2);
        }
    }

    private void insert(TextPos caret, String typed, String whole) {
        TextPos start = TextPos.ofLeading(caret.index(), caret.offset() - typed.length());
        area.replaceText(start, caret, whole);
        area.select(TextPos.ofLeading(caret.index(), start.offset() + whole.length()));
        area.requestFocus();
    }

    /** Who is writing stays where they write. */
    private void mark(Optional<LineRange> failed) {
        area.setSyntaxDecorator(new DockerfileColours(failed));
        if (!area.isFocused()) {
            failed.ifPresent(lines -> area.select(TextPos.ofLeading(index(lines.first()), 0)));
        }
    }

    private int index(int line) {
        return Math.min(Math.max(line - 1, 0), area.getParagraphCount() - 1);
    }

    /** Goes to a line, from 1. */
    void show(int line) {
        CodeSelection.select(area, TextPos.ofLeading(index(line), 0), area.getParagraphEnd(index(line)));
        area.requestFocus();
    }

    /** Another text in the place of what is there, which can be undone. */
    private void show(String other) {
        if (!taking && !other.equals(area.getText())) {
            taking = true;
            area.replaceText(TextPos.ofLeading(0, 0), area.getDocumentEnd(), other);
            area.select(TextPos.ofLeading(0, 0));
            taking = false;
        }
    }

    private void typed() {
        if (!taking) {
            taking = true;
            text.set(area.getText());
            taking = false;
        }
    }

    Node view() {
        return view;
    }
}
