package org.maxdock.image.dockerfile;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The stages that a Dockerfile's image is made of: the last one, the one that it begins with, and so on. */
final class FinalImage {

    private static final Pattern FROM = Pattern.compile("(?:--\\S+\\s+)*(\\S+)(?:\\s+(?i:AS)\\s+(\\S+))?.*");

    private record Stage(Optional<Stage> before, List<Instruction> instructions) {}

    private FinalImage() {}

    /**
     * Its instructions in the order in which they are run.
     *
     * @param variables that may stand in a stage's name
     */
    static List<Instruction> of(List<Instruction> all, BuildVariables variables) {
        Map<String, Stage> named = new HashMap<>();
        Optional<Stage> last = Optional.empty();
        for (Instruction each : all) {
            Matcher from = FROM.matcher(each.rest());
            if (each.is("FROM") && from.matches()) {
                String base = variables.in(from.group(1)).toLowerCase(Locale.ROOT);
                last = Optional.of(new Stage(Optional.ofNullable(named.get(base)), new ArrayList<>()));
                if (from.group(2) != null) {
                    named.put(from.group(2).toLowerCase(Locale.ROOT), last.get());
                }
            }
            last.ifPresent(stage -> stage.instructions().add(each));
        }
        List<List<Instruction>> stages = new ArrayList<>();
        for (Optional<Stage> stage = last;
                stage.isPresent();
                stage = stage.get().before()) {
            stages.addFirst(stage.get().instructions());
        }
        return stages.stream().flatMap(List::stream).toList();
    }
}
