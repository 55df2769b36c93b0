package org.maxdock.image.context;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The times of files in a copy of which nothing else is new, such that the host has few to set: files are of one time
 * where that is so within a tenth of a millisecond, and where there are very many times, within a second.
 */
final class NewTimes {

    /** Each costs the host a program that sets it. */
    private static final int MOST = 2000;
    /** The nanoseconds that an archive tells apart, as these do. */
    private static final int TOLD = 100;

    private static final int DIGITS = 9;

    private NewTimes() {}

    /**
     * The names by their times, in seconds since 1970 as touch(1) reads them after an at sign.
     *
     * @param touched times as {@link FileState} has them, by name
     * @param of what there is in the folder, in a word: by it the times differ by less than a tenth of a millisecond,
     *     since an engine takes a file that is as long and as old as another was for the same
     */
    static Map<String, List<String>> of(SortedMap<String, Long> touched, String of) {
        boolean many = new HashSet<>(touched.values()).size() > MOST;
        int own = Math.floorMod(of.hashCode(), FileState.NANOS / TOLD) * TOLD;
        SortedMap<String, List<String>> names = new TreeMap<>();
        touched.forEach((name, time) -> names.computeIfAbsent(text(time, many, own), t -> new ArrayList<>())
                .add(name));
        return names;
    }

    private static String text(long time, boolean whole, int own) {
        long second = Math.floorDiv(time, FileState.IN_A_SECOND);
        long nanos = own + (whole ? 0L : Math.floorMod(time, FileState.IN_A_SECOND) * (long) FileState.NANOS);
        return BigDecimal.valueOf(second).add(BigDecimal.valueOf(nanos, DIGITS)).toPlainString();
    }
}
