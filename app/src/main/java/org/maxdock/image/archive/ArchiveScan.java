package org.maxdock.image.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Running;
import org.maxdock.image.identity.Sha256;
import org.maxdock.text.BoundedInput;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/**
 * Reads an image archive where it lies: the host's own tar walks through it once and the digest of each member is
 * computed there, so nothing is unpacked to a disk and only names, digests and manifests cross the link.
 */
public final class ArchiveScan {

    /** More members than any image has: an archive of a million files is none, and would take hours. */
    private static final int MEMBERS = 20_000;

    /**
     * What is done with each file: reads it on standard input, and says its digest, the digest of its content, and
     * small JSON itself.
     */
    private static final String MEMBER = """
            set -o pipefail
            first=$(od -An -v -tx1 -N4) first=${first// } start=
            for ((i = 0; i < ${#first}; i += 2)); do start+="\\x${first:i:2}"; done
            whole() { printf "$start"; cat; }
            case $first in
              1f8b*) unpack='gzip -dc';;
              28b52ffd) unpack='zstd -qdc';;
              7b*|5b*) if [ "$TAR_SIZE" -le __LIMIT__ ]; then echo "json $(whole | base64 -w0)"; exit; fi; unpack=;;
              *) unpack=;;
            esac
            if [ -z "$unpack" ]; then
              digest=$(whole | sha256sum) && echo "file $TAR_SIZE ${digest%% *} ${digest%% *}"
              exit
            fi
            both=$({ whole | tee >(sha256sum | sed 's/^/digest /' >&3) | { $unpack 2>/dev/null || echo broken >&3; \
            cat >/dev/null; } | sha256sum >&3; } 3>&1)
            digest= content=
            while read -r one two _; do
              case $one in digest) digest=$two;; broken) content=broken;; *) content=${content:-$one};; esac
            done <<<"$both"
            echo "file $TAR_SIZE $digest $content"
            """.replace("__LIMIT__", String.valueOf(ArchiveMember.JSON_LIMIT));

    private static final String SCAN = """
            export LC_ALL=C MAXDOCK_MEMBER=$2
            [ -f "$1" ] && [ -r "$1" ] || { echo "no such file, or not yours to read: $1" >&2; exit 5; }
            case $(head -c 4 -- "$1" | od -An -v -tx1 | tr -d ' \\n') in
              1f8b*) unpack='gzip -dc';; 28b52ffd) unpack='zstd -qdc';; 425a68*) unpack='bzip2 -dc';;
              fd377a58) unpack='xz -dc';; *) unpack=cat;;
            esac
            command -v "${unpack%% *}" >/dev/null || { echo "${unpack%% *} is not installed here" >&2; exit 6; }
            list=$(mktemp) || exit 7
            trap 'rm -f -- "$list"' EXIT
            set -o pipefail
            $unpack < "$1" | {
              tar --extract --file=- --absolute-names --to-command='exec bash -c "$MAXDOCK_MEMBER"' -vv \
            --index-file="$list" \\
                --full-time --numeric-owner --quoting-style=escape --quote-chars=' '
              status=$?
              cat >/dev/null
              exit $status
            }
            status=$?
            sed 's/^/list /' "$list"
            echo "end $status"
            """;

    private static final byte[] NOTHING = new byte[0];
    private static final Pattern LISTED = Pattern.compile("(.)\\S* \\S+ +\\S+ \\S+ \\S+ (.*)");

    private static final Pattern OCTAL = Pattern.compile("[0-3][0-7][0-7]");

    private final Host host;

    public ArchiveScan(Host host) {
        this.host = host;
    }

    /**
     * What an archive holds.
     *
     * @param flaw why it is not whole, in the tools' words; empty where it is
     */
    record Found(List<ArchiveMember> members, String flaw) {}

    /** @throws Trouble where there is no such file, or none that the user may read */
    public Found read(String path, Cancellation cancellation) throws Trouble {
        Command command = Command.script(SCAN, path, MEMBER).withLifeline();
        try (Running running = host.start(command)) {
            cancellation.onCancel(running::close);
            StringBuilder errors = new StringBuilder();
            Thread reader = Thread.ofVirtual().start(() -> collect(running, errors));
            List<String> lines = lines(running, path);
            int status = running.await();
            reader.join();
            if (cancellation.isCancelled()) {
                throw new Trouble(TroubleKind.CANCELLED);
            }
            if (status == Running.BROKEN && !host.isOpen()) {
                throw new Trouble(TroubleKind.CONNECTION_LOST, host.name());
            }
            if (status != 0) {
                throw new Trouble(
                        TroubleKind.ARCHIVE_UNREADABLE,
                        path,
                        errors.toString().strip().lines().reduce((a, b) -> b).orElse("status " + status));
            }
            return parse(path, lines, errors.toString());
        } catch (IOException e) {
            throw new Trouble(
                    e,
                    cancellation.isCancelled() ? TroubleKind.CANCELLED : TroubleKind.ARCHIVE_UNREADABLE,
                    path,
                    e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        }
    }

    private static List<String> lines(Running running, String path) throws IOException, Trouble {
        List<String> lines = new ArrayList<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                new BoundedInput(running.output(), Untrusted.LARGE), StandardCharsets.ISO_8859_1));
        for (String line; (line = reader.readLine()) != null; ) {
            lines.add(line);
            if (lines.size() > 2 * MEMBERS) {
                throw new Trouble(TroubleKind.ARCHIVE_UNREADABLE, path, "over " + MEMBERS + " members");
            }
        }
        return lines;
    }

    private static void collect(Running running, StringBuilder errors) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(running.errors(), StandardCharsets.UTF_8))) {
            for (String line; (line = reader.readLine()) != null; ) {
                if (errors.length() < 10_000) {
                    errors.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            errors.append(e.getMessage());
        }
    }

    static Found parse(String path, List<String> lines, String errors) throws Trouble {
        return Untrusted.of(2 * Untrusted.LARGE, TroubleKind.ARCHIVE_UNREADABLE, path)
                .words(lines, all -> found(all, errors));
    }

    private static Found found(List<String> lines, String errors) {
        Deque<String[]> files = new ArrayDeque<>();
        lines.stream()
                .filter(l -> l.startsWith("file ") || l.startsWith("json "))
                .forEach(l -> files.add(l.split(" ", -1)));
        List<ArchiveMember> members = new ArrayList<>();
        for (String line : lines) {
            Matcher m = LISTED.matcher(line.startsWith("list ") ? line.substring(5) : "");
            if (m.matches()) {
                members.add(
                        m.group(1).equals("-") && !files.isEmpty()
                                ? file(unescape(m.group(2)), files.poll())
                                : other(m.group(1).charAt(0), m.group(2)));
            }
        }
        boolean whole = lines.contains("end 0") && files.isEmpty();
        String why = errors.strip().lines().findFirst().orElse("it ends early");
        return new Found(members, whole ? "" : why.replaceFirst("^tar: ", ""));
    }

    private static ArchiveMember file(String name, String[] f) {
        if (f.length != (f[0].equals("json") ? 2 : 4)) {
            throw new IllegalArgumentException("half a line about " + name);
        }
        if (f[0].equals("json")) {
            byte[] json = Base64.getDecoder().decode(f[1]);
            String digest = "sha256:" + Sha256.of(json);
            return new ArchiveMember('-', name, "", json.length, digest, digest, json);
        }
        return new ArchiveMember(
                '-',
                name,
                "",
                Long.parseLong(f[1]),
                "sha256:" + f[2],
                f[3].equals("broken") ? "" : "sha256:" + f[3],
                NOTHING);
    }

    /** Whatever is no file; and a file of which nothing was said, which can only be where the archive ends. */
    private static ArchiveMember other(char type, String listed) {
        String between = type == 'l' ? " -> " : type == 'h' ? " link to " : "\n";
        int at = listed.indexOf(between);
        return at < 0
                ? new ArchiveMember(type, unescape(listed), "", 0, "", "", NOTHING)
                : new ArchiveMember(
                        type,
                        unescape(listed.substring(0, at)),
                        unescape(listed.substring(at + between.length())),
                        0,
                        "",
                        "",
                        NOTHING);
    }

    /** tar's quoting style "escape", with spaces escaped too: so a space that is not is tar's own. */
    private static String unescape(String listed) {
        StringBuilder bytes = new StringBuilder();
        for (int i = 0; i < listed.length(); i++) {
            char c = listed.charAt(i);
            if (c != '\\' || i + 1 == listed.length()) {
                bytes.append(c);
            } else if (i + 3 < listed.length()
                    && OCTAL.matcher(listed).region(i + 1, i + 4).matches()) {
                bytes.append((char) Integer.parseInt(listed.substring(i + 1, i + 4), 8));
                i += 3;
            } else {
                bytes.append(
                        switch (listed.charAt(++i)) {
                            case 'n' -> '\n';
                            case 't' -> '\t';
                            case 'r' -> '\r';
                            case 'a' -> '\u0007';
                            case 'b' -> '\b';
                            case 'f' -> '\f';
                            case 'v' -> '\u000b';
                            default -> listed.charAt(i);
                        });
            }
        }
        return new String(bytes.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
