package org.maxdock.paste;

import org.maxdock.text.Message;

/**
 * Something in a pasted text that was not taken over.
 *
 * @param what as it stands there
 * @param why the reason
 */
public record NotTaken(String what, Why why) {

    /** Why something is not taken over; each has a sentence of its own. */
    public enum Why {
        VOLUME("paste.why.volume"),
        NO_HOST("paste.why.no-host"),
        WINDOWS("paste.why.windows"),
        FOLDER_UNKNOWN("paste.why.folder-unknown"),
        NO_PATH("paste.why.no-path"),
        FORM("paste.why.form"),
        NO_FOLDER("paste.why.no-folder"),
        READ_ONLY_ALONE("paste.why.read-only-alone"),
        UNKNOWN("paste.why.unknown"),
        OTHER_RUN("paste.why.other-run"),
        OTHER_PROGRAM("paste.why.other-program"),
        REDIRECTION("paste.why.redirection"),
        BESIDE("paste.why.beside"),
        AROUND("paste.why.around"),
        MAY_BELONG("paste.why.may-belong"),
        OTHER_CONTAINER("paste.why.other-container"),
        PODMAN("paste.why.podman"),
        PLACE("paste.why.place"),
        OF_COMMAND("paste.why.of-command"),
        SITE("paste.why.site"),
        NO_VARIABLE("paste.why.no-variable"),
        ATTENDED("paste.why.attended"),
        ENV_FILE("paste.why.env-file"),
        RUN_MODE("paste.why.run-mode"),
        OTHER_SERVICE("paste.why.other-service"),
        OTHER_FILE("paste.why.other-file"),
        OF_COMPOSE("paste.why.of-compose"),
        OF_SWARM("paste.why.of-swarm"),
        BUILD("paste.why.build"),
        EDITOR("paste.why.editor"),
        SHELL("paste.why.shell"),
        NO_PLACE("paste.why.no-place");

        private final String key;

        Why(String key) {
            this.key = key;
        }
    }

    private static final int LONGEST_SHOWN = 200;

    /** A key of a document, with its value as far as that can be shown. */
    static NotTaken of(String key, Object value, Why why) {
        String shown = String.valueOf(value).strip();
        String cut = shown.length() > LONGEST_SHOWN ? shown.substring(0, LONGEST_SHOWN) + "…" : shown;
        return new NotTaken(key + ": " + cut, why);
    }

    /** The reason in words. */
    public Message reason() {
        return Message.of(why.key);
    }
}
