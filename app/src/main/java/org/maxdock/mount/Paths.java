package org.maxdock.mount;

import java.util.ArrayDeque;
import java.util.Deque;

/** Absolute paths as text: what the host calls its files need not be a path of this machine. */
final class Paths {

    private Paths() {
    }

    /** The path without empty and dot parts, as the engine itself reads it: {@code ..} takes a part away. */
    static String clean(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return "/" + String.join("/", parts);
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
}
