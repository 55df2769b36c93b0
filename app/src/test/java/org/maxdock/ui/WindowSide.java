package org.maxdock.ui;

import java.nio.file.Path;
import org.maxdock.operation.Connection;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Place;
import org.maxdock.ui.shared.ProjectModel;
import org.maxdock.ui.shared.StillThere;

/**
 * What the models of pages stand on, over a connection that is one.
 *
 * @param asks what the user answers
 * @param folder of this machine, for what the program keeps
 */
public record WindowSide(
        ModelBench bench,
        ConnectionModel connection,
        Connection link,
        ProjectModel project,
        OneAnswer asks,
        Path folder) {

    /** What is begun there is told there. */
    public Background at(Place place) {
        return bench.background().at(place);
    }

    /** The same, over the connection. */
    public ConnectionModel over(Place place) {
        return connection.at(place);
    }

    public StillThere still() {
        return new StillThere(connection, bench.navigation()::tell, bench.texts());
    }
}
