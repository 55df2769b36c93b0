package org.maxdock.image.context;

import java.util.List;
import java.util.regex.Pattern;

/**
 * MaxDock's own files in a project's folder: they are never part of a build context, whatever .dockerignore says, since
 * each build and each record changes them, and {@code COPY . .} would never be cached.
 */
public final class OwnFiles {

    /** The project, what stands beside a file while it is written, and kept launch scripts; in any folder. */
    private static final Pattern NAMES =
            Pattern.compile("(?s)(?:.*/)?(?:maxdock\\.json|\\.[^/]+\\.maxdock-(?:new|lock)|[^/]+\\.maxdock\\.sh)");

    /** The same as a .dockerignore has it. */
    static final List<String> PATTERNS =
            List.of("**/maxdock.json", "**/.?*.maxdock-new", "**/.?*.maxdock-lock", "**/?*.maxdock.sh");

    private OwnFiles() {}

    /** @param name in the context, with slashes */
    public static boolean has(String name) {
        return NAMES.matcher(name).matches();
    }
}
