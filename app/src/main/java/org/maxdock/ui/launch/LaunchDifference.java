package org.maxdock.ui.launch;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.launch.Launch;
import org.maxdock.store.Json;

/** How a launch differs from another one, in the lines that a project's file has of both. */
record LaunchDifference(Launch theirs, Launch mine) {

    /** The lines that only one has: {@code -} before what would go, {@code +} before what would come. */
    String text(Json json) {
        List<String> go = json.write(theirs).lines().toList();
        List<String> come = json.write(mine).lines().toList();
        List<String> lines = new ArrayList<>();
        without(go, come).forEach(line -> lines.add("- " + line));
        without(come, go).forEach(line -> lines.add("+ " + line));
        return lines.isEmpty() ? json.write(theirs) : String.join("\n", lines); // only their order differs
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> rest = new ArrayList<>(lines);
        others.forEach(rest::remove);
        return rest;
    }
}
