package org.maxdock.image;

import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;

/**
 * The names of an image's files, from its layers as the engine joins them, without running anything of it: the engine
 * exports a container that is never started, and only names cross the link.
 */
final class ImageNames {

    private static final String SCRIPT = "set -o pipefail\n" + UnstartedContainer.SCRIPT
            + "docker export \"$id\" | tar -t --quoting-style=escape | { %s || true; }\n";

    private final Host host;

    ImageNames(Host host) {
        this.host = host;
    }

    /**
     * Those that a command of ours lets through, a line each, without the leading slash. A large image takes as long as
     * its export.
     */
    Output through(String filter, String reference, Cancellation cancellation) throws Trouble {
        return CancellableOutput.run(host, Command.script(SCRIPT.formatted(filter), reference), cancellation);
    }
}
