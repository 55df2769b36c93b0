package org.maxdock.image;

/** A container of an image that is never started: by it an engine gives away files without running anything. */
final class UnstartedContainer {

    /** Bash: makes it of the image in $1, as $id, and has it go with the script; an image that is not there is not fetched. */
    static final String SCRIPT = """
            docker image inspect -- "$1" > /dev/null || exit
            id=$(docker create "$1" true) || exit
            trap 'docker rm "$id" > /dev/null' EXIT
            trap 'exit 143' TERM
            """;

    private UnstartedContainer() {
    }
}
