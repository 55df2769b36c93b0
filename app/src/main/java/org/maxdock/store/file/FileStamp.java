package org.maxdock.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;

/**
 * How a file looks without its being read. Two that differ mean that it was changed, whichever of their times is the
 * later one: clocks are set back, and differ between machines.
 *
 * @param inode and {@code device}: which file it is; a file written whole is another one
 * @param modified its time, which a program may set
 * @param changed the kernel's own, which none may
 */
public record FileStamp(long inode, long device, long size, FileTime modified, FileTime changed) {

    /** That of no file. */
    public static final FileStamp NONE = new FileStamp(0, 0, 0, FileTime.fromMillis(0), FileTime.fromMillis(0));

    static FileStamp of(Path file) throws IOException {
        try {
            Map<String, Object> found = Files.readAttributes(file, "unix:ino,dev,size,lastModifiedTime,ctime");
            return new FileStamp(
                    (Long) found.get("ino"),
                    (Long) found.get("dev"),
                    (Long) found.get("size"),
                    (FileTime) found.get("lastModifiedTime"),
                    (FileTime) found.get("ctime"));
        } catch (NoSuchFileException e) {
            return NONE;
        }
    }
}
