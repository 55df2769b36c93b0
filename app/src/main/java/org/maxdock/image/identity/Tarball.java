package org.maxdock.image.identity;

import java.util.regex.Pattern;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/**
 * An image saved to a file of the workgroup server's storage.
 *
 * @param path absolute, where the nodes see it too
 * @param sha256 of the file, hexadecimal
 */
public record Tarball(String path, String sha256) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    /** @throws InvalidValue where the path is not absolute, or the digest none */
    public Tarball {
        path = Valid.text("path", path, Valid.LONG);
        sha256 = Valid.matching("sha256", sha256, HEX, Valid.LONG);
        if (!path.startsWith("/")) {
            throw new InvalidValue(TroubleKind.BAD_ARGUMENT, "path", Valid.shown(path));
        }
    }
}
