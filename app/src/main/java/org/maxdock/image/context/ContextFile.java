package org.maxdock.image.context;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.maxdock.text.RawText;

/**
 * A file of a build context.
 *
 * @param path where it is
 * @param name its name in the context, with slashes, exactly (see {@link RawText})
 */
record ContextFile(Path path, String name) {

    private static final int ASCII_END = 0x80;

    static ContextFile of(Path folder, Path path) {
        String plain = folder.relativize(path).toString();
        if (plain.chars().allMatch(c -> c < ASCII_END)) { // of such a name nothing is lost
            return new ContextFile(path, plain);
        }
        String whole = path.toUri().getRawPath(); // a path's text loses bytes that are not UTF-8, its address does not
        String start = folder.toUri().getRawPath();
        String name = whole.substring(start.endsWith("/") ? start.length() : start.length() + 1);
        return new ContextFile(
                path, RawText.of(decoded(name.endsWith("/") ? name.substring(0, name.length() - 1) : name)));
    }

    /** What a link holds, byte for byte: it may lead upwards, or nowhere, and stays as it was written. */
    static byte[] bytes(Path target) {
        String plain = target.toString();
        if (plain.chars().allMatch(c -> c < ASCII_END)) {
            return plain.getBytes(StandardCharsets.US_ASCII);
        }
        String whole = Path.of("/").resolve(target).toUri().getRawPath();
        boolean isFolderHere = whole.endsWith("/") && !plain.endsWith("/"); // of which an address tells
        return decoded(whole.substring(target.isAbsolute() ? 0 : 1, whole.length() - (isFolderHere ? 1 : 0)));
    }

    private static byte[] decoded(String address) {
        byte[] in = address.getBytes(StandardCharsets.US_ASCII);
        byte[] out = new byte[in.length];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            if (in[i] == '%') {
                out[length++] = (byte) Integer.parseInt(address, i + 1, i + 3, 16);
                i += 2;
            } else {
                out[length++] = in[i];
            }
        }
        return java.util.Arrays.copyOf(out, length);
    }
}
