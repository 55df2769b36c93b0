package org.maxdock.image;

import org.maxdock.host.shell.ScriptCleanup;

/** A container of an image that is never started: by it an engine gives away files without running anything. */
public final class UnstartedContainer {

    /**
     * Bash: makes it of the image in $1, which the engine has, as $id, and has it go with the script, also when that
     * ends while it is made.
     */
    public static final String OF_IMAGE = """
            id=maxdock-look-$$-$RANDOM
            """ + ScriptCleanup.up(ScriptCleanup.container("\"$id\"")) + """
            docker create --name "$id" -- "$1" true > /dev/null || exit 4
            """;

    /** The same for an image that may be missing: that is not fetched. */
    static final String SCRIPT = "docker image inspect -- \"$1\" > /dev/null || exit\n" + OF_IMAGE;

    private UnstartedContainer() {}
}
