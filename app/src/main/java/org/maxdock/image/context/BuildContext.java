package org.maxdock.image.context;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.maxdock.image.identity.Sha256;
import org.maxdock.text.IoReason;
import org.maxdock.text.RawText;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** A folder as the tar stream that a build takes: without what .dockerignore names, owned by root. */
public final class BuildContext {

    private static final int PIPE = 1 << 20;
    private static final int TYPE = 0170000; // inode(7)
    private static final int PIPE_TYPE = 0010000;
    private static final int PERMISSIONS = 07777;

    private final Path folder;
    private final List<ContextFile> files;
    private final String dockerfile;
    private final SortedMap<String, String> sent = new ConcurrentSkipListMap<>();

    private BuildContext(Path folder, List<ContextFile> files, String dockerfile) {
        this.folder = folder;
        this.files = files;
        this.dockerfile = dockerfile;
    }

    /**
     * Reads which files there are; their content is read when the stream is.
     *
     * @param dockerfile relative to the folder, in which it need not be: one from elsewhere is sent under a name of its
     *     own, as Docker's client does it
     */
    public static BuildContext of(Path folder, String dockerfile) throws Trouble {
        if (!Files.isDirectory(folder)) {
            throw new Trouble(TroubleKind.FOLDER_UNREADABLE, folder, "no such folder");
        }
        if (!Files.isRegularFile(folder.resolve(dockerfile))) {
            throw new Trouble(TroubleKind.DOCKERFILE_MISSING, dockerfile, folder);
        }
        try {
            Path whole = folder.toRealPath();
            Path named = whole.resolve(dockerfile).normalize();
            if (named.startsWith(whole)) {
                String inside = ContextFile.of(whole, named).name();
                return new BuildContext(whole, ContextWalk.files(whole, IgnoreRules.of(whole, inside)), inside);
            }
            List<ContextFile> files = new ArrayList<>(ContextWalk.files(whole, IgnoreRules.of(whole, dockerfile)));
            String own = ".dockerfile";
            while (Files.exists(whole.resolve(own), LinkOption.NOFOLLOW_LINKS)) {
                own += "-";
            }
            files.add(new ContextFile(named, own));
            return new BuildContext(whole, files, own);
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FOLDER_UNREADABLE, folder, IoReason.of(e));
        }
    }

    /** The Dockerfile's name in what is sent. */
    public String dockerfile() {
        return dockerfile;
    }

    /** What will be sent; a file that has gone meanwhile weighs nothing. */
    public ContextSize size() {
        return ContextSize.of(files.stream()
                .map(f -> new ContextSize.Weight(f.name(), bytesOf(f.path())))
                .toList());
    }

    private static long bytesOf(Path path) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile() ? attributes.size() : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** The Dockerfile, a byte a character. */
    public String dockerfileText() throws Trouble {
        Path path = files.stream()
                .filter(f -> f.name().equals(dockerfile))
                .map(ContextFile::path)
                .findFirst()
                .orElse(folder.resolve(dockerfile));
        try {
            return Files.readString(path, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FOLDER_UNREADABLE, path, IoReason.of(e));
        }
    }

    /**
     * The archive, packed in the background while it is read. A file that cannot be read ends the stream with an error.
     */
    public InputStream open() throws Trouble {
        try {
            Packed stream = new Packed();
            PipedOutputStream out = new PipedOutputStream(stream);
            Thread.ofVirtual().name("build-context").start(() -> {
                try (out) {
                    packOrFail(out, stream); // what failed is known before the stream ends
                } catch (IOException e) {
                    System.getLogger(BuildContext.class.getName())
                            .log(System.Logger.Level.DEBUG, "not read to its end", e);
                }
            });
            return stream;
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FOLDER_UNREADABLE, folder, IoReason.of(e));
        }
    }

    private void packOrFail(OutputStream out, Packed stream) throws IOException {
        try {
            pack(out);
        } catch (IOException e) {
            stream.failure = e;
            throw e;
        } catch (RuntimeException e) {
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

    private void pack(OutputStream out) throws IOException {
        TarArchiveOutputStream tar =
                new TarArchiveOutputStream(out, StandardCharsets.ISO_8859_1.name()); // names come as bytes
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
        for (ContextFile file : files) {
            add(tar, file);
        }
        tar.finish();
        tar.flush();
    }

    private static String bytes(String name) {
        return new String(RawText.bytes(name), StandardCharsets.ISO_8859_1);
    }

    private void add(TarArchiveOutputStream tar, ContextFile file) throws IOException {
        Path path = file.path();
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        int mode = (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        TarArchiveEntry entry;
        if (attributes.isSymbolicLink()) {
            entry = new TarArchiveEntry(bytes(file.name()), TarConstants.LF_SYMLINK);
            entry.setLinkName(target(path));
        } else if (attributes.isDirectory()) {
            entry = new TarArchiveEntry(bytes(file.name()) + "/", TarConstants.LF_DIR);
        } else if (attributes.isRegularFile()) {
            entry = new TarArchiveEntry(bytes(file.name()), TarConstants.LF_NORMAL);
            entry.setSize(attributes.size());
        } else if ((mode & TYPE) == PIPE_TYPE) {
            entry = new TarArchiveEntry(bytes(file.name()), TarConstants.LF_FIFO);
        } else {
            return; // a socket is nothing that an image can hold
        }
        entry.setModTime(attributes.lastModifiedTime().toMillis() / 1000 * 1000);
        entry.setIds(0, 0);
        entry.setNames("", "");
        int permissions = attributes.isSymbolicLink() ? 0777 : mode & PERMISSIONS;
        entry.setMode(mode & TYPE | permissions); // as docker's client does: with its cache one has its steps in common
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
        sent.put(file.name(), (char) entry.getLinkFlag() + " " + Integer.toOctalString(permissions) + " " + content);
    }

    private static String target(Path link) throws IOException {
        Path target = Files.readSymbolicLink(link);
        Path root = Path.of("/");
        return bytes((target.isAbsolute() ? "/" : "")
                + (target.equals(root)
                        ? ""
                        : ContextFile.of(root, root.resolve(target)).name()));
    }

    /**
     * A digest of what was sent, once it was: names, kinds, permissions, contents and targets of links, sorted by name;
     * hexadecimal.
     */
    public String digest() {
        MessageDigest digest = Sha256.start();
        sent.forEach((name, what) ->
                digest.update((name.length() + " " + name + " " + what + "\n").getBytes(StandardCharsets.UTF_8)));
        return Sha256.hex(digest.digest());
    }
}
