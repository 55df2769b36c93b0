package org.maxdock.operation;

import org.maxdock.image.context.BuildFolder;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Where the engine is that is worked with.
 *
 * @param host the machine, as it calls itself
 */
public record EngineWhere(EnginePlace place, String host) {

    /**
     * Makes sure that its host has a folder to build from: a path of the server's means something else on this machine.
     */
    void mustReach(BuildFolder folder) throws Trouble {
        if (place instanceof EnginePlace.Here && folder instanceof BuildFolder.OnServer there) {
            throw new Trouble(TroubleKind.FOLDER_ELSEWHERE, there);
        }
    }
}
