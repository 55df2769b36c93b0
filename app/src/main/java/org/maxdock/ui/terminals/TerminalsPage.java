package org.maxdock.ui.terminals;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.maxdock.text.Texts;
import org.maxdock.ui.shared.ActionKey;
import org.maxdock.ui.shared.ButtonFacts;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.Ticker;
import org.maxdock.ui.shared.TroubleNote;

/** The terminals, each in a tab. */
public final class TerminalsPage implements Page {

    private final TerminalsModel model;
    private final ApplicationBrowser browser;
    private final TerminalFont font;
    private final MarkedText marked;
    private final Texts texts;
    private final TabPane tabs = new TabPane();
    private final VBox view;

    public TerminalsPage(
            TerminalsModel model,
            LaunchFollower follower,
            ApplicationBrowser browser,
            ConnectionModel connection,
            Navigation navigation,
            TerminalFont font,
            MarkedText marked,
            Texts texts) {
        this.model = model;
        this.browser = browser;
        this.font = font;
        this.marked = marked;
        this.texts = texts;
        Node empty = Controls.empty(
                texts.get("ui.terminals.empty"),
                Controls.primary(texts.get("ui.go-launch"), "fth-send", () -> navigation.go("launch")));
        empty.visibleProperty().bind(Bindings.isEmpty(tabs.getTabs()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        StackPane place = new StackPane(tabs, empty);
        VBox.setVgrow(place, Priority.ALWAYS);
        var shell = ButtonFacts.key(
                ButtonFacts.command(
                        Controls.button(texts.get("ui.terminals.shell"), "fth-plus", model::openShell),
                        "maxdock shell"),
                ActionKey.NEW_TERMINAL);
        shell.disableProperty().bind(connection.connected().not());
        view = Controls.page(
                Controls.row(Controls.title(texts.get("ui.page.terminals")), Controls.space(), ended(), shell),
                new TroubleNote(connection.troubles(), Place.SERVER, texts),
                new TroubleNote(connection.troubles(), Place.TERMINALS, texts),
                place);
        model.tabs().addListener((ListChangeListener<TerminalTabModel>) this::follow);
        model.selectedProperty().addListener((o, was, is) -> select(is));
        tabs.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is instanceof TerminalTab tab && model.tabs().contains(tab.model())) {
                model.selectedProperty().set(tab.model());
            }
        });
        new Ticker(Duration.ofSeconds(1), follower.follows(), follower::look).start();
    }

    private void follow(ListChangeListener.Change<? extends TerminalTabModel> change) {
        while (change.next()) {
            change.getRemoved().forEach(gone -> tabs.getTabs().removeIf(t -> isOf(t, gone)));
            change.getAddedSubList().forEach(this::add);
        }
    }

    private Button ended() {
        Button ended = Controls.button(texts.get("ui.terminals.close-ended"), "fth-x", model::closeEnded);
        ended.visibleProperty().bind(model.someEnded());
        ended.managedProperty().bind(ended.visibleProperty());
        return ended;
    }

    private TerminalWidget widget() {
        return new TerminalWidget(new TerminalSettings(font, marked, texts), browser::browse, model::mayPaste);
    }

    /** What can be done with one, beside what its cross does. */
    private ContextMenu menu(TerminalTabModel of) {
        MenuItem rename = item("ui.terminal.rename", () -> model.rename(of));
        MenuItem leave = item("ui.terminal.leave", () -> model.leave(of));
        MenuItem ended = item("ui.terminals.close-ended", model::closeEnded);
        ContextMenu menu = new ContextMenu(rename, leave, item("ui.close", () -> model.close(of)), ended);
        menu.setOnShowing(e -> {
            leave.setDisable(!of.holdsLaunch());
            ended.setDisable(!model.someEnded().get());
        });
        return menu;
    }

    private MenuItem item(String key, Runnable act) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setOnAction(e -> act.run());
        return item;
    }

    private void add(TerminalTabModel added) {
        TerminalTab tab = new TerminalTab(added, browser, texts, this::widget);
        tab.setContextMenu(menu(added));
        tab.setOnCloseRequest(e -> {
            e.consume(); // the model closes it, or not
            model.close(added);
        });
        added.stateProperty().addListener((o, was, is) -> {
            if (is == TerminalState.CLOSED) {
                tab.dispose();
            }
        });
        tabs.getTabs().add(tab);
    }

    private static boolean isOf(javafx.scene.control.Tab tab, TerminalTabModel model) {
        return tab instanceof TerminalTab terminal && terminal.model() == model;
    }

    private void select(TerminalTabModel selected) {
        tabs.getTabs().stream().filter(t -> isOf(t, selected)).findFirst().ifPresent(tabs.getSelectionModel()::select);
    }

    @Override
    public void shown() {
        if (tabs.getSelectionModel().getSelectedItem() instanceof TerminalTab terminal) {
            terminal.focus();
        }
    }

    @Override
    public Optional<Going> going() {
        return Optional.of(new Going(model.countProperty(), "ui.terminals.going"));
    }

    @Override
    public String id() {
        return "terminals";
    }

    @Override
    public String icon() {
        return "fth-terminal";
    }

    @Override
    public Node view() {
        return view;
    }
}
