package org.maxdock.ui.mounts;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.maxdock.text.Texts;

/** Beamtimes and folders of before, a click away. */
final class QuickPicks {

    private final MenuButton view = new MenuButton();
    private final Consumer<String> opened;

    QuickPicks(HostFolders model, Consumer<String> opened, Texts texts) {
        this.opened = opened;
        view.setText(texts.get("ui.mounts.go-to"));
        view.setTooltip(new Tooltip(texts.get("ui.mounts.go-to-tip")));
        model.quickProperty().addListener((o, was, is) -> show(is));
        show(model.quickProperty().get());
    }

    private void show(List<String> picks) {
        view.getItems().setAll(picks.stream().map(this::item).toList());
        view.setDisable(picks.isEmpty());
    }

    private MenuItem item(String path) {
        MenuItem item = new MenuItem(path);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> opened.accept(path));
        return item;
    }

    MenuButton view() {
        return view;
    }
}
