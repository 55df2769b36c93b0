package org.maxdock.image.context;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.maxdock.text.RawText;

/** What a host says that is in its copy of a folder. */
final class CopyListing {

    private static final String FILE = "f";
    /** A file of several names, of which comes the number that they have in common. */
    private static final String NAMES = "h";

    private static final Map<String, Byte> KINDS = Map.of(
            FILE,
            TarConstants.LF_NORMAL,
            "l",
            TarConstants.LF_SYMLINK,
            "d",
            TarConstants.LF_DIR,
            "p",
            TarConstants.LF_FIFO,
            NAMES,
            TarConstants.LF_NORMAL);
    private static final int DIGEST = 64;
    private static final String BETWEEN = "  ./";

    private CopyListing() {}

    /**
     * What each name is, as {@link ContextTar#what} has it; what it cannot tell is nothing that a folder is.
     *
     * @param bytes as {@link org.maxdock.engine.KeptFolder.Listing} has them
     * @throws IOException where they are no listing
     */
    static SortedMap<String, String> read(byte[] bytes) throws IOException {
        String[] words = RawText.of(bytes).split("\0", -1);
        SortedMap<String, String> found = new TreeMap<>();
        Map<String, SortedSet<String>> names = new HashMap<>();
        int i = 0;
        for (; i + 1 < words.length && !words[i].isEmpty(); i += 2) {
            String[] entry = words[i].split(" ", 3);
            if (entry.length < 3 || !entry[1].matches("[0-7]{1,4}")) {
                throw new IOException("no listing");
            }
            byte kind = KINDS.getOrDefault(entry[0], FileFacts.NONE);
            boolean several = entry[0].equals(NAMES);
            if (several) {
                names.computeIfAbsent(words[i + 1], inode -> new TreeSet<>()).add(entry[2]);
            }
            String leads = several ? "" : bytes(words[i + 1]);
            found.put(entry[2], ContextTar.what(kind, Integer.parseInt(entry[1], 8), leads));
        }
        for (i++; i < words.length; i++) {
            if (words[i].length() > DIGEST + BETWEEN.length() && words[i].startsWith(BETWEEN, DIGEST)) {
                String digest = words[i].substring(0, DIGEST);
                found.computeIfPresent(words[i].substring(DIGEST + BETWEEN.length()), (name, what) -> what + digest);
            }
        }
        names.values()
                .forEach(all -> all.stream()
                        .skip(1)
                        .forEach(name ->
                                found.computeIfPresent(name, (same, what) -> HardLinks.asLink(what, all.first()))));
        return found;
    }

    private static String bytes(String name) {
        return new String(RawText.bytes(name), StandardCharsets.ISO_8859_1);
    }
}
