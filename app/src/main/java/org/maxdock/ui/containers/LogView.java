package org.maxdock.ui.containers;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.LogArea;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.TroubleNote;

/** What a container says, to be searched, saved, and wiped away. Following ends when the view does. */
final class LogView {

    private final LogModel model;
    private final LogArea log;
    private final VBox view;

    LogView(LogModel model, Texts texts) {
        this.model = model;
        log = new LogArea(texts, model.title());
        log.view().setId("container-log");
        log.search().setId("container-log-search");
        HBox top = Controls.row(
                log.search(),
                Controls.space(),
                Controls.button(texts.get("ui.containers.log-save"), "fth-save", model::save),
                Controls.button(texts.get("ui.containers.log-wipe"), null, log::clear));
        VBox.setVgrow(log.view(), Priority.ALWAYS);
        view = new VBox(10, top, TroubleNote.inDialog(model.troubles(), Place.CONTAINER_LOG, texts), log.view());
        view.setPrefSize(860, 540);
    }

    void show(Dialogs dialogs) {
        log.follow(model.text());
        model.begin();
        dialogs.show(model.title(), view, () -> {
            log.stop();
            model.stop();
        });
    }
}
