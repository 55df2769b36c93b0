package org.maxdock.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/** Files and folders of a host, by its own coreutils, so that they are the same here and over SSH. */
public final class HostFiles {

    private static final int ABSENT = 20;
    private static final int NOT_REGULAR = 21;
    private static final int TOO_LARGE = 23;
    private static final int ERRORS = 4096;
    private static final int BLOCK = 1 << 18;

    private static final String READ = """
            if [ ! -e "$1" ]; then case $1 in */*) cd -- "${1%/*}/" || exit 1 ;; esac; exit 20; fi
            [ -f "$1" ] || exit 21
            size=$(stat -L -c %s -- "$1") || exit
            [ "$size" -le "$2" ] || exit 23
            exec cat -- "$1\"""";

    private static final int STILL_WRITTEN = 24;

    /**
     * The writer may be on another machine of the same name: what is as old as a minute is what one has left that died.
     */
    private static final String AFTER_CUT = FileWriter.KEY + """
            at=$(readlink -f -- "$1" && echo .) || exit 1
            at=${at%??} folder=${at%/*}/ patience=100
            new=".maxdock-new.*.$(key_of "$at" "$2")" # of these bytes for this file: others here are not waited for
            writer() { find "$folder" -maxdepth 1 -name "$new" -user "$EUID" -type f -mmin -1 2>/dev/null; }
            while [ -n "$(writer)" ]; do
              [ "$((patience--))" -gt 0 ] || exit 24
              sleep 0.1
            done
            sha256sum < "$at\"""";

    private final Host host;

    public HostFiles(Host host) {
        this.host = host;
    }

    /**
     * The bytes of a file, all of them or none.
     *
     * @throws Trouble for what is no regular file, or has more than {@value Collector#LIMIT} bytes
     */
    public byte[] read(String path) throws Trouble {
        return find(path).orElseThrow(() -> absent(path));
    }

    /** The same; empty where there is no such file in a folder that is there. */
    public Optional<byte[]> find(String path) throws Trouble {
        Output output = host.run(Command.script(READ, path, String.valueOf(Collector.LIMIT)));
        return switch (output.status()) {
            case 0 -> Optional.of(output.bytes());
            case ABSENT -> Optional.empty();
            default -> throw trouble(path, output.status(), output.lastError());
        };
    }

    private static Trouble trouble(String path, int status, String error) {
        return switch (status) {
            case ABSENT -> absent(path);
            case NOT_REGULAR -> new Trouble(TroubleKind.FILE_NOT_REGULAR, path);
            case TOO_LARGE -> new Trouble(TroubleKind.FILE_TOO_LARGE, path, Collector.LIMIT >> 20);
            default -> new Trouble(TroubleKind.FILE_UNREADABLE, path, error);
        };
    }

    private static Trouble absent(String path) {
        return new Trouble(TroubleKind.FILE_UNREADABLE, path, IoReason.NONE);
    }

    /**
     * Passes the bytes of a file on as they come, however many they are; as many as it has when it is read.
     *
     * @throws IOException where they are not taken
     */
    public void copy(String path, OutputStream to) throws Trouble, IOException {
        try (Running running = host.start(Command.script(READ, path, String.valueOf(Long.MAX_VALUE)))) {
            running.output().transferTo(to);
            to.flush();
            String error = new String(running.errors().readNBytes(ERRORS), StandardCharsets.UTF_8);
            int status = running.await();
            if (status != 0) {
                throw trouble(path, status, error.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(e, TroubleKind.CANCELLED);
        }
    }

    /** The bytes of a file in a folder that must be there; none where the folder has no such file. */
    public byte[] readIfAny(String folder, String name) throws Trouble {
        return find(folder + "/" + name).orElse(new byte[0]);
    }

    /**
     * A file's bytes as a text.
     *
     * @throws Trouble where they are no UTF-8: what is read as something else would be written back as that
     */
    public static String text(String path, byte[] bytes) throws Trouble {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Trouble(e, TroubleKind.NOT_A_TEXT, path);
        }
    }

    /**
     * Writes a file whole: into a temporary file beside it, to the disk, then in the place of the old one, whose rights
     * it takes; a new one has the umask's. A link stays one, to what is then the new file. Whatever ends it, the old or
     * the new is there, and nothing beside it.
     *
     * @throws Trouble file-cut, where the connection broke so late that it may be the new one, for {@link #holds} to
     *     tell over the next one; any other: it is the old one
     */
    public void write(String path, byte[] bytes) throws Trouble {
        new FileWriter(host).write(path, bytes, Optional.empty());
    }

    /**
     * The same, where the file is still as it was read.
     *
     * @throws Trouble file-changed, where it is not; then it is left as it is
     */
    public void write(String path, byte[] bytes, FileVersion read) throws Trouble {
        new FileWriter(host).write(path, bytes, Optional.of(read));
    }

    /**
     * Sends a file of this machine, however large, and writes it as {@link #write(String, byte[])} does.
     *
     * @param version what it holds; what has become something else meanwhile is not written
     * @param sent is told how many bytes have gone
     */
    public void send(Path file, FileVersion version, String path, LongConsumer sent, Cancellation cancellation)
            throws Trouble {
        new FileWriter(host)
                .write(path, sizeOf(file), version, Optional.empty(), to -> pour(file, to, sent), cancellation);
    }

    private static long sizeOf(Path file) throws Trouble {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNREADABLE, file, IoReason.of(e));
        }
    }

    private static void pour(Path file, OutputStream to, LongConsumer sent) throws IOException {
        byte[] block = new byte[BLOCK];
        long gone = 0;
        try (InputStream from = Files.newInputStream(file)) {
            for (int read = from.read(block); read >= 0; read = from.read(block)) {
                to.write(block, 0, read);
                gone += read;
                sent.accept(gone);
            }
        }
    }

    /**
     * Whether a file has these bytes: to learn after a cut whether what was written is there. What still writes them is
     * waited for, since it may have got all of them; who writes anything else in that folder is not.
     *
     * @throws Trouble file-cut, where they are being written for longer than that may take
     */
    public boolean holds(String path, byte[] bytes) throws Trouble {
        String digest = FileVersion.of(bytes).digest();
        Output output = host.run(Command.script(AFTER_CUT, path, digest));
        if (output.status() == STILL_WRITTEN) {
            throw new Trouble(TroubleKind.FILE_CUT, path);
        }
        return output.ok() && output.text().startsWith(digest);
    }

    /**
     * Makes a folder, and those above it that lack, with the rights that the user's umask gives.
     *
     * @throws Trouble folder-not-made, with the host's reason
     */
    public void makeFolder(String path) throws Trouble {
        Output output = host.run(Command.script("mkdir -p -- \"$1\"", path));
        if (!output.ok()) {
            throw new Trouble(TroubleKind.FOLDER_NOT_MADE, path, output.reason());
        }
    }

    /** Those of the paths that are there and can be entered, in their order, with what is free there. */
    public List<StartFolder> places(List<String> paths) throws Trouble {
        Output output = host.run(Command.script("""
                for p in "$@"; do
                  [ -d "$p" ] && [ -x "$p" ] || continue
                  printf '%s\\0%s\\0' "$p" "$(stat -f -c '%a %S' -- "$p" 2>/dev/null)"
                done
                true""", paths.toArray(String[]::new)));
        return Untrusted.of(Untrusted.LARGE, TroubleKind.ANSWER_UNREADABLE, host.name())
                .text(output.text(), HostFiles::startFolders);
    }

    private static List<StartFolder> startFolders(String printed) {
        List<StartFolder> places = new ArrayList<>();
        String[] words = printed.split("\0");
        for (int i = 0; i + 1 < words.length; i += 2) {
            String[] free = words[i + 1].strip().split(" ");
            boolean counted = free.length == 2 && free[0].matches("\\d{1,15}") && free[1].matches("\\d{1,9}");
            places.add(new StartFolder(words[i], counted ? Long.parseLong(free[0]) * Long.parseLong(free[1]) : -1));
        }
        return places;
    }

    /** The folders that shell patterns name and that the user may read, latest changed first, at most {@code limit}. */
    public List<String> readableFolders(List<String> patterns, int limit) throws Trouble {
        Output output = host.run(Command.script(
                """
                limit=$1; shift
                find_all() {
                  local p f
                  for p; do
                    compgen -G "$p" | while IFS= read -r f; do
                      [ -d "$f" ] && [ -r "$f" ] && [ -x "$f" ] && printf '%s\\0' "$f"
                    done
                  done
                  true
                }
                find_all "$@" | head -z -n 5000 | xargs -0 -r stat --printf='%Y %n\\0' -- 2>/dev/null | sort -z -rn | \
                head -z -n "$limit"
                true""",
                java.util.stream.Stream.concat(java.util.stream.Stream.of(String.valueOf(limit)), patterns.stream())
                        .toArray(String[]::new)));
        return java.util.Arrays.stream(output.text().split("\0"))
                .filter(l -> l.contains(" "))
                .map(l -> l.substring(l.indexOf(' ') + 1))
                .toList();
    }

    /**
     * A part of a folder's entries.
     *
     * @param more how many folders come after it
     */
    public record Page(List<FileEntry> folders, long more) {}

    /**
     * The folders in a folder (and links to folders), by name: {@code count} of them after the first {@code skip}.
     * Sorted on the host, and only what is shown is looked at closer, so that a folder of a hundred thousand entries
     * costs little more.
     *
     * @throws Trouble when the folder cannot be read
     */
    public Page folders(String folder, int skip, int count) throws Trouble {
        Output output = host.run(Command.script("""
                cd -- "$1" && [ -r . ] || exit 1
                export LC_ALL=C
                names=$(mktemp) && trap 'rm -f -- "$names"' EXIT
                find . -mindepth 1 -maxdepth 1 \\( -type d -o -type l -xtype d \\) -printf '%f\\0' 2>/dev/null | \
                sort -z > "$names"
                head -z -n "$(($2 + $3))" < "$names" | tail -z -n "+$(($2 + 1))" | \
                xargs -0 -r stat --printf='%n/%a %U\\0' -- 2>/dev/null
                all=$(tr -cd '\\0' < "$names" | wc -c)
                printf '/\\0%s' "$((all > $2 + $3 ? all - $2 - $3 : 0))"
                """, folder, String.valueOf(skip), String.valueOf(count)));
        if (!output.ok()) {
            throw new Trouble(TroubleKind.FOLDER_UNREADABLE, folder, output.reason());
        }
        return page(folder, output.text());
    }

    static Page page(String folder, String printed) throws Trouble {
        return Untrusted.of(Untrusted.LARGE, TroubleKind.FOLDER_UNREADABLE, folder)
                .text(printed, HostFiles::page);
    }

    /**
     * What the script above printed: for each folder its name, mode and owner; after a slash the number of the rest.
     */
    private static Page page(String printed) {
        List<FileEntry> entries = new ArrayList<>();
        String[] words = printed.split("\0");
        for (String word : words) {
            int slash = word.lastIndexOf('/');
            String[] rest = word.substring(slash + 1).split(" ", 2);
            if (slash > 0 && rest.length == 2 && rest[0].matches("[0-7]{1,6}")) {
                entries.add(new FileEntry(word.substring(0, slash), Integer.parseInt(rest[0], 8), rest[1]));
            }
        }
        String last = words.length == 0 ? "" : words[words.length - 1].strip();
        return new Page(List.copyOf(entries), last.matches("\\d{1,9}") ? Long.parseLong(last) : 0);
    }
}
