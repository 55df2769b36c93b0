package org.maxdock.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.maxdock.image.context.BuildFolder;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Reason;
import org.maxdock.text.TroubleKind;

/** Which Dockerfile is meant (docs.docker.com/reference/cli/docker/buildx/build, --file). */
final class GivenDockerfile {

    static final String USUAL = "Dockerfile";
    private static final String LOWER = "dockerfile";

    private GivenDockerfile() {}

    /**
     * Its name as seen from the folder: the usual one, in small letters where only that is there; or what was given,
     * which is seen from the current folder, as docker has it, or else from the folder that is built.
     *
     * @param given empty for none
     */
    static String in(BuildFolder folder, String given) {
        return switch (folder) {
            case BuildFolder.OnServer there -> given.isEmpty() ? USUAL : given;
            case BuildFolder.Here here -> in(here.path(), given);
        };
    }

    private static String in(Path folder, String given) {
        if (given.isEmpty()) {
            boolean lower = !Files.exists(folder.resolve(USUAL)) && Files.exists(folder.resolve(LOWER));
            return lower ? LOWER : USUAL;
        }
        Path seen = path(given).toAbsolutePath().normalize();
        Path whole = folder.toAbsolutePath().normalize();
        if (!Files.isRegularFile(seen)) {
            return given;
        }
        return seen.startsWith(whole) ? whole.relativize(seen).toString() : seen.toString();
    }

    /** @throws InvalidValue for what the system has no file of, such as a name that its encoding cannot hold */
    private static Path path(String given) {
        try {
            return Path.of(given);
        } catch (InvalidPathException e) {
            throw new InvalidValue(
                    TroubleKind.FILE_UNREADABLE, given, Reason.of("reason.no-file-name", "no name of a file"));
        }
    }
}
