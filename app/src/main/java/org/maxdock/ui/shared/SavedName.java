package org.maxdock.ui.shared;

/** What the file of a saved image is proposed to be called. */
public final class SavedName {

    private SavedName() {}

    /** @param image by its name */
    public static String of(String image) {
        return image.replaceFirst(".*/", "").replace(':', '-') + ".tgz";
    }
}
