package org.maxdock.ui.images;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;

/** What changes images: one thing at a time, after which they are read anew. */
final class ImageWork {

    private final Background background;
    private final ConnectionModel connection;
    private final ImagesModel model;
    private final BooleanProperty busy = new SimpleBooleanProperty();

    ImageWork(Background background, ConnectionModel connection, ImagesModel model) {
        this.background = background;
        this.connection = connection;
        this.model = model;
    }

    BooleanProperty busyProperty() {
        return busy;
    }

    /** Whatever comes of it, some of it may be done, so all is read anew. */
    void run(String title, Background.Act act) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        connection.run(
                title,
                a -> {
                    act.run(a);
                    return title;
                },
                done -> ended(Optional.empty()),
                trouble -> ended(Optional.of(trouble)));
    }

    private void ended(Optional<Trouble> trouble) {
        busy.set(false);
        trouble.ifPresent(background::trouble);
        model.read();
    }
}
