package org.maxdock.ui.launch;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;

/** Options of docker run: a field for GPUs, one for ports, and one for all else. */
final class DockerFields {

    private final TextField gpus = field("docker-gpus");
    private final TextField ports = field("docker-publish");
    private final TextField others = field("docker-args");
    private final HBox view;

    DockerFields(Session session, List<String> words) {
        gpus.setPromptText("all");
        ports.setPromptText("8080:80");
        view = new HBox(
                12,
                Controls.field(session.text("ui.launch.gpus"), gpus),
                Controls.field(session.text("ui.launch.publish"), ports),
                Controls.field(session.text("ui.launch.docker-args"), others));
        HBox.setHgrow(view.getChildren().getLast(), Priority.ALWAYS);
        show(DockerTexts.of(words));
    }

    private static TextField field(String id) {
        TextField field = new TextField();
        field.getStyleClass().add("mono");
        field.setId(id);
        field.setPrefColumnCount(9);
        return field;
    }

    private void show(DockerTexts texts) {
        gpus.setText(texts.gpus());
        ports.setText(texts.ports());
        others.setText(texts.others());
    }

    Node view() {
        return view;
    }

    /** As words of docker run. */
    List<String> words() {
        return new DockerTexts(gpus.getText(), ports.getText(), others.getText()).words();
    }
}
