package org.maxdock.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.maxdock.engine.IgnoreRules;
import org.maxdock.text.Trouble;

/** A folder as the tar stream that a build takes: without what .dockerignore names, owned by root. */
final class BuildContext {

    private static final int PIPE = 1 << 20;

    private final Path folder;
    private final List<Path> paths;
    private final SortedMap<String, String> sent = new ConcurrentSkipListMap<>();

    private BuildContext(Path folder, List<Path> paths) {
        this.folder = folder;
        this.paths = paths;
    }

    /** Reads which files there are; their content is read when the stream is. */
    static BuildContext of(Path folder, String dockerfile) throws Trouble {
        if (!Files.isDirectory(folder)) {
            throw new Trouble("folder-unreadable", folder, "no such folder");
        }
        if (!Files.isRegularFile(folder.resolve(dockerfile))) {
            throw new Trouble("dockerfile-missing", dockerfile, folder);
        }
        IgnoreRules rules = IgnoreRules.of(folder);
        Set<String> always = Set.of(dockerfile, ".dockerignore");
        List<Path> paths = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                    if (path.equals(folder)) {
                        return FileVisitResult.CONTINUE;
                    }
                    if (ignored(path)) {
                        return rules.hasExceptions() ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                    }
                    paths.add(path);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                    if (always.contains(folder.relativize(path).toString()) || !ignored(path)) {
                        paths.add(path);
                    }
                    return FileVisitResult.CONTINUE;
                }

                private boolean ignored(Path path) {
                    try {
                        return rules.ignores(folder.relativize(path).toString());
                    } catch (Trouble e) {
                        throw new Bad(e);
                    }
                }
            });
        } catch (Bad e) {
            throw e.trouble;
        } catch (IOException e) {
            throw new Trouble(e, "folder-unreadable", folder, e.getMessage());
        }
        return new BuildContext(folder, paths);
    }

    private static final class Bad extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Trouble trouble;

        Bad(Trouble trouble) {
            super(trouble);
            this.trouble = trouble;
        }
    }

    /** A file of it, a byte a character. */
    String text(String name) throws Trouble {
        try {
            return Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new Trouble(e, "folder-unreadable", folder.resolve(name), e.getMessage());
        }
    }

    int files() {
        return paths.size();
    }

    /** The archive, packed in the background while it is read. A file that cannot be read ends the stream with an error. */
    InputStream open() throws Trouble {
        try {
            Packed stream = new Packed();
            PipedOutputStream out = new PipedOutputStream(stream);
            Thread.ofVirtual().name("build-context").start(() -> {
                try (out) {
                    pack(out);
                } catch (IOException e) {
                    stream.failure = e;
                }
            });
            return stream;
        } catch (IOException e) {
            throw new Trouble(e, "folder-unreadable", folder, e.getMessage());
        }
    }

    private static final class Packed extends PipedInputStream {
        private volatile IOException failure;

        Packed() {
            super(PIPE);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            if (n < 0 && failure != null) {
                throw failure;
            }
            return n;
        }
    }

    private void pack(OutputStream out) throws IOException {
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
        for (Path path : paths) {
            add(tar, path);
        }
        tar.finish();
        tar.flush();
    }

    private void add(TarArchiveOutputStream tar, Path path) throws IOException {
        String name = folder.relativize(path).toString();
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        TarArchiveEntry entry;
        if (attributes.isSymbolicLink()) {
            entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
            entry.setLinkName(Files.readSymbolicLink(path).toString());
        } else if (attributes.isDirectory()) {
            entry = new TarArchiveEntry(name + "/");
        } else if (attributes.isRegularFile()) {
            entry = new TarArchiveEntry(name);
            entry.setSize(attributes.size());
        } else {
            return; // sockets and pipes are nothing that an image can hold
        }
        entry.setModTime(attributes.lastModifiedTime().toMillis() / 1000 * 1000);
        entry.setIds(0, 0);
        entry.setNames("", "");
        if (!attributes.isSymbolicLink()) {
            entry.setMode(mode(path, attributes.isDirectory()));
        }
        tar.putArchiveEntry(entry);
        String content = entry.getLinkName();
        if (attributes.isRegularFile()) {
            MessageDigest digest = Sha256.start();
            try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
                in.transferTo(tar);
            }
            content = Sha256.hex(digest.digest());
        }
        tar.closeArchiveEntry();
        sent.put(name, (char) entry.getLinkFlag() + " " + Integer.toOctalString(entry.getMode() & 07777) + " " + content);
    }

    /** A digest of what was sent, once it was: names, kinds, permissions, contents and targets of links, sorted by name; hexadecimal. */
    String digest() {
        MessageDigest digest = Sha256.start();
        sent.forEach((name, what) -> digest.update((name.length() + " " + name + " " + what + "\n").getBytes(StandardCharsets.UTF_8)));
        return Sha256.hex(digest.digest());
    }

    private static int mode(Path path, boolean directory) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
        int mode = 0;
        for (PosixFilePermission p : permissions) {
            mode |= 1 << 8 - p.ordinal();
        }
        return (directory ? 0040000 : 0100000) | mode;
    }
}
