package org.maxdock.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A line of the table: what MaxDock takes, and as a ratio to what one would use instead, each of its measurements made
 * right after the other's.
 *
 * @param name by which it is asked for
 * @param what was measured
 * @param instead what one would use; empty where there is no such thing, and then the value itself has the goal
 * @param unit such as ms or kB
 * @param ours what MaxDock took
 * @param theirs what the other took; of no value where there is none
 * @param compared what has the goal: ratios, or MaxDock's own values
 * @param goal the most that holds
 */
record Row(
        String name,
        String what,
        String instead,
        String unit,
        Measured ours,
        Measured theirs,
        Measured compared,
        double goal) {

    /** Against something else. */
    static Row ratio(String name, String what, String instead, Pairs pairs, double goal) {
        return new Row(name, what, instead, "ms", pairs.ours(), pairs.theirs(), pairs.ratios(), goal);
    }

    /** By itself. */
    static Row absolute(String name, String what, String unit, Measured ours, double goal) {
        return new Row(name, what, "", unit, ours, new Measured(), ours, goal);
    }

    boolean holds() {
        return compared.median() <= goal;
    }

    private boolean isRatio() {
        return !instead.isEmpty();
    }

    String text() {
        String value = String.format(Locale.ROOT, "%.1f %s", ours.median(), unit);
        String other = isRatio() ? String.format(Locale.ROOT, "%.1f %s", theirs.median(), unit) : "";
        String spread =
                String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", compared.median(), compared.least(), compared.most());
        String limit = isRatio()
                ? String.format(Locale.ROOT, "≤ %.2f ×", goal)
                : String.format(Locale.ROOT, "≤ %.1f %s", goal, unit);
        return String.format(
                Locale.ROOT,
                "%-14s %-52s %12s  %-34s %12s  %-24s %-12s %s",
                name,
                what,
                value,
                instead,
                other,
                spread,
                limit,
                holds() ? "holds" : "does not hold");
    }

    static String head() {
        return String.format(
                Locale.ROOT,
                "%-14s %-52s %12s  %-34s %12s  %-24s %-12s",
                "row",
                "what",
                "MaxDock",
                "instead",
                "",
                "median (least to most)",
                "goal");
    }

    Map<String, Object> document() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("what", what);
        map.put("instead", instead);
        map.put("unit", unit);
        map.put("ours", ours.median());
        map.put("theirs", isRatio() ? theirs.median() : null);
        map.put(isRatio() ? "ratio" : "value", compared.median());
        map.put("least", compared.least());
        map.put("most", compared.most());
        map.put("goal", goal);
        map.put("holds", holds());
        return map;
    }
}
