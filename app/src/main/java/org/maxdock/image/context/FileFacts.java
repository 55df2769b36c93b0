package org.maxdock.image.context;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * What the file system knows of a file, which no link of it is followed for.
 *
 * @param kind as a tar has it; {@link #NONE} for what no tar can hold
 * @param mode kind and permissions (inode(7)); of a link all permissions
 * @param size bytes
 * @param changed when anything of it was changed last
 * @param inode its number in its file system
 * @param device number of that file system
 * @param names how many it has, in that folder or elsewhere
 */
record FileFacts(
        byte kind, int mode, long size, FileTime modified, FileTime changed, long inode, long device, int names) {

    /** By which two names are of one file. */
    record Identity(long device, long inode) {}

    static final byte NONE = 0;

    private static final int TYPE = 0170000;
    private static final int PERMISSIONS = 07777;
    private static final int OF_LINKS = 0777;
    private static final int OF_FILES = 0644;
    private static final int FILE_TYPE = 0100000;
    /** A change within this time of a look may not show in the times: clocks of file systems are coarse. */
    private static final long COARSE_SECONDS = 2;

    static FileFacts of(Path path) throws IOException {
        Map<String, Object> facts = Files.readAttributes(
                path, "unix:mode,size,lastModifiedTime,ctime,ino,dev,nlink", LinkOption.NOFOLLOW_LINKS);
        int mode = (Integer) facts.get("mode");
        byte kind = switch (mode & TYPE) {
            case 0100000 -> TarConstants.LF_NORMAL;
            case 0040000 -> TarConstants.LF_DIR;
            case 0120000 -> TarConstants.LF_SYMLINK;
            case 0010000 -> TarConstants.LF_FIFO;
            default -> NONE;
        };
        return new FileFacts(
                kind,
                kind == TarConstants.LF_SYMLINK ? mode & TYPE | OF_LINKS : mode,
                (Long) facts.get("size"),
                (FileTime) facts.get("lastModifiedTime"),
                (FileTime) facts.get("ctime"),
                ((Number) facts.get("ino")).longValue(),
                ((Number) facts.get("dev")).longValue(),
                ((Number) facts.get("nlink")).intValue());
    }

    /** What a file would be in the place of a link. */
    FileFacts asFile() {
        return new FileFacts(TarConstants.LF_NORMAL, FILE_TYPE | OF_FILES, size, modified, changed, inode, device, 1);
    }

    Identity identity() {
        return new Identity(device, inode);
    }

    /** Whether it is a file, and this one of its names. */
    boolean hasSeveralNames() {
        return kind == TarConstants.LF_NORMAL && names > 1;
    }

    int permissions() {
        return mode & PERMISSIONS;
    }

    /**
     * By which one sees that it has not changed since: git and rsync go by such, too. Empty where it has changed so
     * lately that another change might not show.
     */
    String stamp(long nowMillis) {
        boolean late = nowMillis - changed.toMillis() < TimeUnit.SECONDS.toMillis(COARSE_SECONDS);
        return late
                ? ""
                : size + " " + modified.to(TimeUnit.NANOSECONDS) + " " + changed.to(TimeUnit.NANOSECONDS) + " " + inode;
    }
}
