package org.maxdock.ui.build;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.operation.OpenProject;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.ProjectModel;

/** The folder that is built from: the project's, or one of the server. */
final class PlaceMenu {

    private final Texts texts;
    private final Asks ask;
    private final DockerfileModel model;
    private final ProjectModel project;
    private final MenuButton menu = new MenuButton();

    PlaceMenu(Texts texts, Asks ask, DockerfileModel model, ProjectModel project) {
        this.texts = texts;
        this.ask = ask;
        this.model = model;
        this.project = project;
        menu.setId("build-folder");
        menu.setMaxWidth(300);
        menu.setMinWidth(120);
        menu.setMnemonicParsing(false);
        menu.getStyleClass().add("path");
        model.folderProperty().addListener((o, was, is) -> show(is));
        show(model.folderProperty().get());
    }

    private void show(BuildFolder folder) {
        menu.setDisable(folder == null);
        if (folder == null) {
            menu.setText("");
            return;
        }
        boolean here = folder instanceof BuildFolder.Here;
        menu.setText(Printable.line(folder.toString()));
        menu.setGraphic(new FontIcon(here ? "fth-monitor" : "fth-server"));
        menu.setTooltip(new Tooltip(texts.get(here ? "ui.build.here" : "ui.build.there", folder)));
        menu.setAccessibleText(menu.getTooltip().getText());
        OpenProject now = project.get();
        MenuItem own = new MenuItem(texts.get("ui.build.here", now.folder()));
        own.setMnemonicParsing(false);
        own.setOnAction(e -> model.use(new BuildFolder.Here(now.folder())));
        MenuItem there = new MenuItem(texts.get("ui.build.choose-there"));
        there.setOnAction(e -> ask.text(texts.get("ui.build.choose-there"), texts.get("ui.build.which-there"), "")
                .ifPresent(path -> model.use(new BuildFolder.OnServer(path.strip()))));
        menu.getItems().setAll(own, there);
    }

    MenuButton view() {
        return menu;
    }
}
