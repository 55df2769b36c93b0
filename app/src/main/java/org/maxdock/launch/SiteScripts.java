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

    /**
     * Says what a script of the site's lacks on a host, a line each: itself, a program that it calls, a module that it
     * loads, or the folder that it keeps things of a job in. All that stands in it.
     */
    static final String LACKS = """
            lacks() { # what the site's script calls, loads or writes to, and is not here
              local script=() name file words place
              for name in "$1" slurm_make_hostfile dockerrun; do
                file=$(command -v "$name") && script+=("$file") || [[ $name != "$1" ]] || { echo "$1"; return; }
              done
              words=$(sed 's/#.*//' "${script[@]}")
              while read -r name; do
                module load "$name" >/dev/null 2>&1 || echo "module $name"
              done < <(sed -n 's/^[[:blank:]]*module load \\([^ >]*\\).*/\\1/p' <<<"$words")
              for name in docker dockerrun module mpirun netstat slurm_make_hostfile srun ss ssh-keygen; do
                if grep -qwF -e "$name" <<<"$words" && ! type "$name" >/dev/null 2>&1; then echo "$name"; fi
              done
              while read -r place; do
                name=$place
                until [[ -z $place || -e $place ]]; do place=${place%/*}; done
                [[ -w ${place:-/} ]] || echo "writable $name"
              done < <(sed -n 's|^[[:blank:]]*[A-Z_]*=\\(/[^$ ]*\\)/[^/ ]*$SLURM_JOB.*|\\1|p' <<<"$words")
            }
            """;

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

    /**
     * What the site's script of a run mode needs and the host has not, first of all the script itself; nothing where
     * all is there.
     */
    List<String> lacks(RunMode mode) throws Trouble {
        String look =
                mode == RunMode.DOCKERCLUSTER ? LACKS + "lacks \"$1\"" : "command -v \"$1\" >/dev/null || echo \"$1\"";
        return host.run(Command.script(look, mode.word()).asUser()) // module is a function of the user's shell
                .text()
                .lines()
                .toList();
    }
}
