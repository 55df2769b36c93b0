package org.maxdock.image.context;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.maxdock.image.identity.Sha256;
import org.maxdock.text.IoReason;
import org.maxdock.text.RawText;
import org.maxdock.text.Reason;
import org.maxdock.text.RegularFile;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** A folder as the tar stream that a build takes: without what .dockerignore names, owned by root. */
public final class BuildContext {

    private final Path folder;
    private final ContextFile dockerfile;
    private final IgnoreRules rules;
    private final ContextTar tar = ContextTar.ofSeconds();

    private BuildContext(Path folder, ContextFile dockerfile, IgnoreRules rules) {
        this.folder = folder;
        this.dockerfile = dockerfile;
        this.rules = rules;
    }

    /**
     * Reads what is left out; which files there are, and their content, is read when they are asked for.
     *
     * @param dockerfile relative to the folder, in which it need not be: one from elsewhere is sent under a name of its
     *     own, as Docker's client does it
     */
    public static BuildContext of(Path folder, String dockerfile) throws Trouble {
        if (!Files.isDirectory(folder)) {
            throw new Trouble(
                    TroubleKind.FOLDER_UNREADABLE,
                    folder,
                    Files.exists(folder) ? Reason.of("reason.no-folder", "not a directory") : IoReason.NONE);
        }
        if (!Files.isRegularFile(folder.resolve(dockerfile))) {
            throw new Trouble(TroubleKind.DOCKERFILE_MISSING, dockerfile, folder);
        }
        try {
            Path whole = folder.toRealPath();
            Path named = whole.resolve(dockerfile).normalize();
            Path meant = named.toRealPath(); // of a link that leads out of the folder the archive has the link alone
            if (named.startsWith(whole) && meant.startsWith(whole)) {
                ContextFile inside = ContextFile.of(whole, named);
                return new BuildContext(whole, inside, IgnoreRules.of(whole, inside.name()));
            }
            String own = ".dockerfile";
            while (Files.exists(whole.resolve(own), LinkOption.NOFOLLOW_LINKS)) {
                own += "-";
            }
            return new BuildContext(whole, new ContextFile(meant, own), IgnoreRules.of(whole, dockerfile));
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FOLDER_UNREADABLE, folder, IoReason.of(e));
        }
    }

    /** The Dockerfile's name in what is sent. */
    public String dockerfile() {
        return dockerfile.name();
    }

    /** All that is sent; the folder is looked through for it. */
    private List<ContextFile> files() throws Trouble {
        try {
            List<ContextFile> files = new ArrayList<>(ContextWalk.files(folder, rules));
            if (!dockerfile.path().startsWith(folder)) {
                files.add(dockerfile);
            }
            return files;
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FOLDER_UNREADABLE, folder, IoReason.of(e));
        }
    }

    /** What will be sent; a file that has gone meanwhile weighs nothing. */
    public ContextSize size() throws Trouble {
        return ContextSize.of(files().stream()
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
        byte[] bytes = RegularFile.read(dockerfile.path())
                .orElseThrow(() -> new Trouble(TroubleKind.DOCKERFILE_MISSING, dockerfile.name(), folder));
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /**
     * As a folder of which the engine's host keeps a copy. As with Docker's own client, what .dockerignore names is not
     * in it, the Dockerfile neither.
     *
     * @param indexes what is known of such folders
     */
    public ContextCopy copy(ContextIndexes indexes) throws Trouble {
        try {
            CopyWalk walk = CopyWalk.of(folder, rules);
            return new ContextCopy(folder, walk, dockerfile, dockerfileText(), indexes);
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FOLDER_UNREADABLE, folder, IoReason.of(e));
        }
    }

    /** The archive, packed while it is read. A file that cannot be read ends the stream with an error. */
    public InputStream open() throws Trouble {
        try {
            return tar.open(files());
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FOLDER_UNREADABLE, folder, IoReason.of(e));
        }
    }

    /**
     * A digest of what was sent, once it was: names, kinds, permissions, contents and targets of links, sorted by name;
     * hexadecimal.
     */
    public String digest() {
        return digest(tar.sent());
    }

    /** The same of what stands under these names. */
    static String digest(SortedMap<String, String> sent) {
        MessageDigest digest = Sha256.start();
        sent.forEach((name, what) -> digest.update(RawText.bytes(name.length() + " " + name + " " + what + "\n")));
        return Sha256.hex(digest.digest());
    }
}
