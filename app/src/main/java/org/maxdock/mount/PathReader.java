package org.maxdock.mount;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Running;
import org.maxdock.text.Trouble;

/**
 * Asks a host about paths and all their ancestors. One bash on the host answers again and again, so that a question costs one
 * round trip, however many paths it is about.
 */
final class PathReader implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String END = "E";

    private static final String SCRIPT = """
            export LC_ALL=C
            # what is looked up on the way, links followed as the kernel follows them
            walk() {
              local rest=${1#/} part target links=0
              at=; steps=(/)
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
            acl() {
              if command -v getfacl >/dev/null; then getfacl -cpnE -- "$1"
              elif command -v mmgetacl >/dev/null; then mmgetacl "$1"
              elif command -v nfs4_getfacl >/dev/null; then nfs4_getfacl "$1"; fi 2>/dev/null
            }
            answer() {
              local p s may real error folders=() at steps mode name
              local -A seen=()
              for p; do
                walk "$p"
                real=; error=; may=no
                if [ -e "$p" ]; then real=${at:-/}; else error=$(stat --printf= -- "$p" 2>&1) || true; fi
                if [ -d "$p" ]; then [ -r "$p" ] && [ -x "$p" ] && may=yes && folders+=("${p%/}/"); elif [ -r "$p" ]; then may=yes; fi
                [ $may = no ] || [ ! -O "$p" ] || may=own
                printf 'P\\0%s\\0%s\\0%s\\0%s\\0' "$p" "$real" "$error" "$may"
                for s in "${steps[@]}"; do printf 'W\\0%s\\0' "$s"; seen["$s"]=1; done
              done
              stat --printf='S\\0%n\\0%a\\0%U\\0%G\\0%F\\0%m\\0' -- "${!seen[@]}" 2>/dev/null
              stat -f --printf='F\\0%n\\0%T\\0%a\\0%S\\0' -- "${!seen[@]}" 2>/dev/null
              if command -v getfacl mmgetacl nfs4_getfacl >/dev/null; then
                while IFS= read -r -d '' mode && IFS= read -r -d '' name; do
                  case $mode in *[0246]) printf 'A\\0%s\\0%s\\0' "$name" "$(acl "$name")" ;; esac
                done < <(stat --printf='%a\\0%n\\0' -- "${!seen[@]}" 2>/dev/null)
              fi
              if [ ${#folders[@]} -gt 0 ]; then
                timeout 0.5 find "${folders[@]}" -maxdepth 1 -type l ! -xtype l -printf 'L\\0%H\\0%f\\0%l\\0' 2>/dev/null | head -z -n 4000
              fi
            }
            printf '\\0' # what login scripts printed ends here
            while IFS= read -r -d '' count; do
              paths=()
              while [ ${#paths[@]} -lt "$count" ]; do IFS= read -r -d '' path || exit 0; paths+=("$path"); done
              answer "${paths[@]}"
              printf 'E\\0'
            done
            """;

    private final Host host;
    private Running shell;
    private InputStream answers;

    PathReader(Host host) {
        this.host = host;
    }

    /** The facts of each path; the paths must be absolute and clean. */
    synchronized Map<String, PathFacts> read(Collection<String> paths) throws Trouble {
        if (paths.isEmpty()) {
            return Map.of();
        }
        boolean fresh = shell == null;
        try {
            return PathAnswer.parse(ask(paths));
        } catch (IOException e) {
            close();
            if (!fresh && host.isOpen()) {
                return read(paths); // that bash has ended meanwhile; a new one says more
            }
            throw new Trouble(e, "mount-check-failed", host.name(), e.getMessage());
        }
    }

    private List<String> ask(Collection<String> paths) throws Trouble, IOException {
        if (shell == null) {
            shell = host.start(Command.script(SCRIPT));
            answers = new BufferedInputStream(shell.output());
        }
        Running asked = shell;
        Thread watch = Thread.ofVirtual().start(() -> endIfTooLong(asked));
        try {
            OutputStream questions = shell.input();
            questions.write((paths.size() + "\0" + String.join("\0", paths) + "\0").getBytes(StandardCharsets.UTF_8));
            questions.flush();
            List<String> words = new ArrayList<>();
            for (String word = word(); !word.equals(END) || words.isEmpty(); word = word()) {
                if (!words.isEmpty() || word.equals("P")) {
                    words.add(word);
                }
            }
            return words;
        } finally {
            watch.interrupt();
        }
    }

    private static void endIfTooLong(Running asked) {
        try {
            Thread.sleep(LONGEST);
            asked.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it answered in time
        }
    }

    private String word() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b = answers.read(); b != 0; b = answers.read()) {
            if (b < 0) {
                throw new IOException("no answer");
            }
            bytes.write(b);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void close() {
        if (shell != null) {
            shell.close();
            shell = null;
        }
    }
}
