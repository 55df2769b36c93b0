package org.maxdock.ui.mounts;

import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maxdock.operation.ImageOperations;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.launch.DraftModel;
import org.maxdock.ui.shared.Activity;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;

/**
 * The folders of the launch's image, as the engine of this connection has it. They take longer than the verdicts, which
 * do not wait for them. On the window's thread.
 */
public final class ImageFolders {

    private record About(long connection, String image) {}

    private final DraftModel launch;
    private final ConnectionModel connection;
    private final ImageOperations images;
    private final Background background;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Set<String>> folders = new ReadOnlyObjectWrapper<>(Set.of());
    private About read = new About(0, "");
    private About failed = new About(0, "");
    private Activity reading;

    public ImageFolders(
            DraftModel launch, ConnectionModel connection, ImageOperations images, Background background, Texts texts) {
        this.launch = launch;
        this.background = background;
        this.connection = connection;
        this.images = images;
        this.texts = texts;
    }

    /** Absolute; empty while they are not known. */
    public ReadOnlyObjectProperty<Set<String>> foldersProperty() {
        return folders.getReadOnlyProperty();
    }

    /**
     * Reads those of the image that the launch is of now, unless that is done. Where it failed it is tried again: the
     * image may have been built or pulled meanwhile. That it failed is said once.
     */
    void follow() {
        About now = new About(connection.number(), launch.image());
        if (now.equals(read)) {
            return;
        }
        read = now;
        folders.set(Set.of());
        if (reading != null) {
            reading.cancel();
            reading = null;
        }
        if (now.connection() == 0 || launch.launch().isEmpty() && now.image().isEmpty()) {
            return;
        }
        reading = connection
                .run(
                        texts.get("ui.work.image-folders", now.image()),
                        a -> images.folders(now.image(), a.cancellation()),
                        found -> {
                            if (now.equals(read)) {
                                folders.set(found);
                            }
                        },
                        trouble -> failed(now, trouble))
                .orElse(null);
    }

    private void failed(About about, Trouble trouble) {
        if (!about.equals(read)) {
            return;
        }
        read = new About(0, "");
        if (!about.equals(failed)) {
            failed = about;
            background.trouble(trouble);
        }
    }
}
