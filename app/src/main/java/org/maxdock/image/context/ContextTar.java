package org.maxdock.image.context;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.maxdock.host.StreamTrouble;
import org.maxdock.image.identity.Sha256;
import org.maxdock.text.IoReason;
import org.maxdock.text.Message;
import org.maxdock.text.RawText;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Files of a build context as a tar stream: owned by root, their names exactly, a file of several names once. */
final class ContextTar {

    /** How exactly times are told: Docker's own client tells whole seconds in a tar, and all of them of a folder. */
    private enum Times {
        SECONDS,
        EXACT
    }

    private static final int PIPE = 1 << 20;
    private static final int BUFFER = 1 << 16;
    private static final int READ = 0400;
    private static final int ENTER = 0500;
    /** Nanoseconds. */
    private static final long TENTH_OF_A_MILLISECOND = 100_000;
    /** The nanoseconds that an archive tells apart. */
    private static final long TOLD = 100;

    private final Times times;
    private final Map<String, byte[]> instead;
    private final Set<String> replaced;
    private final Map<String, ContextFile> firsts;
    private final Map<FileFacts.Identity, ContextFile> seen = new HashMap<>();
    private final SortedMap<String, FileState> sent = new ConcurrentSkipListMap<>();

    private ContextTar(
            Times times, Map<String, byte[]> instead, Set<String> replaced, Map<String, ContextFile> firsts) {
        this.times = times;
        this.instead = Map.copyOf(instead);
        this.replaced = Set.copyOf(replaced);
        this.firsts = Map.copyOf(firsts);
    }

    /** As Docker's client packs a folder. */
    static ContextTar ofSeconds() {
        return ofSeconds(Map.of());
    }

    /** @param instead what files say that bear these names, instead of what they say */
    static ContextTar ofSeconds(Map<String, byte[]> instead) {
        return new ContextTar(Times.SECONDS, instead, Set.of(), Map.of());
    }

    /**
     * With times as they are; but an engine takes a file that is as long and as old as before for the same.
     *
     * @param replaced names of files that come in the place of others: they are of a time that differs by less than a
     *     tenth of a millisecond, by their content
     * @param firsts of names that are sent as links, those of their files that are there, or come before them
     */
    static ContextTar exact(Set<String> replaced, Map<String, ContextFile> firsts) {
        return new ContextTar(Times.EXACT, Map.of(), replaced, firsts);
    }

    /**
     * The archive, packed in the background while it is read. A file that cannot be read ends the stream with an error.
     */
    InputStream open(List<ContextFile> files) throws IOException {
        Packed stream = new Packed();
        PipedOutputStream out = new PipedOutputStream(stream);
        Thread.ofVirtual().name("build-context").start(() -> {
            try (out) {
                packOrFail(files, out, stream); // what failed is known before the stream ends
            } catch (IOException e) {
                System.getLogger(ContextTar.class.getName()).log(System.Logger.Level.DEBUG, "not read to its end", e);
            }
        });
        return stream;
    }

    /** What was packed, by name, once it was: kind, permissions, and digest or target, as {@link #what} has it. */
    SortedMap<String, String> sent() {
        return FileState.whats(sent);
    }

    /** The same with the times that the files had. */
    SortedMap<String, FileState> sentStates() {
        return sent;
    }

    /**
     * What a file is, in a line: the kind as a tar has it, permissions, and digest or where a link leads; of a further
     * name of a file both.
     */
    static String what(byte kind, int permissions, String content) {
        return (char) kind + " " + Integer.toOctalString(permissions) + " " + content;
    }

    /** The same of a file as it is. */
    static String what(ContextFile file, FileFacts facts) throws IOException {
        String content = "";
        if (facts.kind() == TarConstants.LF_SYMLINK) {
            content = target(file.path());
        } else if (facts.kind() == TarConstants.LF_NORMAL) {
            MessageDigest digest = Sha256.start();
            try (InputStream in = new DigestInputStream(Files.newInputStream(file.path()), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            content = Sha256.hex(digest.digest());
        }
        return what(facts.kind(), facts.permissions(), content);
    }

    private void packOrFail(List<ContextFile> files, OutputStream out, Packed stream) throws IOException {
        try {
            pack(files, out);
        } catch (IOException e) {
            stream.failure = e;
            throw e;
        } catch (RuntimeException | Error e) {
            stream.failure = new IOException(e);
            throw stream.failure;
        }
    }

    private static final class Packed extends PipedInputStream {
        private volatile IOException failure;

        Packed() {
            super(PIPE);
        }

        @Override
        public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            if (n < 0 && failure != null) {
                throw failure;
            }
            return n;
        }
    }

    private void pack(List<ContextFile> files, OutputStream out) throws IOException {
        TarArchiveOutputStream tar =
                new TarArchiveOutputStream(out, StandardCharsets.ISO_8859_1.name()); // names come as bytes
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        tar.setBigNumberMode(
                times == Times.EXACT ? TarArchiveOutputStream.BIGNUMBER_POSIX : TarArchiveOutputStream.BIGNUMBER_STAR);
        for (ContextFile file : files) {
            if (!firsts.containsKey(file.name())) {
                add(tar, file);
            }
        }
        for (ContextFile file : files) {
            if (firsts.containsKey(file.name())) {
                add(tar, file);
            }
        }
        tar.finish();
        tar.flush();
    }

    private static String bytes(String name) {
        return new String(RawText.bytes(name), StandardCharsets.ISO_8859_1);
    }

    private void add(TarArchiveOutputStream tar, ContextFile file) throws IOException {
        FileFacts facts = facts(file);
        if (facts.kind() == FileFacts.NONE) {
            return; // a socket is nothing that an image can hold
        }
        byte[] given = instead.get(file.name());
        Optional<ContextFile> first = given == null ? first(file, facts) : Optional.empty();
        if (first.isPresent()) {
            link(tar, file, facts, first.get());
            return;
        }
        if (given != null && facts.kind() == TarConstants.LF_SYMLINK) {
            facts = facts.asFile();
        }
        boolean regular = facts.kind() == TarConstants.LF_NORMAL;
        TarArchiveEntry entry = new TarArchiveEntry(
                bytes(file.name()) + (facts.kind() == TarConstants.LF_DIR ? "/" : ""), facts.kind());
        entry.setSize(given != null ? given.length : regular ? facts.size() : 0);
        if (facts.kind() == TarConstants.LF_SYMLINK) {
            entry.setLinkName(target(file.path()));
        }
        entry.setLastModifiedTime(time(file, facts));
        entry.setIds(0, 0);
        entry.setNames("", "");
        entry.setMode(facts.mode()); // as docker's client does: with its cache one has its steps in common
        tar.putArchiveEntry(entry);
        String content = entry.getLinkName();
        if (regular) {
            MessageDigest digest = Sha256.start();
            try (InputStream in = given != null ? new ByteArrayInputStream(given) : opened(file)) {
                copy(file, in, tar, digest, entry.getSize());
            }
            content = Sha256.hex(digest.digest());
        }
        tar.closeArchiveEntry();
        sent(file, facts, what(facts.kind(), facts.permissions(), content));
    }

    private void sent(ContextFile file, FileFacts facts, String what) {
        sent.put(file.name(), new FileState(what, FileState.time(facts.modified())));
    }

    /** Another name of the same file, by which it is there already. */
    private Optional<ContextFile> first(ContextFile file, FileFacts facts) throws IOException {
        if (!facts.hasSeveralNames()) {
            return Optional.empty();
        }
        if (times == Times.SECONDS) {
            return Optional.ofNullable(seen.putIfAbsent(facts.identity(), file));
        }
        ContextFile first = firsts.get(file.name());
        boolean still = first != null && facts(first).identity().equals(facts.identity());
        return still ? Optional.of(first) : Optional.empty();
    }

    private void link(TarArchiveOutputStream tar, ContextFile file, FileFacts facts, ContextFile first)
            throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(bytes(file.name()), TarConstants.LF_LINK);
        entry.setLinkName(bytes(first.name()));
        entry.setLastModifiedTime(time(first, facts));
        entry.setIds(0, 0);
        entry.setNames("", "");
        entry.setMode(facts.mode());
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
        FileState its = sent.get(first.name());
        String what = its == null ? what(first, facts) : its.what();
        sent(file, facts, times == Times.SECONDS ? what : HardLinks.asLink(what, first.name()));
    }

    private static FileFacts facts(ContextFile file) throws IOException {
        try {
            return FileFacts.of(file.path());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static InputStream opened(ContextFile file) throws IOException {
        try {
            return Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS); // it was a file a moment ago
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * As many bytes as its head has told, as tar(1) has it: what has been added meanwhile stays out, and what has gone
     * is zeros.
     */
    private static void copy(ContextFile file, InputStream in, OutputStream to, MessageDigest digest, long size)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (long left = size; left > 0; ) {
            int n = (int) Math.min(buffer.length, left);
            int had = read(file, in, buffer, n);
            Arrays.fill(buffer, had, n, (byte) 0);
            digest.update(buffer, 0, n);
            to.write(buffer, 0, n);
            left -= n;
        }
    }

    private static int read(ContextFile file, InputStream in, byte[] buffer, int most) throws IOException {
        try {
            return in.readNBytes(buffer, 0, most);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** That a file of the context cannot be read, by its name. */
    static IOException unreadable(ContextFile file, IOException e) {
        return new StreamTrouble(new Trouble(
                e, TroubleKind.CONTEXT_UNREADABLE, Message.of("reason.of-file", file.name(), IoReason.of(e))));
    }

    private FileTime time(ContextFile file, FileFacts facts) throws IOException {
        Instant time = facts.modified().toInstant();
        if (times == Times.SECONDS) {
            return FileTime.from(time.truncatedTo(ChronoUnit.SECONDS));
        }
        if (!replaced.contains(file.name())) {
            return facts.modified();
        }
        long tenths = time.get(ChronoField.NANO_OF_SECOND) / TENTH_OF_A_MILLISECOND * TENTH_OF_A_MILLISECOND;
        long own = Math.floorMod(what(file, facts).hashCode(), TENTH_OF_A_MILLISECOND / TOLD) * TOLD;
        return FileTime.from(time.with(ChronoField.NANO_OF_SECOND, tenths + own));
    }

    /** Whether its owner may read a file, or look into a folder, of which {@link #what} says so much. */
    static boolean isOpenToOwner(String what) {
        int permissions = Integer.parseInt(what.split(" ", 3)[1], 8);
        return switch (what.charAt(0)) {
            case TarConstants.LF_NORMAL -> (permissions & READ) != 0;
            case TarConstants.LF_DIR -> (permissions & ENTER) == ENTER;
            default -> true;
        };
    }

    /** Where a link leads, a byte a character. */
    private static String target(Path link) throws IOException {
        return new String(ContextFile.bytes(Files.readSymbolicLink(link)), StandardCharsets.ISO_8859_1);
    }
}
