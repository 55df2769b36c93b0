package org.maxdock.cli.standby;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What, besides its words, decides what a call does: the program, the user's home, and what of the environment it looks
 * at. Two calls of one world do the same.
 */
final class World {

    private static final Pattern LOOKED_AT =
            Pattern.compile("HOME|USER|LOGNAME|PATH|TZ|LANG|LANGUAGE|LC_.*|XDG_.*_(HOME|DIRS?)|SSH_AUTH_SOCK"
                    + "|KRB5.*|DOCKER_.*|MAXDOCK_.*|SLURM_.*");

    private static final String[] PROPERTIES = {"user.home", "user.name", "java.home", "java.class.path"};

    private World() {}

    static String ofThisProcess() {
        return of(System.getenv());
    }

    static String of(Map<String, String> environment) {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(environment).forEach((name, value) -> {
            if (LOOKED_AT.matcher(name).matches()) {
                all.append(name).append('=').append(value).append('\0');
            }
        });
        for (String property : PROPERTIES) {
            all.append(System.getProperty(property)).append('\0');
        }
        return UUID.nameUUIDFromBytes(all.append(program()).toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Another version is another program, also where it has the same place. */
    private static String program() {
        String first = System.getProperty("java.class.path")
                .replaceFirst(Pattern.quote(System.getProperty("path.separator")) + ".*", "");
        try {
            Path file = Path.of(first);
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            System.getLogger(World.class.getName()).log(System.Logger.Level.DEBUG, "no such file", e);
            return "";
        }
    }
}
