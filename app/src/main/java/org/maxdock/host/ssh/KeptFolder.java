package org.maxdock.host.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.maxdock.text.IoReason;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Where the sockets are of what is kept between calls: a folder that is its user's alone. */
public record KeptFolder(Path path) {

    /** Below XDG_RUNTIME_DIR, which is gone when they log out, else beside their caches. */
    public static KeptFolder of(Path home) {
        return new KeptFolder(Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR"))
                .map(Path::of)
                .filter(Files::isDirectory)
                .map(run -> run.resolve("maxdock"))
                .orElseGet(() -> home.resolve(".cache").resolve("maxdock").resolve("ssh")));
    }

    /** Sockets of somebody else could be a way to somebody else's server. */
    public boolean isMine() {
        try {
            Set<PosixFilePermission> allowed = PosixFilePermissions.fromString("rwx------");
            return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                    && allowed.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS))
                    && String.valueOf(Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS))
                            .equals(SshMachine.ownUid().orElse(""));
        } catch (IOException | UnsupportedOperationException e) {
            System.getLogger(KeptFolder.class.getName()).log(System.Logger.Level.DEBUG, "no such folder", e);
            return false;
        }
    }

    /** Makes it, where it is not there. */
    void make() throws Trouble {
        try {
            Files.createDirectories(path.getParent());
            if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNWRITABLE, path, IoReason.of(e));
        }
        if (!isMine()) {
            throw new Trouble(
                    TroubleKind.FILE_UNWRITABLE,
                    path,
                    Reason.of("reason.others-may", "it is somebody else's, or others may use it"));
        }
    }
}
