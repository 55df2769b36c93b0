package org.maxdock.ui.images;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.maxdock.engine.EngineEvent;
import org.maxdock.host.shell.Shell;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ActionKey;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.NeedsConnection;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.Reachable;
import org.maxdock.ui.shared.TroubleNote;

/** The images of the engine, each with its verdict against the record, and what can be done with them. */
public final class ImagesPage implements Page {

    private final ImagesModel model;
    private final ImageGetting getting;
    private final Texts texts;
    private final ImagesTable table;
    private final Node view;

    /**
     * @param registries makes the model of what there is in registries
     * @param verifyEverywhere holds all images against their records on the page for that
     */
    ImagesPage(
            Texts texts,
            Dialogs dialogs,
            ConnectionModel connection,
            Navigation navigation,
            ImagesModel model,
            ImageKeeping keeping,
            ImageRemoval removal,
            ImageGetting getting,
            ImageLooks looks,
            InsideModels inside,
            Supplier<RegistryModel> registries,
            Runnable verifyEverywhere) {
        this.model = model;
        this.getting = getting;
        this.texts = texts;
        table = new ImagesTable(texts, model, () -> navigation.go("build"));
        Label summary = Controls.muted("");
        summary.textProperty().bind(model.summary());
        summary.setMinWidth(0);
        var top = Controls.row(
                Controls.title(texts.get("ui.page.images")),
                summary,
                Controls.space(),
                new GetMenu(texts, dialogs, getting, registries).view(),
                ButtonFacts.key(
                        ButtonFacts.command(
                                Controls.button(texts.get("ui.refresh"), "fth-refresh-cw", model::read),
                                "maxdock images"),
                        ActionKey.REFRESH),
                ButtonFacts.command(
                        Controls.primary(texts.get("ui.images.verify"), "fth-shield", () -> {
                            navigation.go("verify");
                            verifyEverywhere.run();
                        }),
                        "maxdock digest verify"));
        Node actions = new ImageActions(texts, dialogs, model, keeping, removal, looks, inside).view();
        table.menu(actions);
        view = new NeedsConnection(
                texts,
                connection,
                navigation,
                id(),
                Controls.page(
                        top,
                        new TroubleNote(connection.troubles(), Place.IMAGES, texts),
                        table.filters(),
                        table.view(),
                        actions,
                        new VerdictPanel(texts, model.selection().selected()).view()));
    }

    /** Loads the images of a file of this machine. */
    public void load(Path file) {
        getting.loadFromHere(file);
    }

    @Override
    public void shown() {
        model.read();
    }

    @Override
    public List<Reachable> reachable() {
        return model.shown().stream()
                .filter(row -> !row.reference().isEmpty())
                .map(row -> new Reachable(
                        row.name(),
                        texts.get("ui.finder.image"),
                        "",
                        "maxdock image inspect " + Shell.quote(row.name()),
                        () -> model.choose(List.of(row))))
                .toList();
    }

    /** Anybody can replace an image at any time: then that is seen here. */
    @Override
    public void changed(EngineEvent.Listed list) {
        model.changed();
    }

    @Override
    public List<TableView<?>> tables() {
        return List.of(table.view());
    }

    @Override
    public String id() {
        return "images";
    }

    @Override
    public String icon() {
        return "fth-layers";
    }

    @Override
    public Node view() {
        return view;
    }
}
