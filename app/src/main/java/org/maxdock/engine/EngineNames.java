package org.maxdock.engine;

import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * What is in the path of a request, which must be a name and nothing else: docker-java takes a backslash in one away,
 * and a dollar sign for a reference, so that another thing would be asked for than the one that was named.
 */
final class EngineNames {

    private EngineNames() {}

    /** A container's name or ID, as the engine has them (moby, daemon/names). */
    static String container(String name) throws Trouble {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9_.-]*")) {
            throw new Trouble(TroubleKind.NO_SUCH_CONTAINER, name);
        }
        return name;
    }

    /** An image's name or ID. */
    static String image(String reference) throws Trouble {
        if (!isImage(reference)) {
            throw new Trouble(TroubleKind.NO_SUCH_IMAGE, reference);
        }
        return reference;
    }

    static boolean isImage(String reference) {
        return reference.matches("[A-Za-z0-9][A-Za-z0-9._/:@-]*")
                && !reference.contains("..")
                && !reference.contains("//");
    }
}
