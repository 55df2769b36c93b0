package org.maxdock.ui.settings;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Dialogs;
import org.maxdock.ui.shared.Session;

/** The registries that docker on the workgroup server is logged in to. */
final class RegistryPanel {

    private final Session session;
    private final Dialogs ask;
    private final VBox lines = new VBox();
    private final VBox view;

    RegistryPanel(Session session, Dialogs ask) {
        this.session = session;
        this.ask = ask;
        var login = Controls.button(session.text("ui.registry.login"), "fth-log-in", this::login);
        HBox head = Controls.row(Controls.head(session.text("ui.registry.title")), Controls.space(), login);
        view = Controls.panel(head, lines);
        view.setMaxWidth(720);
        view.visibleProperty().bind(session.connectedProperty().isNotNull());
        view.managedProperty().bind(view.visibleProperty());
        session.connectedProperty().addListener((o, was, is) -> refresh());
    }

    VBox view() {
        return view;
    }

    void refresh() {
        session.bench()
                .ifPresent(bench -> session.background()
                        .quietly(a -> bench.registryAccounts().list(), this::show, session.background()::trouble));
    }

    private void show(Map<String, String> accounts) {
        lines.getChildren()
                .setAll(accounts.entrySet().stream()
                        .map(e -> line(e.getKey(), e.getValue()))
                        .toList());
        if (accounts.isEmpty()) {
            Label none = Controls.muted(session.text("ui.registry.none"));
            none.getStyleClass().add("list-row");
            lines.getChildren().setAll(none);
        }
    }

    private Node line(String registry, String user) {
        var logout = Controls.button(
                session.text("ui.registry.logout"),
                null,
                () -> session.withBench(
                        session.text("ui.registry.leaving", registry),
                        (bench, a) -> {
                            bench.registryAccounts().logout(registry);
                            return registry;
                        },
                        done -> refresh()));
        logout.setAccessibleText(session.text("ui.registry.leaving", registry));
        HBox line = Controls.row(
                new Label(registry), Controls.muted(session.text("ui.registry.as", user)), Controls.space(), logout);
        line.getStyleClass().add("list-row");
        return line;
    }

    private void login() {
        TextField registry = new TextField();
        registry.setPromptText(session.text("ui.registry.hub"));
        registry.setId("registry");
        TextField user = new TextField();
        user.setId("registry-user");
        PasswordField password = new PasswordField();
        password.setId("registry-password");
        VBox form = new VBox(
                10,
                Controls.field(session.text("ui.registry.registry"), registry),
                Controls.field(session.text("ui.registry.user"), user),
                Controls.field(session.text("ui.registry.password"), password),
                Controls.wrapped(session.text("ui.registry.kept")));
        form.setPrefWidth(440);
        ask.form(
                        session.text("ui.registry.login"),
                        form,
                        () -> session.withBench(
                                session.text("ui.registry.entering", registry.getText()),
                                (bench, a) -> {
                                    bench.registryAccounts()
                                            .login(
                                                    registry.getText().strip(),
                                                    user.getText().strip(),
                                                    password.getText());
                                    return registry;
                                },
                                done -> refresh()))
                .ifPresent(session.background()::trouble);
    }
}
