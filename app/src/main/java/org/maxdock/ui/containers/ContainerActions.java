package org.maxdock.ui.containers;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.maxdock.engine.ContainerAction;
import org.maxdock.engine.ContainerSummary;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.operation.Account;
import org.maxdock.operation.ContainerOperations;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.StillThere;
import org.maxdock.ui.terminals.TerminalsModel;

/** What can be done with the chosen container, what is asked before, and doing it. On the window's thread. */
final class ContainerActions {

    private final ContainersModel model;
    private final ConnectionModel connection;
    private final Background background;
    private final Texts texts;
    private final Asks ask;
    private final ContainerOperations containers;
    private final TerminalsModel terminals;
    private final StillThere still;
    private final Set<String> changing = new HashSet<>();

    ContainerActions(
            ContainersModel model,
            ConnectionModel connection,
            Background background,
            Texts texts,
            Asks ask,
            ContainerOperations containers,
            TerminalsModel terminals,
            StillThere still) {
        this.model = model;
        this.connection = connection;
        this.background = background;
        this.texts = texts;
        this.ask = ask;
        this.containers = containers;
        this.terminals = terminals;
        this.still = still;
    }

    Optional<ContainerSummary> selected() {
        return Optional.ofNullable(model.selectedProperty().get());
    }

    /** For what is asked elsewhere: whether the engine is still the one there is now, asked afterwards. */
    BooleanSupplier engine() {
        return still.engine();
    }

    /** Whether one is chosen that fits. */
    BooleanBinding possible(Predicate<ContainerSummary> fits) {
        return Bindings.createBooleanBinding(() -> selected().filter(fits).isPresent(), model.selectedProperty());
    }

    /** Asks first where something is lost that way, or where it is another's. */
    void act(ContainerAction action) {
        BooleanSupplier engine = still.engine();
        selected()
                .filter(action::fits)
                .filter(c -> isWanted(c, action) && engine.getAsBoolean())
                .ifPresent(c ->
                        change(texts.get("ui.containers.doing", c.name()), c, () -> containers.act(c.id(), action)));
    }

    private boolean isWanted(ContainerSummary container, ContainerAction action) {
        boolean nobodys = container.owner().isEmpty() && container.saysItIsALaunchs();
        boolean others = nobodys
                || !container.owner().isEmpty()
                        && !connection.account().map(Account::user).equals(Optional.of(container.owner()));
        boolean harsh = action == ContainerAction.REMOVE || action == ContainerAction.KILL;
        if (!harsh && !others) {
            return true;
        }
        String key = nobodys
                ? "ui.containers.somebodys"
                : others
                        ? "ui.containers.others"
                        : container.isRunning() ? "ui.containers.runs" : "ui.containers.is-gone-then";
        String name = texts.get("ui.containers." + action.word());
        return ask.confirm(name, texts.get(key, container.name(), container.owner()), name);
    }

    private interface Act {
        void make() throws org.maxdock.text.Trouble;
    }

    /** One change of a container at a time: a double click is one. */
    private void change(String title, ContainerSummary container, Act act) {
        if (!changing.add(container.id())) {
            return;
        }
        connection.run(
                title,
                a -> {
                    act.make();
                    return container;
                },
                done -> {
                    changing.remove(container.id());
                    model.read();
                },
                trouble -> {
                    changing.remove(container.id());
                    background.trouble(trouble);
                });
    }

    void shell() {
        selected()
                .filter(ContainerSummary::isRunning)
                .ifPresent(c -> terminals.open(
                        texts.get("ui.containers.shell-in", c.name()),
                        (columns, rows) -> containers.shell(c.id(), columns, rows)));
    }

    void run() {
        BooleanSupplier engine = still.engine();
        selected()
                .filter(ContainerSummary::isRunning)
                .ifPresent(c -> ask.text(texts.get("ui.containers.run"), texts.get("ui.containers.run-what"), "")
                        .filter(line -> engine.getAsBoolean())
                        .ifPresent(line -> terminals.open(
                                texts.get("ui.containers.runs-in", c.name()),
                                (columns, rows) -> containers.run(c.id(), line, columns, rows))));
    }

    /** @param path inside the container, {@code to} on the server */
    void copyOut(ContainerSummary container, String path, String to) {
        copy(container, a -> containers.copyOut(container.id(), path, to, a.cancellation()));
    }

    /** @param from on the server, {@code to} a folder inside the container */
    void copyIn(ContainerSummary container, String from, String to) {
        copy(container, a -> containers.copyIn(container.id(), from, to, a.cancellation()));
    }

    private void copy(ContainerSummary container, Background.Act act) {
        connection.run(
                texts.get("ui.containers.copying", container.name()),
                a -> {
                    act.run(a);
                    return container;
                },
                done -> {});
    }

    void rename() {
        BooleanSupplier engine = still.engine();
        selected()
                .ifPresent(c -> ask.text(
                                texts.get("ui.containers.rename"), texts.get("ui.containers.new-name"), c.name())
                        .filter(name -> !name.strip().equals(c.name()) && engine.getAsBoolean())
                        .ifPresent(name -> change(
                                texts.get("ui.containers.doing", c.name()),
                                c,
                                () -> containers.rename(c.id(), name.strip()))));
    }

    /** The name that is proposed is the image's own, with the container's for its tag. */
    void commit() {
        BooleanSupplier engine = still.engine();
        selected()
                .ifPresent(c -> ask.text(
                                texts.get("ui.containers.commit"),
                                texts.get("ui.containers.commit-what"),
                                c.image().replaceFirst("(:[^/]*)?$", ":" + c.name()),
                                image -> ImageReference.parse(image.strip()))
                        .filter(image -> engine.getAsBoolean())
                        .ifPresent(image -> change(
                                texts.get("ui.containers.committing", c.name()),
                                c,
                                () -> containers.commit(c.id(), image.strip()))));
    }

    void inspect(Consumer<String> then) {
        selected()
                .ifPresent(c -> connection.run(
                        texts.get("ui.containers.reading", c.name()), a -> containers.inspect(c.id()), then));
    }
}
