package org.maxdock.host.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.maxdock.text.IoReason;
import org.maxdock.text.Message;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/** What known_hosts files say about one host, by the rules of OpenSSH's client. */
final class KnownHosts {

    /** What the files say about a key that a host shows. */
    enum Verdict {
        KNOWN,
        /** The host is in no file. */
        NEW,
        /** The host is known by another key, of this type or another. */
        CHANGED,
        REVOKED
    }

    private static final long LARGEST = 64L << 20;

    private final List<KnownHostsLine> lines;

    KnownHosts(List<KnownHostsLine> lines) {
        this.lines = List.copyOf(lines);
    }

    /**
     * Reads the files in their order; those that are missing, or are no files, hold nothing. One that cannot be read is
     * passed over with a note, as ssh passes over it.
     *
     * @throws Trouble where one is too large
     */
    static KnownHosts read(List<Path> files, Consumer<Message> notes) throws Trouble {
        List<KnownHostsLine> lines = new ArrayList<>();
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                try {
                    if (Files.size(file) > LARGEST) {
                        throw new Trouble(
                                TroubleKind.FILE_UNREADABLE,
                                file,
                                Reason.of("reason.too-many-bytes", "larger than 64 MiB", LARGEST));
                    }
                    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    lines.addAll(of(file, text).lines);
                } catch (IOException e) {
                    notes.accept(Message.of("ssh.note.unread", file, IoReason.of(e)));
                }
            }
        }
        return new KnownHosts(lines);
    }

    /** @param file that the text is of */
    static KnownHosts of(Path file, String text) throws Trouble {
        return Untrusted.of((int) LARGEST, TroubleKind.FILE_UNREADABLE, file)
                .text(
                        text,
                        t -> new KnownHosts(Arrays.stream(t.split("\n"))
                                .flatMap(line -> KnownHostsLine.parse(line).stream())
                                .toList()));
    }

    /** Those lines that are about a host; their order is that of the files. */
    KnownHosts about(String name) {
        return new KnownHosts(lines.stream().filter(l -> l.isFor(name)).toList());
    }

    List<KeyBlob> keys(KnownHostsLine.Marker marker) {
        return lines.stream()
                .filter(l -> l.marker() == marker)
                .map(KnownHostsLine::key)
                .toList();
    }

    /** What these lines, which are {@linkplain #about about} one host, say to a key: revoked wins over known. */
    Verdict verdict(KeyBlob key) {
        if (keys(KnownHostsLine.Marker.REVOKED).contains(key)) {
            return Verdict.REVOKED;
        }
        List<KeyBlob> known = keys(KnownHostsLine.Marker.NONE);
        if (known.contains(key)) {
            return Verdict.KNOWN;
        }
        return known.isEmpty() ? Verdict.NEW : Verdict.CHANGED;
    }
}
