package org.maxdock.text;

import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Map;

/**
 * Why a file could not be used or read, in the words of errno(3), as the commands of a server say it: Java's own
 * message may be nothing but the path.
 */
public final class IoReason {

    /** Of a file that is not there. */
    public static final Reason NONE = Reason.of("reason.none", "no such file or directory");

    /** As strerror(3) words them, in lower case. */
    private static final Map<String, String> OF_SYSTEM = Map.ofEntries(
            Map.entry("no such file or directory", "reason.none"),
            Map.entry("permission denied", "reason.denied"),
            Map.entry("operation not permitted", "reason.not-permitted"),
            Map.entry("not a directory", "reason.no-folder"),
            Map.entry("is a directory", "reason.folder"),
            Map.entry("file exists", "reason.exists"),
            Map.entry("directory not empty", "reason.not-empty"),
            Map.entry("too many levels of symbolic links", "reason.loop"),
            Map.entry("no space left on device", "reason.no-space"),
            Map.entry("disk quota exceeded", "reason.quota"),
            Map.entry("read-only file system", "reason.read-only"),
            Map.entry("file name too long", "reason.name-too-long"),
            Map.entry("too many open files", "reason.too-many-open"),
            Map.entry("bad file descriptor", "reason.closed"),
            Map.entry("input/output error", "reason.io"),
            Map.entry("stale file handle", "reason.stale"),
            Map.entry("connection refused", "reason.refused"),
            Map.entry("connection reset by peer", "reason.reset"),
            Map.entry("broken pipe", "reason.unread"));

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
    public static Reason of(Exception e) {
        return switch (e) {
            case Unreadable x -> x.reason();
            case NoSuchFileException x -> NONE;
            case AccessDeniedException x -> Reason.of("reason.denied", "permission denied");
            case NotDirectoryException x -> Reason.of("reason.no-folder", "not a directory");
            case FileAlreadyExistsException x -> Reason.of("reason.exists", "file exists");
            case DirectoryNotEmptyException x -> Reason.of("reason.not-empty", "directory not empty");
            case FileSystemLoopException x -> Reason.of("reason.loop", "too many levels of symbolic links");
            case FileSystemException x when x.getReason() != null -> said(x.getReason());
            default ->
                said(String.valueOf(e.getMessage())
                        .lines()
                        .findFirst()
                        .orElse(e.getClass().getSimpleName()));
        };
    }

    /** Of what a command says, which ends with the system's words; what is ahead of them is named already. */
    public static Reason atEnd(String said) {
        String words = said.substring(said.lastIndexOf(": ") < 0 ? 0 : said.lastIndexOf(": ") + 2);
        Reason known = said(words);
        return known.key().isEmpty() ? Reason.said(said) : known;
    }

    /** The system says it in English, or, where it has been translated itself, in its user's language. */
    private static Reason said(String words) {
        String key = OF_SYSTEM.get(words.toLowerCase(Locale.ROOT));
        return key == null ? Reason.said(words) : Reason.of(key, words);
    }
}
