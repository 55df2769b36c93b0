package org.maxdock.text;

import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * Why a file could not be used or read, in the words of errno(3), as the commands of a server say it: Java's own
 * message may be nothing but the path.
 */
public final class IoReason {

    private IoReason() {}

    /**
     * Why what a file holds could not be used, to be an argument of a {@link Trouble}: the trouble that a type had with
     * a value, wherever in the chain of causes that is, or else one line.
     */
    public static Object orValue(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidValue invalid) {
                return invalid.trouble();
            }
        }
        return of(e);
    }

    /** One line. */
    public static String of(Exception e) {
        return switch (e) {
            case NoSuchFileException x -> "no such file or directory";
            case AccessDeniedException x -> "permission denied";
            case NotDirectoryException x -> "not a directory";
            case FileAlreadyExistsException x -> "file exists";
            case DirectoryNotEmptyException x -> "directory not empty";
            case FileSystemLoopException x -> "too many levels of symbolic links";
            case FileSystemException x when x.getReason() != null -> x.getReason();
            default ->
                String.valueOf(e.getMessage())
                        .lines()
                        .findFirst()
                        .orElse(e.getClass().getSimpleName());
        };
    }
}
