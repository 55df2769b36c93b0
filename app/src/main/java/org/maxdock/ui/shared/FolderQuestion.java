package org.maxdock.ui.shared;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

/** Asks the user for a folder of this machine. On the window's thread. */
@FunctionalInterface
public interface FolderQuestion {

    /**
     * @param title what it is for
     * @return empty where the user wants none
     */
    Optional<Path> ask(Window owner, String title);

    /** By the desktop's own dialog. */
    static Optional<Path> byDesktop(Window owner, String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }
}
