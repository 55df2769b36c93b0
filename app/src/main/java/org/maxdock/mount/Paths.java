package org.maxdock.mount;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.maxdock.host.shell.PathText;

/** Absolute paths as text: what the host calls its files need not be a path of this machine. */
public final class Paths {

    private Paths() {}

    /** The path without empty and dot parts, as the engine itself reads it: {@code ..} takes a part away. */
    public static String clean(String path) {
        return PathText.clean(path);
    }

    /** Whether a path is a folder or below it; both clean. */
    static boolean inside(String path, String folder) {
        return path.equals(folder) || below(path, folder);
    }

    /** Whether a path is below a folder; both clean. */
    static boolean below(String path, String folder) {
        return path.startsWith(folder.equals("/") ? "/" : folder + "/") && !path.equals(folder);
    }

    /** What leads from a folder to a path in it, with a slash before it; empty for the folder itself. */
    static String within(String path, String folder) {
        return folder.equals("/") ? (path.equals("/") ? "" : path) : path.substring(folder.length());
    }

    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    static String join(String folder, String rest) {
        return rest.isEmpty() ? folder : (folder.equals("/") ? "" : folder) + rest;
    }

    /**
     * A path as the kernel and getfacl write it, with a backslash and three octal digits for a byte that would be in
     * the way.
     */
    static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] from = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < from.length; i++) {
            boolean escaped = from[i] == '\\'
                    && i + 3 < from.length
                    && new String(from, i + 1, 3, StandardCharsets.ISO_8859_1).matches("[0-3][0-7]{2}");
            bytes.write(
                    escaped ? Integer.parseInt(new String(from, i + 1, 3, StandardCharsets.ISO_8859_1), 8) : from[i]);
            i += escaped ? 3 : 0;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
