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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Running;
import org.maxdock.text.IoReason;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Unreadable;
import org.maxdock.text.Untrusted;

/**
 * Asks a host about paths and all their ancestors. One bash on the host answers again and again, so that a question
 * costs one round trip, however many paths it is about.
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
                if [ -z "${seen["$at/$part"]-}" ] && [ -L "$at/$part" ]; then
                  links=$((links + 1)); [ $links -le 40 ] || return 0
                  target=$(readlink -- "$at/$part" && echo .) || return 0
                  target=${target%??}
                  case $target in /*) at= ;; esac
                  rest=$target${rest:+/$rest}
                else
                  at=$at/$part; steps+=("$at"); seen["$at"]=1
                fi
              done
            }
            acl() {
              if command -v getfacl >/dev/null; then getfacl -pnEs -- "$@"; return 0; fi
              local s tool=nfs4_getfacl
              if command -v mmgetacl >/dev/null; then tool=mmgetacl; fi
              for s; do printf '# file: %s\\n' "${s//\\\\/\\\\134}"; "$tool" "$s" | grep -v '^# file:' || true; done
            }
            mounted=
            answer() {
              local p s i at may error real closed=() folders=() there=() steps stats
              local -A seen=(['/']=1) mode=() kind=() owner=() reals=()
              for p; do
                walk "$p"
                reals["$p"]=${at:-/}
                printf 'W\\0%s\\0' "$p"
                for s in "${steps[@]}"; do printf '%s\\0' "$s"; done
                printf '\\0'
              done
              mapfile -d '' -t stats < <(stat --printf='%n\\0%a\\0%U\\0%G\\0%F\\0%u\\0' -- "${!seen[@]}" 2>/dev/null)
              for ((i = 0; i + 5 < ${#stats[@]}; i += 6)); do
                s=${stats[i]}; mode[$s]=${stats[i + 1]}; kind[$s]=${stats[i + 4]}; owner[$s]=${stats[i + 5]}
                printf 'S\\0%s\\0%s\\0%s\\0%s\\0%s\\0' "${stats[@]:i:5}"
                case ${mode[$s]} in *[0246]) [ "${kind[$s]}" != directory ] || closed+=("$s") ;; esac
              done
              for p; do
                real=${reals["$p"]}; error=; may=no
                if [ -z "${mode[$real]-}" ]; then real=; error=$(stat -L --printf= -- "$p" 2>&1) || true
                  s=$p # mkdir -p makes what lacks below the first that is there, and no link's target
                  while [ -n "$s" ] && [ ! -e "$s" ] && [ ! -L "$s" ]; do s=${s%/*}; done
                  s=${s:-/}; if [ -d "$s" ] && [ -w "$s" ] && [ -x "$s" ]; then may=make; fi
                elif [ "${kind[$real]}" = directory ]; then
                  there+=("$real"); if [ -r "$real" ] && [ -x "$real" ]; then may=yes; folders+=("${p%/}/"); fi
                else there+=("$real"); [ ! -r "$real" ] || may=yes; fi
                [ $may != yes ] || [ "${owner[$real]}" != "$EUID" ] || may=own
                printf 'P\\0%s\\0%s\\0%s\\0%s\\0' "$p" "$real" "$error" "$may"
              done
              [ ${#there[@]} -eq 0 ] || stat -f --printf='F\\0%n\\0%a\\0%S\\0' -- "${there[@]}" 2>/dev/null
              if [ ${#closed[@]} -gt 0 ] && command -v getfacl mmgetacl nfs4_getfacl >/dev/null; then
                printf 'A\\0%s\\0' "$(acl "${closed[@]}" 2>/dev/null)"
              fi
              if [ ${#folders[@]} -gt 0 ]; then
                timeout 0.5 find "${folders[@]}" -maxdepth 1 -type l ! -xtype l -printf 'L\\0%H\\0/%f\\0/%l\\0' \
            2>/dev/null | head -z -n 4000
              fi
              s=$(</proc/self/mountinfo) 2>/dev/null
              [ "$s" = "$mounted" ] || printf 'M\\0%s\\0' "$s"
              mounted=$s
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
    private final MountTable mounts = new MountTable();

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
            return PathAnswer.parse(ask(paths), mounts);
        } catch (IOException e) {
            close();
            if (!fresh && host.isOpen()) {
                return read(paths); // that bash has ended meanwhile; a new one says more
            }
            throw host.isOpen()
                    ? new Trouble(e, TroubleKind.MOUNT_CHECK_FAILED, host.name(), IoReason.of(e))
                    : new Trouble(e, TroubleKind.CONNECTION_LOST, host.name());
        }
    }

    private List<String> ask(Collection<String> paths) throws Trouble, IOException {
        if (shell == null) {
            shell = host.start(Command.script(SCRIPT));
            answers = new BufferedInputStream(shell.output());
        }
        Running asked = shell;
        CompletableFuture<Void> watch = CompletableFuture.runAsync(
                asked::close, CompletableFuture.delayedExecutor(LONGEST.toSeconds(), TimeUnit.SECONDS));
        try {
            OutputStream questions = shell.input();
            questions.write((paths.size() + "\0" + String.join("\0", paths) + "\0").getBytes(StandardCharsets.UTF_8));
            questions.flush();
            List<String> words = new ArrayList<>();
            long size = 0;
            for (String word = word(); !word.equals(END) || words.isEmpty(); word = word()) {
                size += 1 + word.length();
                if (size > Untrusted.LARGE) {
                    throw new Unreadable(Reason.of("reason.no-end", "an answer without an end"));
                }
                if (!words.isEmpty() || word.equals("W")) {
                    words.add(word);
                }
            }
            return words;
        } finally {
            watch.cancel(false);
        }
    }

    private String word() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b = answers.read(); b != 0; b = answers.read()) {
            if (b < 0 || bytes.size() > Untrusted.LARGE) {
                throw new Unreadable(Reason.of("reason.ends-early", "no answer"));
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
