package org.maxdock.ui.build;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
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
import jfx.incubator.scene.control.richtext.TextPos;
import org.maxdock.ui.shared.Session;

/** A Dockerfile to be written: line numbers, colours, undo, completion (Ctrl+Space), find (Ctrl+F). */
final class DockerfileEditor {

    private static final int SHOWN = 20;

    private final Session session;
    private final Completion.Names names;
    private final CodeArea area = new CodeArea();
    private final FindBar find;
    private final ContextMenu choices = new ContextMenu();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final VBox view;

    DockerfileEditor(Session session, Completion.Names names, Runnable save) {
        this.session = session;
        this.names = names;
        this.find = new FindBar(session, area);
        area.setId("dockerfile");
        area.setLineNumbersEnabled(true);
        area.setSyntaxDecorator(new DockerfileColours());
        area.setAccessibleText("Dockerfile");
        area.getStyleClass().add("dockerfile");
        area.getModel().addListener(change -> text.set(area.getText()));
        area.addEventFilter(KeyEvent.KEY_PRESSED, e -> key(e, save));
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
        session.background()
                .quietly(a -> Completion.of(line, names), found -> offer(caret, found), session.background()::trouble);
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

    /** Goes to a line, from 1. */
    void show(int line) {
        int index = Math.min(Math.max(line - 1, 0), area.getParagraphCount() - 1);
        area.select(TextPos.ofLeading(index, 0), area.getParagraphEnd(index));
        area.requestFocus();
    }

    /** Another text in the place of what is there, which can be undone. */
    void replace(String other) {
        area.replaceText(TextPos.ofLeading(0, 0), area.getDocumentEnd(), other);
        area.select(TextPos.ofLeading(0, 0));
    }

    /** Another text; what was typed before cannot be undone any more. */
    void setText(String other) {
        area.setText(other);
        area.clearUndoRedo();
        area.select(TextPos.ofLeading(0, 0));
    }

    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    Node view() {
        return view;
    }
}
