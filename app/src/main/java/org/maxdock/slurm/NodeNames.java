package org.maxdock.slurm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** SLURM's short form for names of nodes, such as max-wn[001-003,007],max-gpu1 (scontrol(1), show hostnames). */
public final class NodeNames {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");
    private static final int MOST = 10_000;
    private static final int LONGEST = 100_000;
    private static final int LONGEST_NAME = 255; // hostname(7)

    private NodeNames() {}

    /**
     * Each name, read once from left to right; what cannot be read is passed over, and there are at most ten thousand.
     */
    public static List<String> expand(String text) {
        List<String> names = new ArrayList<>();
        String whole = text.substring(0, Math.min(text.length(), LONGEST));
        int start = 0;
        while (start < whole.length() && names.size() < MOST) {
            int end = end(whole, start);
            one(whole.substring(start, end), names);
            start = end + 1;
        }
        return names;
    }

    /** Where a name ends: at a comma outside brackets. */
    private static int end(String text, int start) {
        boolean inside = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' && !inside) {
                return i;
            }
            inside = c == '[' || inside && c != ']';
        }
        return text.length();
    }

    private static void one(String name, List<String> names) {
        int open = name.indexOf('[');
        int close = name.indexOf(']');
        if (open < 0 && close < 0) {
            if (!name.isEmpty()) {
                names.add(name);
            }
        } else if (open > 0 && close > open && name.indexOf('[', open + 1) < 0 && name.indexOf(']', close + 1) < 0) {
            for (String range : name.substring(open + 1, close).split(",")) {
                range(name.substring(0, open), range, name.substring(close + 1), names);
            }
        }
    }

    private static void range(String before, String range, String after, List<String> names) {
        int dash = range.indexOf('-');
        String first = dash < 0 ? range : range.substring(0, dash);
        String last = dash < 0 ? range : range.substring(dash + 1);
        boolean named = before.length() + after.length() < LONGEST_NAME;
        if (!named || !DIGITS.matcher(first).matches() || !DIGITS.matcher(last).matches()) {
            return;
        }
        for (int i = Integer.parseInt(first); i <= Integer.parseInt(last) && names.size() < MOST; i++) {
            names.add(before + String.format(Locale.ROOT, "%0" + first.length() + "d", i) + after);
        }
    }
}
