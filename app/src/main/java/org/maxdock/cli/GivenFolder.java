package org.maxdock.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/** The folder that a build is told to take: docker also takes addresses there, which is told rather than not found. */
final class GivenFolder {

    /** As docker knows them (docs.docker.com/build/concepts/context). */
    private static final Pattern ADDRESS = Pattern.compile("(?:https?|git|ssh)://.*|git@.*|github\\.com/.*");

    private GivenFolder() {}

    /**
     * @param typed the same as it was typed
     * @throws InvalidValue where it is a file, or an address
     */
    static Path of(Path folder, String typed) {
        if (Files.isRegularFile(folder)) {
            throw new InvalidValue(TroubleKind.FILE_FOR_FOLDER, folder);
        }
        if (!Files.exists(folder) && ADDRESS.matcher(typed).matches()) {
            throw new InvalidValue(TroubleKind.ADDRESS_FOR_FOLDER, Valid.shown(typed));
        }
        return folder;
    }
}
