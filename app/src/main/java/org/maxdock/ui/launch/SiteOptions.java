package org.maxdock.ui.launch;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maxdock.launch.RunMode;
import org.maxdock.operation.LaunchOperations;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Question;

/** What options the site's script of the draft's run mode knows. On the window's thread. */
public final class SiteOptions {

    private record About(long connection, RunMode mode) {}

    private final ConnectionModel connection;
    private final LaunchOperations launches;
    private final Question<About> question;
    private final ReadOnlyObjectWrapper<List<String>> known = new ReadOnlyObjectWrapper<>(List.of());

    public SiteOptions(
            LaunchDraft draft, ConnectionModel connection, LaunchOperations launches, Background background) {
        this.connection = connection;
        this.launches = launches;
        this.question = new Question<>(
                background, () -> new About(connection.number(), draft.values().mode()));
    }

    /** Empty while they are not known, or there are none. */
    public ReadOnlyObjectProperty<List<String>> knownProperty() {
        return known.getReadOnlyProperty();
    }

    /** Asks; where that fails they are not known, and a check says it where one is used. */
    public void ask() {
        known.set(List.of());
        if (connection.number() != 0) {
            question.ask((about, a) -> launches.siteOptions(about.mode()), known::set, unknown -> {});
        }
    }
}
