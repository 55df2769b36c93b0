package org.maxdock.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Who may read and write a file that is made. */
final class FileRights {

    /** For nobody else, from the moment that it is there. */
    static final FileAttribute<Set<PosixFilePermission>> MINE_AT_OPEN = rights("rw-------");

    /** As the umask, or the folder's default ACL, has it. */
    static final FileAttribute<Set<PosixFilePermission>> USUAL = rights("rw-rw-rw-");

    static final FileAttribute<Set<PosixFilePermission>> MY_FOLDER = rights("rwx------");

    private FileRights() {}

    private static FileAttribute<Set<PosixFilePermission>> rights(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }

    /**
     * Gives a file the group and the rights of the one that it is to replace. Where the group cannot be kept, another
     * one gets no more than all others have.
     */
    static void keep(PosixFileAttributes old, Path fresh) throws IOException {
        Set<PosixFilePermission> rights = EnumSet.noneOf(PosixFilePermission.class);
        rights.addAll(old.permissions());
        PosixFileAttributeView view = view(fresh);
        if (!view.readAttributes().group().equals(old.group())) {
            try {
                view.setGroup(old.group());
            } catch (IOException e) {
                System.getLogger(FileRights.class.getName())
                        .log(System.Logger.Level.DEBUG, "the group cannot be kept", e);
                withoutGroup(rights);
            }
        }
        view.setPermissions(rights);
    }

    /** Of the file itself: who else may write in its folder may have put a link in its place. */
    private static PosixFileAttributeView view(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static void withoutGroup(Set<PosixFilePermission> rights) {
        if (!rights.contains(PosixFilePermission.OTHERS_READ)) {
            rights.remove(PosixFilePermission.GROUP_READ);
        }
        if (!rights.contains(PosixFilePermission.OTHERS_WRITE)) {
            rights.remove(PosixFilePermission.GROUP_WRITE);
        }
    }

    /** A file for all who may write in its folder. */
    static void asItsFolder(Path file) throws IOException {
        Set<PosixFilePermission> folder = Files.getPosixFilePermissions(file.getParent());
        Set<PosixFilePermission> rights = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        if (folder.contains(PosixFilePermission.GROUP_WRITE)) {
            rights.addAll(Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE));
        }
        if (folder.contains(PosixFilePermission.OTHERS_WRITE)) {
            rights.addAll(Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE));
        }
        view(file).setPermissions(rights);
    }
}
