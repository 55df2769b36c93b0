package org.maxdock.ui.overview;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.PreflightCheck;
import org.maxdock.text.Texts;
import org.maxdock.ui.launch.CheckTexts;
import org.maxdock.ui.launch.DraftLoader;
import org.maxdock.ui.launch.KeptLaunches;
import org.maxdock.ui.launch.Preflights;
import org.maxdock.ui.launch.Starter;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.ProjectModel;

/** The kept launches, each a click away, and what could fail of each. On the window's thread. */
public final class LaunchCards {

    /** So many launches are looked at before anybody comes near to one. */
    private static final int AHEAD = 6;

    /** One of them; its checks are empty while they are not known. */
    public final class Card {

        private final Launch launch;
        private final ReadOnlyObjectWrapper<Optional<CheckTexts.Summary>> checks =
                new ReadOnlyObjectWrapper<>(Optional.empty());

        private Card(Launch launch) {
            this.launch = launch;
        }

        public Launch launch() {
            return launch;
        }

        /** Image, place and run mode, in words. */
        public String what() {
            return texts.get(
                    "ui.overview.card",
                    launch.image().toString().replaceFirst(".*/", ""),
                    where(launch.place()),
                    texts.get("ui.mode." + launch.mode().word()));
        }

        /** What could fail, summed up; empty while it is not known. */
        public ReadOnlyObjectProperty<Optional<CheckTexts.Summary>> checksProperty() {
            return checks.getReadOnlyProperty();
        }

        /** Somebody comes near: what is known may have grown old. */
        public void near() {
            preflights.look(launch, this::show);
        }

        private void show(List<PreflightCheck> found) {
            checks.set(Optional.of(words.summary(found)));
        }

        public void start() {
            starter.start(launch);
        }

        /** Shows it on the page on which launches are made. */
        public void edit() {
            loader.load(launch);
            navigation.go("launch");
        }

        /** The project keeps it no longer, which can be undone. */
        public void forget() {
            kept.forget(launch);
        }
    }

    private final ProjectModel project;
    private final Preflights preflights;
    private final Starter starter;
    private final DraftLoader loader;
    private final KeptLaunches kept;
    private final Navigation navigation;
    private final Texts texts;
    private final CheckTexts words;
    private final BooleanBinding startable;
    private final ReadOnlyObjectWrapper<List<Card>> cards = new ReadOnlyObjectWrapper<>(List.of());

    public LaunchCards(
            ProjectModel project,
            ConnectionModel connection,
            Preflights preflights,
            Starter starter,
            DraftLoader loader,
            KeptLaunches kept,
            Navigation navigation,
            Texts texts) {
        this.project = project;
        this.preflights = preflights;
        this.starter = starter;
        this.loader = loader;
        this.kept = kept;
        this.navigation = navigation;
        this.texts = texts;
        this.words = new CheckTexts(texts);
        this.startable =
                Bindings.and(connection.connected(), starter.startingProperty().not());
        InvalidationListener derive = o -> derive();
        project.launches().addListener(derive);
        project.projectProperty().addListener(derive);
        connection.onOther(this::derive);
        derive();
    }

    /** Other launches, another project or another server: nothing is known of them yet. */
    private void derive() {
        cards.set(
                project.get() == null
                        ? List.of()
                        : project.launches().stream().map(Card::new).toList());
        look();
    }

    public ReadOnlyObjectProperty<List<Card>> cardsProperty() {
        return cards.getReadOnlyProperty();
    }

    /** Whether one can be started now. */
    public BooleanBinding startable() {
        return startable;
    }

    /** Looks what could fail of the first ones; one after another, since each takes several questions to the server. */
    public void look() {
        look(cards.get().stream().limit(AHEAD).iterator());
    }

    private void look(Iterator<Card> rest) {
        if (rest.hasNext()) {
            Card next = rest.next();
            preflights.look(next.launch(), found -> {
                next.show(found);
                look(rest);
            });
        }
    }

    private String where(LaunchPlace place) {
        return switch (place) {
            case LaunchPlace.OnServer here -> texts.get("ui.launch.here");
            case LaunchPlace.InJob there -> texts.get("ui.launch.in-job", there.job());
            case LaunchPlace.Allocation asked -> {
                String partition = asked.partition().isDefault()
                        ? texts.get("ui.default")
                        : asked.partition().text();
                yield texts.get("ui.overview.on-partition", partition)
                        + (asked.time().isDefault() ? "" : ", " + asked.time());
            }
        };
    }
}
