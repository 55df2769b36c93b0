package org.maxdock.ui.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.operation.RegistryOperations;
import org.maxdock.text.Message;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Question;

/** The registries that docker on the workgroup server is logged in to. On the window's thread. */
final class RegistriesModel {

    record RegistryAccount(String registry, String user) {}

    /** @param note what is to be said of them */
    private record Accounts(Map<String, String> users, Optional<Message> note) {}

    private final ConnectionModel connection;
    private final Texts texts;
    private final RegistryOperations registries;
    private final Question<Long> question;
    private final ObservableList<RegistryAccount> accounts = FXCollections.observableArrayList();
    private final ObservableList<RegistryAccount> watched = FXCollections.unmodifiableObservableList(accounts);
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");

    RegistriesModel(ConnectionModel connection, Background background, Texts texts, RegistryOperations registries) {
        this.connection = connection;
        this.texts = texts;
        this.registries = registries;
        this.question = new Question<>(background, connection::number);
        connection.onOther(() -> {
            accounts.clear();
            sentence.set("");
            read();
        });
    }

    /** Only to be watched. */
    ObservableList<RegistryAccount> accounts() {
        return watched;
    }

    /** What is said where there is none, or of those that there are; empty while that is not known. */
    ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    void read() {
        if (connection.connected().get()) {
            question.ask((about, a) -> new Accounts(registries.accounts(), registries.accountsNote()), this::show);
        }
    }

    private void show(Accounts found) {
        List<RegistryAccount> now = found.users().entrySet().stream()
                .map(e -> new RegistryAccount(e.getKey(), e.getValue()))
                .toList();
        accounts.setAll(now);
        String none = now.isEmpty() ? texts.get("ui.registry.none") : "";
        sentence.set(found.note().map(n -> (none + " " + texts.get(n)).strip()).orElse(none));
    }

    /** @param registry empty for Docker Hub; the password is docker's to keep, on the server */
    void login(String registry, String user, String password) {
        connection.run(
                texts.get("ui.registry.entering", registry.strip()),
                a -> {
                    registries.login(registry.strip(), user.strip(), password);
                    return registry;
                },
                done -> read());
    }

    void logout(RegistryAccount account) {
        connection.run(
                texts.get("ui.registry.leaving", account.registry()),
                a -> {
                    registries.logout(account.registry());
                    return account;
                },
                done -> read());
    }
}
