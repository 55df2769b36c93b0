package org.maxdock.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.engine.EngineInfo;
import org.maxdock.operation.Connected;
import org.maxdock.operation.OpenProject;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;

/** The line at the top: the project, and what is connected. */
final class Header extends HBox {

    private final Session session;
    private final MenuButton projectMenu = new MenuButton();
    private final Label folder = Controls.muted("");
    private final Label connection = chip();
    private final Label engine = chip();
    private final Label slurm = chip();
    private final Label trip = chip();

    Header(Session session) {
        super(12);
        this.session = session;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("app-header");
        Label name = new Label("MaxDock");
        name.getStyleClass().add("app-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        projectMenu.setAccessibleText(session.text("ui.project"));
        projectMenu.setMinWidth(Region.USE_PREF_SIZE);
        folder.setMinWidth(40);
        getChildren().addAll(name, projectMenu, folder, Controls.space(), connection, engine, slurm, trip);
        session.projectProperty().addListener((o, was, is) -> showProject());
        session.settingsProperty().addListener((o, was, is) -> showProject());
        session.connectedProperty().addListener((o, was, is) -> showConnection());
        session.connectingProperty().addListener((o, was, is) -> showConnection());
        session.lostProperty().addListener((o, was, is) -> showConnection());
        showProject();
        showConnection();
    }

    private static Label chip() {
        Label chip = new Label();
        chip.getStyleClass().add("chip");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }

    private void showProject() {
        OpenProject project = session.projectProperty().get();
        projectMenu.setText(project == null ? session.text("ui.no-project") : project.name());
        folder.setText(project == null ? "" : project.folder().toString());
        folder.setTooltip(project == null ? null : new Tooltip(folder.getText()));
        projectMenu.getItems().clear();
        for (String recent : session.settingsProperty().get().projects()) {
            MenuItem item = new MenuItem(recent);
            item.setMnemonicParsing(false);
            item.setOnAction(e -> session.openProject(Path.of(recent)));
            projectMenu.getItems().add(item);
        }
        MenuItem open = new MenuItem(session.text("ui.open-project"), new FontIcon("fth-folder"));
        open.setOnAction(e -> chooseProject());
        projectMenu.getItems().add(open);
    }

    private void chooseProject() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(session.text("ui.open-project"));
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            session.openProject(chosen.toPath());
        }
    }

    private void showConnection() {
        Connected connected = session.connectedProperty().get();
        connection.getStyleClass().removeAll("chip-ok", "chip-bad");
        if (connected == null) {
            boolean lost = session.lostProperty().get();
            connection.setText(session.text(
                    session.connectingProperty().get() ? "ui.connecting" : lost ? "ui.lost" : "ui.not-connected"));
            if (lost) {
                connection.getStyleClass().add("chip-bad");
            }
        } else {
            connection.setText("● " + connected.bench().environment().user() + "@"
                    + connected.bench().environment().hostName());
            connection.getStyleClass().add("chip-ok");
        }
        show(
                engine,
                Optional.ofNullable(connected)
                        .map(c -> c.engine().map(this::engineText).orElse(session.text("ui.no-engine"))));
        show(
                slurm,
                Optional.ofNullable(connected)
                        .map(c -> c.slurm().map(v -> "SLURM " + v).orElse(session.text("ui.no-slurm"))));
        show(trip, Optional.ofNullable(connected).map(c -> c.millis() + " ms"));
        trip.setTooltip(new Tooltip(session.text("ui.round-trip")));
    }

    private String engineText(EngineInfo info) {
        String version = info.version().replaceFirst("\\+.*", "");
        return session.text(info.userNamespaces() ? "ui.engine-userns" : "ui.engine", version);
    }

    private static void show(Label chip, Optional<String> text) {
        chip.setText(text.orElse(""));
        chip.setVisible(text.isPresent());
        chip.setManaged(text.isPresent());
    }
}
