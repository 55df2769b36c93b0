package org.maxdock.host;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Writes files of a host so that whatever ends the writing leaves the old one or the new one, whole, and nothing beside
 * it. The host is told the length and the checksum first, and puts nothing in the old one's place that has another.
 */
final class FileWriter {

    private static final int NOT_REGULAR = 21;
    private static final int CHANGED = 22;
    private static final String ANY = "any";

    /** A function of bash: what a temporary file's name ends with, by which its writer is known from all others. */
    static final String KEY = """
            key_of() { local sum; sum=$(printf '%s\\n' "$@" | sha256sum) && echo "${sum:0:16}"; } # PLACE DIGEST
            """;

    private static final String SCRIPT = KEY + """
            length=$2 digest=$3 old=$4
            fail() { printf '%s\\n' "$2" >&2; exit "$1"; }
            digest_of() { local sum; sum=$(sha256sum < "$1") && echo "${sum%% *}"; }
            at=$(readlink -f -- "$1" && echo .) || fail 1 "no such folder" # a link stays one
            at=${at%??} folder=${at%/*}/
            is_old() {
              case $old in
                any) ;;
                absent) [ ! -e "$at" ] ;;
                *) [ -f "$at" ] && [ "$(digest_of "$at")" = "$old" ] ;;
              esac
            }
            writable() {
              [ ! -e "$at" ] && return
              [ -f "$at" ] || fail 21 "not a regular file"
              [ -w "$at" ] || fail 1 "permission denied"
            }
            writable
            is_old || fail 22 changed
            # what a kill -9 has left: of processes of this machine that are gone, of others after a day
            new=.maxdock-new.$(uname -n).
            for stray in "$folder$new"*; do
              process=${stray#"$folder$new"}
              [ -O "$stray" ] && [ -f "$stray" ] && [ -d /proc/self ] && [ ! -e "/proc/${process%%.*}" ] &&
                rm -f -- "$stray"
            done
            find "$folder" -maxdepth 1 -name '.maxdock-new.*' -user "$EUID" -type f -mtime +0 -delete 2>/dev/null
            new=$folder$new$$.$RANDOM$RANDOM.$(key_of "$at" "$digest")
            """ + OwnFile.CREATE + """
            trap 'rm -f -- "$new"' EXIT
            trap 'exit 129' HUP INT TERM PIPE
            head -c "$length" >&7 || exit
            [ "$(wc -c < "$opened")" -eq "$length" ] || fail 1 "not all of it arrived"
            [ "$(digest_of "$opened")" = "$digest" ] || fail 1 "it arrived damaged"
            if [ -e "$at" ]; then
              cp --attributes-only --preserve=mode,ownership -- "$at" "$opened" ||
                chmod --reference="$at" -- "$opened" || exit
            else
              chmod "$usual" -- "$opened" || exit
            fi
            sync -- "$opened" || exit
            writable
            is_old || fail 22 changed
            """ + OwnFile.STILL_THERE + """
            if [ "$old" != absent ]; then
              mv -fT -- "$new" "$at" || exit
            elif ! ln -T -- "$new" "$at" 2>/dev/null; then # without a gap, where the file system has hard links
              is_old || fail 22 changed
              mv -nT -- "$new" "$at" || exit
            fi
            sync -- "$folder" 2>/dev/null
            true
            """;

    private final Host host;

    FileWriter(Host host) {
        this.host = host;
    }

    /** @param old what it must hold to be written over; empty for whatever it holds */
    void write(String path, byte[] bytes, Optional<FileVersion> old) throws Trouble {
        write(
                path,
                bytes.length,
                FileVersion.of(bytes),
                old,
                to -> new ByteArrayInputStream(bytes).transferTo(to),
                new Cancellation());
    }

    /** Writes what is written. */
    interface Source {
        void writeTo(OutputStream to) throws IOException;
    }

    /**
     * The same of something large, which is read as it goes.
     *
     * @param length how many bytes the source writes
     * @param version what they are
     */
    void write(
            String path,
            long length,
            FileVersion version,
            Optional<FileVersion> old,
            Source source,
            Cancellation cancellation)
            throws Trouble {
        Command command = Command.script(
                SCRIPT,
                path,
                String.valueOf(length),
                version.digest(),
                old.map(FileVersion::digest).orElse(ANY));
        boolean sent = false;
        Output output;
        try (Running running = host.start(command, cancellation)) {
            sent = send(running, source);
            output = CancellableOutput.collect(running);
        } catch (Trouble e) {
            if (e.kind() != TroubleKind.CONNECTION_LOST) {
                throw e;
            }
            throw cancellation.isCancelled() ? new Trouble(e, TroubleKind.CANCELLED) : lost(e, path, sent);
        }
        if (output.ok()) {
            return;
        }
        if (cancellation.isCancelled()) {
            throw new Trouble(TroubleKind.CANCELLED);
        }
        if (!host.isOpen()) {
            throw lost(null, path, sent);
        }
        throw switch (output.status()) {
            case NOT_REGULAR -> new Trouble(TroubleKind.FILE_NOT_REGULAR, path);
            case CHANGED -> new Trouble(TroubleKind.FILE_CHANGED, path);
            default -> new Trouble(TroubleKind.FILE_UNWRITABLE, path, output.lastError());
        };
    }

    /** What the host has not got to its end it cannot have put in the old one's place. */
    private Trouble lost(Trouble cause, String path, boolean sent) {
        return sent
                ? new Trouble(cause, TroubleKind.FILE_CUT, path)
                : new Trouble(cause, TroubleKind.FILE_NOT_REPLACED, path);
    }

    /** Whether all of it went; where the host takes no more, its answer says why. */
    private static boolean send(Running running, Source source) {
        try (OutputStream input = running.input()) {
            source.writeTo(input);
            input.flush();
            return true;
        } catch (IOException e) {
            System.getLogger(FileWriter.class.getName()).log(System.Logger.Level.DEBUG, "it takes no more", e);
            return false;
        }
    }
}
