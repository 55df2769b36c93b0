package org.maxdock.engine;

import com.github.dockerjava.core.GoLangFileMatch;
import com.github.dockerjava.core.exception.GoLangFileMatchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.maxdock.text.Trouble;

/** A .dockerignore: patterns in order, the last that matches a path or a folder above it decides, {@code !} takes back. */
public final class IgnoreRules {

    private final List<String> patterns;

    private IgnoreRules(List<String> patterns) {
        this.patterns = patterns;
    }

    /** The rules of a build folder; none where it has no .dockerignore. */
    public static IgnoreRules of(Path folder) throws Trouble {
        Path file = folder.resolve(".dockerignore");
        if (!Files.exists(file)) {
            return new IgnoreRules(List.of());
        }
        try {
            return new IgnoreRules(Files.readAllLines(file).stream().map(String::strip)
                    .filter(l -> !l.isEmpty() && !l.startsWith("#")).map(IgnoreRules::clean).toList());
        } catch (IOException e) {
            throw new Trouble(e, "file-unreadable", file, e.getMessage());
        }
    }

    private static String clean(String pattern) {
        boolean not = pattern.startsWith("!");
        String path = not ? pattern.substring(1).strip() : pattern;
        while (path.startsWith("/")) {
            path = path.substring(1);
        }
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return not ? "!" + path : path;
    }

    /** Whether a path, relative to the folder and with slashes, is left out. */
    public boolean ignores(String path) throws Trouble {
        boolean ignored = false;
        for (String pattern : patterns) {
            boolean takesBack = pattern.startsWith("!");
            if (takesBack == ignored && matches(takesBack ? pattern.substring(1) : pattern, path)) {
                ignored = !takesBack;
            }
        }
        return ignored;
    }

    /** Whether something below an ignored folder may be taken back, so that the folder must be walked all the same. */
    public boolean hasExceptions() {
        return patterns.stream().anyMatch(p -> p.startsWith("!"));
    }

    private static boolean matches(String pattern, String path) throws Trouble {
        try {
            for (String part = path; !part.isEmpty(); part = part.contains("/") ? part.substring(0, part.lastIndexOf('/')) : "") {
                if (GoLangFileMatch.match(pattern, part)) {
                    return true;
                }
            }
            return false;
        } catch (GoLangFileMatchException e) {
            throw new Trouble(e, "dockerignore-pattern", pattern);
        }
    }
}
