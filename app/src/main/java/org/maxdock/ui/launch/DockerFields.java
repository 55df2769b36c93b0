package org.maxdock.ui.launch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.maxdock.host.shell.Shell;
import org.maxdock.host.shell.ShellWords;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;

/** Options of docker run: a field for GPUs, one for ports, and one for all else. */
final class DockerFields {

    private static final String GPUS = "--gpus=";
    private static final String PUBLISH = "--publish=";

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
        show(words);
    }

    private static TextField field(String id) {
        TextField field = new TextField();
        field.getStyleClass().add("mono");
        field.setId(id);
        field.setPrefColumnCount(9);
        return field;
    }

    private void show(List<String> words) {
        List<String> published = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (String word : words) {
            if (word.startsWith(GPUS) && gpus.getText().isEmpty()) {
                gpus.setText(word.substring(GPUS.length()));
            } else if (word.matches(PUBLISH + "\\S+")) {
                published.add(word.substring(PUBLISH.length()));
            } else {
                rest.add(word);
            }
        }
        ports.setText(String.join(" ", published));
        others.setText(Shell.join(rest));
    }

    Node view() {
        return view;
    }

    /** As words of docker run. */
    List<String> words() throws Trouble {
        List<String> words = new ArrayList<>();
        if (!gpus.getText().isBlank()) {
            words.add(GPUS + gpus.getText().strip());
        }
        Arrays.stream(ports.getText().strip().split("\\s+"))
                .filter(p -> !p.isEmpty())
                .forEach(p -> words.add(PUBLISH + p));
        words.addAll(ShellWords.read(others.getText(), Map.of()).words());
        return words;
    }
}
