package org.maxdock.ui.shared;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;
import org.maxdock.host.ssh.Asker;
import org.maxdock.host.ssh.SshPrompts;
import org.maxdock.host.ssh.SshQuestion;
import org.maxdock.host.ssh.TrustQuestion;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;

/** The questions of a connection as dialogs; one closes by itself when the connection is cancelled meanwhile. */
final class ConnectionDialogs implements SshPrompts {

    private static final double WIDTH = 420;

    private final Texts texts;
    private final Supplier<Window> owner;
    private final ServerWords words;
    private final Consumer<Trouble> alarms;

    ConnectionDialogs(Texts texts, Supplier<Window> owner, ServerWords words, Consumer<Trouble> alarms) {
        this.texts = texts;
        this.owner = owner;
        this.words = words;
        this.alarms = alarms;
    }

    @Override
    public Optional<String> answer(SshQuestion question) {
        return onFx(() -> input(question));
    }

    private Dialog<String> input(SshQuestion question) {
        TextInputControl field = question.echo() ? new TextField() : new PasswordField();
        String text = texts.get(question.message());
        Dialog<String> dialog = DialogFrame.of(
                texts.get("ui.ask.secret"),
                Controls.question(question.again() ? texts.get("ssh.ask.again") + "\n" + text : text, field, WIDTH),
                yes(texts.get("ui.ok")),
                cancel());
        dialog.setResultConverter(type -> isYes(type) ? field.getText() : null);
        Platform.runLater(field::requestFocus);
        return dialog;
    }

    @Override
    public boolean trust(TrustQuestion question) {
        return onFx(() -> {
                    String text = texts.get(question.message()) + "\n" + texts.get("ui.ask.trust");
                    return DialogFrame.<ButtonType>question(
                            texts.get("ui.ask.trust-title"), text, yes(texts.get("ui.ask.trust-yes")), cancel());
                })
                .filter(ConnectionDialogs::isYes)
                .isPresent();
    }

    @Override
    public void says(Asker asker, String text) {
        words.say(texts.get("ssh.note.server-says", asker, text));
    }

    @Override
    public void settled() {
        words.settle();
    }

    @Override
    public void alarm(Trouble tried) {
        alarms.accept(tried);
    }

    private static ButtonType yes(String text) {
        return new ButtonType(text, ButtonBar.ButtonData.OK_DONE);
    }

    private ButtonType cancel() {
        return new ButtonType(texts.get("ui.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
    }

    private static boolean isYes(ButtonType type) {
        return type != null && type.getButtonData() == ButtonBar.ButtonData.OK_DONE;
    }

    /** Shows a dialog and waits for its answer; a thread that is interrupted takes the dialog with it. */
    private <T> Optional<T> onFx(Supplier<Dialog<T>> question) {
        CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
        CompletableFuture<Dialog<T>> shown = new CompletableFuture<>();
        Platform.runLater(() -> {
            Dialog<T> dialog = question.get();
            dialog.initOwner(owner.get());
            shown.complete(dialog);
            answer.complete(dialog.showAndWait());
        });
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var _ = shown.thenAccept(dialog -> Platform.runLater(dialog::close));
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
