package org.maxdock.ui.settings;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.maxdock.text.Printable;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;

/** The registries that docker on the workgroup server is logged in to, as a list; there only with a connection. */
final class RegistryPanel {

    private final RegistriesModel model;
    private final Texts texts;
    private final Dialogs ask;
    private final Label none = Controls.muted("");
    private final VBox lines = new VBox();
    private final VBox view;

    RegistryPanel(RegistriesModel model, ConnectionModel connection, Texts texts, Dialogs ask) {
        this.model = model;
        this.texts = texts;
        this.ask = ask;
        Button login = Controls.button(texts.get("ui.registry.login"), "fth-log-in", this::login);
        HBox head = Controls.row(Controls.head(texts.get("ui.registry.title")), Controls.space(), login);
        none.getStyleClass().add("list-row");
        none.setMaxWidth(Double.MAX_VALUE);
        none.textProperty().bind(model.sentenceProperty());
        none.managedProperty().bind(model.sentenceProperty().isNotEmpty());
        view = Controls.panel(head, new VBox(none, lines));
        view.setMaxWidth(720);
        view.visibleProperty().bind(connection.connected());
        view.managedProperty().bind(view.visibleProperty());
        model.accounts().addListener((ListChangeListener<RegistriesModel.RegistryAccount>) change -> lines.getChildren()
                .setAll(model.accounts().stream().map(this::line).toList()));
    }

    VBox view() {
        return view;
    }

    private HBox line(RegistriesModel.RegistryAccount account) {
        Button logout = Controls.button(texts.get("ui.registry.logout"), null, () -> model.logout(account));
        logout.setAccessibleText(texts.get("ui.registry.leaving", account.registry()));
        HBox line = Controls.row(
                new Label(Printable.line(account.registry())),
                Controls.muted(texts.get("ui.registry.as", account.user())),
                Controls.space(),
                logout);
        line.getStyleClass().add("list-row");
        return line;
    }

    private void login() {
        TextField registry = new TextField();
        registry.setPromptText(texts.get("ui.registry.hub"));
        registry.setId("registry");
        TextField user = new TextField();
        user.setId("registry-user");
        PasswordField password = new PasswordField();
        password.setId("registry-password");
        VBox form = new VBox(
                10,
                Controls.field(texts.get("ui.registry.registry"), registry),
                Controls.field(texts.get("ui.registry.user"), user),
                Controls.field(texts.get("ui.registry.password"), password),
                Controls.wrapped(texts.get("ui.registry.kept")));
        form.setPrefWidth(440);
        ask.form(
                texts.get("ui.registry.login"),
                form,
                () -> model.login(registry.getText(), user.getText(), password.getText()));
    }
}
