package org.maxdock.store;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a user's files of the program are: maxdock below XDG_CONFIG_HOME, or else below ~/.config (XDG Base Directory
 * Specification). Before the program knew of that variable they were below ~/.config, and stay in use there.
 */
public record ConfigFolder(Path path) {

    private static final String NAME = "maxdock";

    /** That of the user who runs this program. */
    public static ConfigFolder ofUser() {
        return of(Path.of(System.getProperty("user.home")), System.getenv());
    }

    /**
     * @param environment of the program; a variable that is no whole path counts as unset, as the specification says
     */
    public static ConfigFolder of(Path home, Map<String, String> environment) {
        Path usual = home.resolve(".config").resolve(NAME);
        String set = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return whole(set)
                .map(folder -> folder.resolve(NAME))
                .map(own -> !Files.exists(own) && Files.exists(usual) ? usual : own)
                .map(ConfigFolder::new)
                .orElseGet(() -> new ConfigFolder(usual));
    }

    private static Optional<Path> whole(String set) {
        try {
            return Optional.of(Path.of(set)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) { // letters that the locale does not have
            return Optional.empty();
        }
    }

    /** A file or folder in it. */
    public Path resolve(String name) {
        return path.resolve(name);
    }
}
