package org.maxdock.launch;

import java.util.List;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;

/**
 * The site's own scripts, dockerrun and dockercluster, as they are on its hosts: what options they know is read from
 * them.
 */
public final class SiteScripts {

    /** Options in a case pattern or in the text of getopts; -no-add-wd, say, is not in older ones. */
    private static final String READ = """
            script=$(command -v "$1") || exit 0
            grep -oE -e '^[[:space:]]*(-[a-z-]+[|]?)+[)]' "$script" | grep -oE -e '-[a-z-]+'
            sed -n 's/.*getopts "\\([^"]*\\)".*/\\1/p' "$script" | tr -d : | grep -o . | sed 's/^/-/'
            true""";

    private final Host host;

    public SiteScripts(Host host) {
        this.host = host;
    }

    /**
     * The options that the site's script of a run mode knows, such as -no-add-wd; none where there is no script, or
     * none for the mode.
     */
    public List<String> options(RunMode mode) throws Trouble {
        if (mode != RunMode.DOCKERRUN && mode != RunMode.DOCKERCLUSTER) {
            return List.of();
        }
        Output output = host.run(Command.script(READ, mode.word()));
        return output.text()
                .lines()
                .filter(l -> l.matches("-[a-z][a-z-]{0,40}"))
                .distinct()
                .toList();
    }
}
