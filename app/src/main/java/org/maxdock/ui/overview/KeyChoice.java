package org.maxdock.ui.overview;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Controls;

/** The private key to log in with: written, or chosen among the files. Blank is the usual case. */
final class KeyChoice {

    private final HBox view;

    /** @param go what Enter in the field does */
    KeyChoice(Texts texts, StringProperty key, Runnable go) {
        TextField path = new TextField();
        path.setId("key");
        path.setPromptText(texts.get("ui.connect.key-prompt"));
        path.setPrefWidth(260);
        path.textProperty().bindBidirectional(key);
        path.setOnAction(e -> go.run());
        Button choose = Controls.button(texts.get("ui.connect.key-choose"), null, () -> choose(path, texts));
        view = Controls.row(Controls.field(texts.get("ui.connect.key"), path), choose);
        view.setAlignment(Pos.BOTTOM_LEFT);
    }

    private static void choose(TextField path, Texts texts) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("ui.connect.key"));
        Path keys = Path.of(System.getProperty("user.home"), ".ssh");
        if (Files.isDirectory(keys)) {
            chooser.setInitialDirectory(keys.toFile());
        }
        File chosen = chooser.showOpenDialog(path.getScene().getWindow());
        if (chosen != null) {
            path.setText(chosen.getPath());
        }
    }

    Node view() {
        return view;
    }
}
