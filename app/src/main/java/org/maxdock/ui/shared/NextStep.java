package org.maxdock.ui.shared;

/** The one step that leads on from where the user is, on the way from nothing to a launch. */
public enum NextStep {
    /** To a server. */
    CONNECT,
    /** A node is taken for its engine, where the server has none. */
    ENGINE,
    /** A folder is opened as the project. */
    PROJECT,
    /** An image is built, or one that exists is chosen. */
    IMAGE,
    RECORD,
    /** The image is pushed or saved, so that nodes can have it. */
    PROVIDE,
    /** Folders of the host are mapped. */
    MAP,
    LAUNCH;

    /**
     * What there is already.
     *
     * @param engine whether there is one to work with, or none to be had
     * @param recorded whether the project knows what the image is
     * @param provided whether nodes can have the image, or need not
     * @param mapped whether the launch maps anything
     */
    public record There(
            boolean connected,
            boolean engine,
            boolean project,
            boolean image,
            boolean recorded,
            boolean provided,
            boolean mapped) {}

    /** The first one that is not done. */
    public static NextStep after(There there) {
        if (!there.connected()) {
            return CONNECT;
        }
        if (!there.engine()) {
            return ENGINE;
        }
        if (!there.project()) {
            return PROJECT;
        }
        if (!there.image()) {
            return IMAGE;
        }
        if (!there.recorded()) {
            return RECORD;
        }
        if (!there.provided()) {
            return PROVIDE;
        }
        return there.mapped() ? LAUNCH : MAP;
    }

    /** Whether there is another way on: an image that exists is run. */
    public boolean hasOther() {
        return this == PROJECT || this == IMAGE;
    }

    /** In bundles. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
