package org.maxdock.slurm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * SLURM's short form for names of nodes, such as max-wn[001-003,007],rack[1-2]n[01-16], read as {@code scontrol show
 * hostnames} reads it, for where nobody can be asked; a test holds it against that.
 */
public final class NodeNames {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");
    private static final int MOST = 10_000;
    private static final int LONGEST = 100_000;
    private static final int LONGEST_NAME = 255; // hostname(7)
    private static final int MOST_BRACKETS = 5; // dimensions of a cluster that SLURM knows

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

    /** A name with any number of brackets stands for each choice of one number from each of them. */
    private static void one(String name, List<String> names) {
        List<String> begun = List.of("");
        int at = 0;
        for (int brackets = 0; brackets <= MOST_BRACKETS && !begun.isEmpty(); brackets++) {
            int open = name.indexOf('[', at);
            int close = name.indexOf(']', at);
            if (open < 0 && close < 0) {
                String rest = name.substring(at);
                begun.stream()
                        .map(b -> b + rest)
                        .filter(n -> !n.isEmpty())
                        .limit(MOST - names.size())
                        .forEach(names::add);
                return;
            }
            if (open < 0 || close < open) {
                return;
            }
            begun = numbered(begun, name.substring(at, open), name.substring(open + 1, close));
            at = close + 1;
        }
    }

    private static List<String> numbered(List<String> begun, String then, String ranges) {
        List<String> numbers = new ArrayList<>();
        for (String range : ranges.split(",")) {
            range(range, numbers);
        }
        return begun.stream()
                .flatMap(b -> numbers.stream().map(n -> b + then + n))
                .filter(n -> n.length() <= LONGEST_NAME)
                .limit(MOST)
                .toList();
    }

    private static void range(String range, List<String> numbers) {
        int dash = range.indexOf('-');
        String first = dash < 0 ? range : range.substring(0, dash);
        String last = dash < 0 ? range : range.substring(dash + 1);
        if (!DIGITS.matcher(first).matches() || !DIGITS.matcher(last).matches()) {
            return;
        }
        for (int i = Integer.parseInt(first); i <= Integer.parseInt(last) && numbers.size() < MOST; i++) {
            numbers.add(String.format(Locale.ROOT, "%0" + first.length() + "d", i));
        }
    }
}
