package org.maxdock.ui.images;

import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ActionKey;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;

/** The buttons below the table: what can be done with what is chosen. */
final class ImageActions {

    /** What does the same on the command line. */
    private static final Map<String, String> OF_MAXDOCK = Map.of(
            "ui.images.record", "maxdock digest record IMAGE",
            "ui.images.push", "maxdock push IMAGE",
            "ui.images.save", "maxdock save IMAGE FILE",
            "ui.images.tag", "maxdock image tag IMAGE NEW",
            "ui.images.layers", "maxdock image layers IMAGE",
            "ui.images.inside", "maxdock image files IMAGE",
            "ui.images.inspect", "maxdock image inspect IMAGE",
            "ui.images.fitness", "maxdock image fitness IMAGE",
            "ui.images.remove", "maxdock remove IMAGE",
            "ui.images.prune", "maxdock image prune");

    private final Texts texts;
    private final FlowPane view = new FlowPane(8, 8);

    /** @param inside makes the model of the inside of an image */
    ImageActions(
            Texts texts,
            Dialogs dialogs,
            ImagesModel model,
            ImageKeeping keeping,
            ImageRemoval removal,
            ImageLooks looks,
            InsideModels inside) {
        this.texts = texts;
        LookViews views = new LookViews(texts);
        ObservableValue<Boolean> keep = keeping.canKeep().not();
        ObservableValue<Boolean> none = model.selection().selected().isNull();
        Button remove = button("ui.images.remove", "fth-trash-2", "docker rmi IMAGE", removal::remove);
        Button prune = button("ui.images.prune", null, "docker image prune", removal::prune);
        remove.disableProperty().bind(removal.canRemove().not());
        prune.disableProperty().bind(removal.canPrune().not());
        List<Button> named = List.of(
                ButtonFacts.key(
                        button("ui.images.record", "fth-bookmark", "docker image inspect IMAGE", keeping::record),
                        ActionKey.RECORD),
                ButtonFacts.key(
                        button("ui.images.push", "fth-upload-cloud", "docker push IMAGE", keeping::push),
                        ActionKey.PUSH),
                button("ui.images.save", "fth-save", "docker save IMAGE | gzip", keeping::save));
        List<Button> any = List.of(
                button("ui.images.tag", null, "docker tag IMAGE NEW", keeping::tag),
                button(
                        "ui.images.layers",
                        null,
                        "docker history IMAGE",
                        () -> looks.layers((image, layers) ->
                                dialogs.show(texts.get("ui.images.layers-of", image), views.layers(layers)))),
                button(
                        "ui.images.inside",
                        null,
                        "docker save IMAGE | tar -t",
                        () -> looks.inside((image, contents) -> dialogs.show(
                                texts.get("ui.images.inside-of", image),
                                new InsideView(texts, dialogs, inside.of(image, contents)).view()))),
                button(
                        "ui.images.inspect",
                        null,
                        "docker image inspect IMAGE",
                        () -> looks.inspect((image, found) ->
                                dialogs.show(texts.get("ui.images.inspect-of", image), views.inspected(found)))),
                button(
                        "ui.images.fitness",
                        null,
                        "docker export … | tar -t",
                        () -> looks.fitness((image, points) ->
                                dialogs.show(texts.get("ui.images.fitness-of", image), views.fitness(image, points)))));
        named.forEach(b -> b.disableProperty().bind(keep));
        any.forEach(b -> b.disableProperty().bind(none));
        view.getChildren().addAll(named);
        view.getChildren().addAll(any);
        view.getChildren().addAll(remove, prune);
        model.removeRefusedProperty().addListener((o, was, is) -> {
            remove.setText(texts.get(is.isPresent() ? "ui.images.remove-refused" : "ui.images.remove"));
            remove.setTooltip(new Tooltip(is.map(texts::get).orElse("docker rmi IMAGE")));
        });
    }

    private Button button(String key, String icon, String command, Runnable action) {
        Button button = Controls.button(texts.get(key), icon, action);
        button.setTooltip(new Tooltip(command));
        return ButtonFacts.command(button, OF_MAXDOCK.getOrDefault(key, ""));
    }

    FlowPane view() {
        return view;
    }
}
