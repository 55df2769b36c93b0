package org.maxdock.slurm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SLURM's short form for names of nodes, such as max-wn[001-003,007],max-gpu1 (scontrol(1), show hostnames). */
public final class NodeNames {

    private static final Pattern NAME = Pattern.compile("([^,\\[\\]]+)(?:\\[([0-9,-]+)\\])?([^,\\[\\]]*)(?:,|$)");
    private static final int MOST = 10_000;

    private NodeNames() {}

    /** Each name; what cannot be read stands for itself, and there are at most ten thousand. */
    public static List<String> expand(String text) {
        List<String> names = new ArrayList<>();
        Matcher name = NAME.matcher(text);
        while (name.find() && names.size() < MOST) {
            if (name.group(2) == null) {
                names.add(name.group(1) + name.group(3));
                continue;
            }
            for (String range : name.group(2).split(",")) {
                String[] ends = range.split("-");
                if (ends.length == 0
                        || ends[0].isEmpty()
                        || ends[0].length() > 9
                        || ends[ends.length - 1].length() > 9) {
                    continue;
                }
                for (long i = Long.parseLong(ends[0]);
                        i <= Long.parseLong(ends[ends.length - 1]) && names.size() < MOST;
                        i++) {
                    names.add(name.group(1)
                            + String.format(Locale.ROOT, "%0" + ends[0].length() + "d", i)
                            + name.group(3));
                }
            }
        }
        return names;
    }
}
