package org.maxdock.mount;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;

/** Asks a host about paths and all their ancestors, in one round trip for all of them. */
final class PathReader {

    private static final String SCRIPT = """
            export LC_ALL=C
            # what is looked up on the way, links followed as the kernel follows them
            walk() {
              local rest=${1#/} at= part target links=0
              steps=(/)
              while [ -n "$rest" ]; do
                part=${rest%%/*}
                case $rest in */*) rest=${rest#*/} ;; *) rest= ;; esac
                case $part in '' | .) continue ;; ..) at=${at%/*}; continue ;; esac
                if [ -L "$at/$part" ]; then
                  links=$((links + 1)); [ $links -le 40 ] || return 0
                  target=$(readlink -- "$at/$part" && echo .) || return 0
                  target=${target%??}
                  case $target in /*) at= ;; esac
                  rest=$target${rest:+/$rest}
                else
                  at=$at/$part; steps+=("$at")
                fi
              done
            }
            for p in "$@"; do
              real=$(realpath -e -- "$p" 2>/dev/null && echo .) && real=${real%??} || real=
              error=$(stat --printf= -- "$p" 2>&1) || true
              may=no; if [ -d "$p" ]; then [ -r "$p" ] && [ -x "$p" ] && may=yes; elif [ -r "$p" ]; then may=yes; fi
              printf 'P\\0%s\\0%s\\0%s\\0%s\\0' "$p" "$real" "$error" "$may"
              walk "$p"
              stat --printf='S\\0%n\\0%a\\0%U\\0%G\\0%F\\0' -- "${steps[@]}" 2>/dev/null
              stat -f --printf='F\\0%n\\0%T\\0' -- "${steps[@]}" 2>/dev/null
            done
            true
            """;

    private final Host host;

    PathReader(Host host) {
        this.host = host;
    }

    /** The facts of each path; the paths must be absolute and clean. */
    Map<String, PathFacts> read(Collection<String> paths) throws Trouble {
        if (paths.isEmpty()) {
            return Map.of();
        }
        Output output = host.run(Command.script(SCRIPT, paths.toArray(String[]::new)));
        if (!output.ok()) {
            throw new Trouble("mount-check-failed", host.name(), output.lastError());
        }
        return parse(output.text().split("\0", -1));
    }

    private static Map<String, PathFacts> parse(String[] words) {
        Map<String, PathFacts> all = new LinkedHashMap<>();
        int i = 0;
        while (i + 4 < words.length && words[i].equals("P")) {
            String path = words[i + 1];
            String real = words[i + 2];
            String error = words[i + 3];
            boolean readable = words[i + 4].equals("yes");
            i += 5;
            Map<String, String[]> stats = new LinkedHashMap<>();
            while (i + 5 < words.length && words[i].equals("S")) {
                stats.put(words[i + 1], new String[] {words[i + 2], words[i + 3], words[i + 4], words[i + 5]});
                i += 6;
            }
            Map<String, String> systems = new LinkedHashMap<>();
            while (i + 2 < words.length && words[i].equals("F")) {
                systems.put(words[i + 1], words[i + 2]);
                i += 3;
            }
            List<PathFacts.Step> steps = new ArrayList<>();
            stats.forEach((step, s) -> steps.add(new PathFacts.Step(step, Integer.parseInt(s[0], 8), s[1], s[2],
                    s[3].equals("directory"), systems.getOrDefault(step, "?"))));
            all.put(path, new PathFacts(path, real, error, readable, steps));
        }
        return all;
    }
}
