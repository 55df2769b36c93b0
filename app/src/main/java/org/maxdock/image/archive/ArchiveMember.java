package org.maxdock.image.archive;

/**
 * A member of an image archive, as it was found: names and links are the archive's word, the digests are computed.
 *
 * @param type as tar lists it: - file, l symbolic link, h hard link, d folder, others are devices and the like
 * @param link where a link leads; empty for others
 * @param size in bytes, of a file
 * @param digest of its bytes, {@code sha256:…}; empty for what is no file
 * @param content the same after unpacking what is compressed (gzip, zstd); empty where that failed
 * @param json its bytes, of a small file that looks like JSON; empty for others
 */
record ArchiveMember(char type, String name, String link, long size, String digest, String content, byte[] json) {

    /** The largest JSON that is read: an image's configuration is some kilobytes. */
    static final int JSON_LIMIT = 4 << 20;

    boolean isFile() {
        return type == '-';
    }

    /** The name without what does not matter: ./a//b is a/b. */
    String path() {
        return path(name);
    }

    static String path(String name) {
        StringBuilder path = new StringBuilder();
        for (String part : name.split("/", -1)) {
            boolean first = path.isEmpty() && !name.startsWith("/");
            if (!part.isEmpty() && !part.equals(".")) {
                path.append(first ? "" : "/").append(part);
            }
        }
        return path.isEmpty() && name.startsWith("/") ? "/" : path.toString();
    }
}
