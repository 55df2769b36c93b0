package org.maxdock.image;

import org.maxdock.host.Tidy;

/** A container of an image that is never started: by it an engine gives away files without running anything. */
final class UnstartedContainer {

    /**
     * Bash: makes it of the image in $1, as $id, and has it go with the script, also when that ends while it is made; an image that is not
     * there is not fetched.
     */
    static final String SCRIPT = """
            docker image inspect -- "$1" > /dev/null || exit
            id=maxdock-look-$$-$RANDOM
            """ + Tidy.up(Tidy.container("\"$id\"")) + """
            docker create --name "$id" "$1" true > /dev/null || exit
            """;

    private UnstartedContainer() {
    }
}
