package org.maxdock.ui.images;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.Session;

/** The ways by which an image comes to the engine, beside building it. */
final class GetMenu {

    private final Session session;
    private final Dialogs ask;
    private final Runnable changed;
    private final MenuButton view;

    GetMenu(Session session, Dialogs ask, Runnable changed) {
        this.session = session;
        this.ask = ask;
        this.changed = changed;
        view = new MenuButton(session.text("ui.images.get"), new FontIcon("fth-download-cloud"));
        view.getItems()
                .setAll(
                        item("ui.images.pull", this::pull),
                        item("ui.images.find", () -> new RegistryView(session, ask, this::pull).show()),
                        item("ui.images.load", this::load),
                        item("ui.images.import", this::importRoot));
        view.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(session.text(key));
        item.setOnAction(e -> action.run());
        return item;
    }

    MenuButton view() {
        return view;
    }

    private void pull() {
        ask.text(session.text("ui.images.pull"), session.text("ui.images.pull-what"), "")
                .ifPresent(this::pull);
    }

    private void pull(String reference) {
        session.withBench(
                session.text("ui.work.pull", reference),
                (bench, activity) -> {
                    bench.images()
                            .pull(
                                    reference.strip(),
                                    p -> activity.progress(p.current(), p.total()),
                                    activity.cancellation());
                    return reference;
                },
                done -> changed.run());
    }

    private void load() {
        ask.text(session.text("ui.images.load"), session.text("ui.images.load-what"), "")
                .ifPresent(path -> session.withBench(
                        session.text("ui.work.load", path),
                        (bench, activity) -> bench.images().load(path.strip(), activity.cancellation()),
                        done -> changed.run()));
    }

    private void importRoot() {
        TextField path = new TextField();
        path.setId("import-path");
        TextField name = new TextField();
        name.setId("import-name");
        VBox form = new VBox(
                10,
                Controls.field(session.text("ui.images.import-path"), path),
                Controls.field(session.text("ui.images.import-name"), name));
        form.setPrefWidth(480);
        ask.form(
                        session.text("ui.images.import"),
                        form,
                        () -> session.withBench(
                                session.text("ui.work.load", path.getText()),
                                (bench, activity) -> bench.images()
                                        .importRoot(
                                                path.getText().strip(),
                                                name.getText().strip(),
                                                activity.cancellation()),
                                done -> changed.run()))
                .ifPresent(session.background()::trouble);
    }
}
