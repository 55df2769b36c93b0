package org.maxdock.ui.shell;

import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.SettingsModel;

/** The line at the top: the project, and what is connected. */
final class Header extends HBox {

    private final HeaderModel model;
    private final Texts texts;
    private final MenuButton projectMenu = new MenuButton();
    private final Label folder = Controls.muted("");
    private final ConnectionMenu connection;
    private final EngineMenu engine;
    private final Label slurm = chip();
    private final Label trip = chip();
    private final Runnable openProject;

    /** @param openProject asks for a folder and opens it */
    Header(
            HeaderModel model,
            ConnectionMenu connection,
            EngineMenu engine,
            ProjectModel project,
            SettingsModel settings,
            Runnable openProject,
            Texts texts) {
        super(12);
        this.openProject = openProject;
        this.connection = connection;
        this.engine = engine;
        this.model = model;
        this.texts = texts;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("app-header");
        Label name = new Label("MaxDock");
        name.getStyleClass().add("app-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        projectMenu.setAccessibleText(texts.get("ui.project"));
        ButtonFacts.command(projectMenu, "maxdock --project FOLDER status");
        projectMenu.setMinWidth(Region.USE_PREF_SIZE);
        folder.setMinWidth(40);
        trip.setTooltip(new Tooltip(texts.get("ui.round-trip")));
        getChildren().addAll(name, projectMenu, folder, Controls.space(), connection, engine, slurm, trip);
        project.projectProperty().addListener((o, was, is) -> showProject());
        settings.settingsProperty().addListener((o, was, is) -> showProject());
        model.wordsProperty().addListener((o, was, is) -> show(is));
        showProject();
        show(model.wordsProperty().get());
    }

    private static Label chip() {
        Label chip = new Label();
        chip.getStyleClass().add("chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }

    private void showProject() {
        projectMenu.setMnemonicParsing(false);
        projectMenu.setText(Printable.line(model.projectName()));
        String place = Printable.line(model.projectFolder());
        folder.setText(place);
        folder.setTooltip(place.isEmpty() ? null : new Tooltip(place));
        projectMenu.getItems().setAll(model.recent().stream().map(this::recent).toList());
        MenuItem open = new MenuItem(texts.get("ui.open-project"), new FontIcon("fth-folder"));
        open.setOnAction(e -> openProject.run());
        projectMenu.getItems().add(open);
    }

    private MenuItem recent(String folder) {
        MenuItem item = new MenuItem(Printable.line(folder));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> model.open(Path.of(folder)));
        return item;
    }

    private void show(HeaderModel.Words words) {
        connection.show(words.connection(), words.kind());
        show(engine, words.engine());
        show(slurm, words.slurm());
        show(trip, words.trip());
    }

    private static void show(Labeled chip, String text) {
        chip.setText(text);
        chip.setVisible(!text.isEmpty());
        chip.setManaged(!text.isEmpty());
    }
}
