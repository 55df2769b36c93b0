package org.maxdock.ui.overview;

import java.time.Instant;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maxdock.operation.LaunchOperations;
import org.maxdock.store.Run;
import org.maxdock.text.Texts;
import org.maxdock.ui.launch.DraftLoader;
import org.maxdock.ui.launch.Preflights;
import org.maxdock.ui.launch.Starter;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.Question;

/** What was started lately, kept or not: each a click away. On the window's thread. */
public final class RecentRuns {

    private static final int MOST = 5;

    private final LaunchOperations launches;
    private final Preflights preflights;
    private final Starter starter;
    private final DraftLoader loader;
    private final Navigation navigation;
    private final Texts texts;
    private final Question<String> reading;
    private final ReadOnlyObjectWrapper<List<Run>> runs = new ReadOnlyObjectWrapper<>(List.of());

    public RecentRuns(
            LaunchOperations launches,
            Preflights preflights,
            Starter starter,
            DraftLoader loader,
            Navigation navigation,
            Background background,
            Texts texts) {
        this.launches = launches;
        this.preflights = preflights;
        this.starter = starter;
        this.loader = loader;
        this.navigation = navigation;
        this.texts = texts;
        this.reading = new Question<>(background, () -> "recent");
    }

    public ReadOnlyObjectProperty<List<Run>> runsProperty() {
        return runs.getReadOnlyProperty();
    }

    public void refresh() {
        reading.ask((about, a) -> launches.recent(MOST), runs::set);
    }

    /** Image, kind and when, in words. */
    String what(Run run) {
        String when = texts.amounts().moment(Instant.parse(run.at()));
        return texts.get(
                "ui.overview.recent-what",
                run.launch().image().toString().replaceFirst(".*/", ""),
                texts.get("ui.kind." + run.launch().kind().name().word()),
                when);
    }

    /** Somebody comes near, and is perhaps about to click. */
    void near(Run run) {
        preflights.look(run.launch(), found -> {});
    }

    public void start(Run run) {
        starter.start(run.launch());
    }

    /** Shows it on the page on which launches are made. */
    public void edit(Run run) {
        loader.loadStarted(run.launch());
        navigation.go("launch");
    }
}
