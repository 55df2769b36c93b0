package org.maxdock.image.identity;

import java.util.List;

/**
 * What an image was built from.
 *
 * @param dockerfile its path in the context
 * @param dockerfileSha256 of its bytes, hexadecimal
 * @param contextSha256 of what was sent: names, kinds, permissions and content of all files, in the order of their
 *     names; times are no part of it
 * @param arguments names of the build arguments; their values are nobody's business
 * @param bases the images that the Dockerfile starts from or copies from
 * @param server the folder of the workgroup server that packed it, whose context has no digest here; empty for a folder
 *     of this machine
 */
public record Source(
        String dockerfile,
        String dockerfileSha256,
        String contextSha256,
        List<String> arguments,
        List<Base> bases,
        String server) {

    public Source {
        server = server == null ? "" : server;
        arguments = arguments == null ? List.of() : List.copyOf(arguments);
        bases = bases == null ? List.of() : List.copyOf(bases);
    }
}
