package org.maxdock.image.context;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.maxdock.text.RawText;
import org.maxdock.text.Unreadable;

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
    private static final int FIELDS = 4;
    private static final int NAME = 3;
    private static final Pattern HEAD = Pattern.compile("[0-7]{1,4} -?[0-9]{1,20}(?:\\.[0-9]{1,20})?");
    private static final int DIGEST = 64;
    private static final String BETWEEN = "  ./";

    private CopyListing() {}

    /**
     * What each name is; what it cannot tell is nothing that a folder is.
     *
     * @param bytes as {@link org.maxdock.engine.KeptFolder.Listing} has them
     * @throws IOException where they are no listing
     */
    static SortedMap<String, FileState> read(byte[] bytes) throws IOException {
        String[] words = RawText.of(bytes).split("\0", -1);
        SortedMap<String, FileState> found = new TreeMap<>();
        Map<String, SortedSet<String>> names = new HashMap<>();
        int i = 0;
        for (; i + 1 < words.length && !words[i].isEmpty(); i += 2) {
            String[] entry = words[i].split(" ", FIELDS);
            if (entry.length < FIELDS
                    || !HEAD.matcher(entry[1] + " " + entry[2]).matches()) {
                throw Unreadable.form();
            }
            byte kind = KINDS.getOrDefault(entry[0], FileFacts.NONE);
            boolean several = entry[0].equals(NAMES);
            if (several) {
                names.computeIfAbsent(words[i + 1], inode -> new TreeSet<>()).add(entry[NAME]);
            }
            String leads = several ? "" : bytes(words[i + 1]);
            found.put(
                    entry[NAME],
                    new FileState(ContextTar.what(kind, Integer.parseInt(entry[1], 8), leads), time(entry[2])));
        }
        for (i++; i < words.length; i++) {
            if (words[i].length() > DIGEST + BETWEEN.length() && words[i].startsWith(BETWEEN, DIGEST)) {
                String digest = words[i].substring(0, DIGEST);
                found.computeIfPresent(
                        words[i].substring(DIGEST + BETWEEN.length()),
                        (name, is) -> new FileState(is.what() + digest, is.time()));
            }
        }
        names.values()
                .forEach(all -> all.stream()
                        .skip(1)
                        .forEach(name -> found.computeIfPresent(
                                name,
                                (same, is) -> new FileState(HardLinks.asLink(is.what(), all.first()), is.time()))));
        return found;
    }

    private static long time(String seconds) {
        return new BigDecimal(seconds)
                .multiply(BigDecimal.valueOf(FileState.IN_A_SECOND))
                .setScale(0, RoundingMode.FLOOR)
                .longValue();
    }

    private static String bytes(String name) {
        return new String(RawText.bytes(name), StandardCharsets.ISO_8859_1);
    }
}
