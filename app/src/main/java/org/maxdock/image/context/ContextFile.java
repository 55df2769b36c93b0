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
