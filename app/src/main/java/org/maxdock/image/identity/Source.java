package org.maxdock.image.identity;

import java.util.List;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Valid;

/**
 * What an image was built from.
 *
 * @param dockerfile its path in the context, or {@link #PIPED}
 * @param dockerfileSha256 of its bytes, hexadecimal
 * @param contextSha256 of what was sent: names, kinds, permissions and content of all files, in the order of their
 *     names; times are no part of it
 * @param arguments names of the build arguments; their values are nobody's business
 * @param bases the images that the Dockerfile starts from or copies from
 * @param server the folder of the workgroup server that packed it, whose context has no digest here; empty for a folder
 *     of this machine
 * @param builder which one built it, in docker's words; empty where an older version has not kept it
 */
public record Source(
        String dockerfile,
        String dockerfileSha256,
        String contextSha256,
        List<String> arguments,
        List<Base> bases,
        String server,
        String builder) {

    /** In the place of the path of a Dockerfile that came on standard input: nothing is built from that once more. */
    public static final String PIPED = "-";

    /** @throws InvalidValue where one is no line */
    public Source {
        dockerfile = Valid.text("dockerfile", dockerfile, Valid.LONG);
        dockerfileSha256 = Valid.line("dockerfileSha256", dockerfileSha256, Valid.LONG);
        contextSha256 = Valid.line("contextSha256", contextSha256, Valid.LONG);
        arguments = Valid.list("arguments", arguments, Valid.LONG);
        arguments.forEach(a -> Valid.line("arguments", a, Valid.LONG));
        bases = Valid.list("bases", bases, Valid.LONG);
        server = Valid.text("server", server, Valid.LONG);
        builder = Valid.utf8Line("builder", builder, Valid.LONG);
    }

    /** Whether the same can be built once more: with the Dockerfile, and without values that nobody has kept. */
    public boolean isThere() {
        return arguments.isEmpty() && !dockerfile.equals(PIPED);
    }
}
