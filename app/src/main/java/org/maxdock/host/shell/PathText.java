package org.maxdock.host.shell;

import java.util.ArrayDeque;
import java.util.Deque;

/** Absolute paths of a host as text: they need not be paths of this machine. */
public final class PathText {

    private PathText() {}

    /** The path without empty and dot parts: {@code ..} takes a part away, whatever is a link. */
    public static String clean(String path) {
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
}
