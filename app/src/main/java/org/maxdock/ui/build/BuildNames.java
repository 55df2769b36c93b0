package org.maxdock.ui.build;

import java.util.List;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.operation.BuildFolderFiles;
import org.maxdock.operation.BuildOperations;
import org.maxdock.text.Trouble;

/**
 * What a word of a Dockerfile can be completed with: names in the folder that is built from, and the engine's images.
 * Not to be asked on the window's thread.
 *
 * @param folder null while none is open
 */
record BuildNames(BuildFolder folder, BuildFolderFiles files, BuildOperations builds) implements Completion.Names {

    @Override
    public List<String> in(String inside) {
        return folder == null ? List.of() : files.names(folder, inside);
    }

    @Override
    public List<String> images() {
        try {
            return builds.baseNames();
        } catch (Trouble e) {
            System.getLogger(BuildNames.class.getName())
                    .log(System.Logger.Level.DEBUG, "no images to complete with", e);
            return List.of();
        }
    }
}
