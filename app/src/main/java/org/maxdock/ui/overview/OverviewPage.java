package org.maxdock.ui.overview;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.maxdock.engine.EngineEvent;
import org.maxdock.host.shell.Shell;
import org.maxdock.text.Texts;
import org.maxdock.ui.launch.NextStepModel;
import org.maxdock.ui.launch.Starter;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.Page;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.Reachable;
import org.maxdock.ui.shared.TroubleNote;

/**
 * What one comes back to: the kept launches, each a click away; what runs; the server. Before that, the way to connect.
 */
public final class OverviewPage implements Page {

    private final LaunchCards cards;
    private final Texts texts;
    private final RecentRuns recent;
    private final ServerModel server;
    private final Starter starter;
    private final VBox view;

    /** @param busy whether a next step is under way */
    public OverviewPage(
            ConnectModel connect,
            LaunchCards cards,
            RecentRuns recent,
            ServerModel server,
            NextStepModel next,
            NextStepActions actions,
            ReadOnlyBooleanProperty busy,
            Starter starter,
            ConnectionModel connection,
            Navigation navigation,
            Texts texts) {
        this.cards = cards;
        this.texts = texts;
        this.recent = recent;
        this.server = server;
        this.starter = starter;
        ServerPanels panels = new ServerPanels(server, navigation, texts);
        HBox.setHgrow(panels.jobs(), Priority.ALWAYS);
        HBox middle = new HBox(14, panels.jobs(), new RecentPanel(recent, cards.startable(), texts).view());
        VBox.setVgrow(middle, Priority.ALWAYS);
        Region way = new ConnectPanel(connect, texts).view();
        List.of(middle, panels.facts()).forEach(part -> visible(part, connection.connected()));
        visible(way, connection.connected().not());
        view = Controls.page(
                Controls.title(texts.get("ui.page.overview")),
                way,
                new TroubleNote(connection.troubles(), Place.SERVER, texts),
                new NextStepPanel(next, cards, actions, busy, texts).view(),
                new TroubleNote(connection.troubles(), Place.BUILT, texts),
                new CardsPane(cards, texts).view(),
                new TroubleNote(connection.troubles(), Place.START, texts),
                new TroubleNote(connection.troubles(), Place.RECENT, texts),
                middle,
                panels.facts());
        connection.onOther(this::shown);
    }

    private static void visible(Node part, ObservableBooleanValue when) {
        part.visibleProperty().bind(when);
        part.managedProperty().bind(part.visibleProperty());
    }

    @Override
    public void shown() {
        starter.prepare();
        cards.look();
        recent.refresh();
        server.refresh();
    }

    /** To a kept launch, not into it: there one sees what would start. */
    @Override
    public List<Reachable> reachable() {
        return cards.cardsProperty().get().stream()
                .map(card -> new Reachable(
                        card.launch().name(),
                        texts.get("ui.finder.launch"),
                        "",
                        "maxdock launch --saved " + Shell.quote(card.launch().name()),
                        card::edit))
                .toList();
    }

    /** An image may be another one now than the recorded one. */
    @Override
    public void changed(EngineEvent.Listed list) {
        if (list == EngineEvent.Listed.IMAGES) {
            cards.look();
        }
    }

    @Override
    public String id() {
        return "overview";
    }

    @Override
    public String icon() {
        return "fth-home";
    }

    @Override
    public Node view() {
        return view;
    }
}
