package org.maxdock.ui.terminals;

import com.techsenger.jeditermfx.ui.SearchComponent;
import com.techsenger.jeditermfx.ui.SearchComponentListener;
import com.techsenger.jeditermfx.ui.SubstringFinder.FindResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;

/** Finds a text in all that a terminal still holds, whatever its case. */
final class TerminalFind implements SearchComponent {

    private final Texts texts;
    private final List<SearchComponentListener> listeners = new ArrayList<>();
    private final TextField field = new TextField();
    private final Label count = Controls.muted("");
    private final HBox view;

    TerminalFind(Texts texts) {
        this.texts = texts;
        field.setId("terminal-find");
        field.setPromptText(texts.get("ui.find"));
        field.setAccessibleText(texts.get("ui.find"));
        field.setPrefColumnCount(18);
        field.textProperty().addListener((o, was, is) -> tell(l -> l.searchSettingsChanged(is, true)));
        count.setMinWidth(Region.USE_PREF_SIZE);
        view = Controls.row(
                field,
                count,
                Controls.iconButton(
                        "fth-chevron-up",
                        texts.get("ui.find.before"),
                        () -> tell(SearchComponentListener::selectPrevFindResult)),
                Controls.iconButton(
                        "fth-chevron-down",
                        texts.get("ui.find.next"),
                        () -> tell(SearchComponentListener::selectNextFindResult)),
                Controls.iconButton(
                        "fth-x", texts.get("ui.close"), () -> tell(SearchComponentListener::hideSearchComponent)));
        view.getStyleClass().addAll("find-bar", "terminal-find");
        view.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        view.focusedProperty().addListener((o, was, is) -> {
            if (is) { // as whoever opens it has it
                field.requestFocus();
            }
        });
    }

    private void tell(Consumer<SearchComponentListener> what) {
        listeners.forEach(what);
    }

    @Override
    public Pane getPane() {
        return view;
    }

    @Override
    public void addListener(SearchComponentListener listener) {
        listeners.add(listener);
    }

    @Override
    public void addKeyPressedListener(EventHandler<KeyEvent> listener) {
        field.setOnKeyPressed(listener);
    }

    @Override
    public void onResultUpdated(FindResult found) {
        boolean none = found == null || found.getItems().isEmpty();
        count.setText(
                !none
                        ? found.selectedItem().getIndex() + "/"
                                + found.getItems().size()
                        : field.getText().isEmpty() ? "" : texts.get("ui.find.none"));
    }
}
