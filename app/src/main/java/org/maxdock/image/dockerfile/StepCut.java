package org.maxdock.image.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/**
 * A Dockerfile as far as before one of its steps, so that what BuildKit has of it in its cache can be looked into.
 * BuildKit counts these steps of a stage: the base, where it is an image, and what changes files (moby/buildkit,
 * frontend/dockerfile/dockerfile2llb).
 */
public final class StepCut {

    private static final Set<String> COUNTED = Set.of("RUN", "COPY", "ADD", "WORKDIR");
    private static final Pattern NAMED = Pattern.compile("(?i).*\\sAS\\s+(\\S+)\\s*");
    private static final Pattern UNNAMED = Pattern.compile("stage-([0-9]{1,6})");

    private StepCut() {}

    /**
     * What comes before a step; empty where nothing does, or where the Dockerfile has no such step.
     *
     * @param stage as BuildKit calls it; empty for the only one
     * @param number of the step, from 1, of so many
     * @param instruction as BuildKit shows it, whose word must stand there
     * @throws Trouble where the text is larger than any Dockerfile
     */
    public static Optional<String> before(String dockerfile, String stage, int number, int of, String instruction)
            throws Trouble {
        return Untrusted.of(Dockerfile.MOST, TroubleKind.DOCKERFILE_SYNTAX)
                .text(dockerfile, text -> cut(text, stage, number, of, instruction));
    }

    private static Optional<String> cut(String text, String stage, int number, int of, String instruction) {
        List<List<Instruction>> stages = stages(Dockerfile.read(text));
        Optional<List<Instruction>> found = stage(stages, stage);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<Instruction> counted =
                found.get().stream().filter(i -> COUNTED.contains(i.keyword())).toList();
        int base = of - counted.size(); // 0 where it begins with nothing, or with another stage
        int index = number - 1 - base;
        if (base < 0 || base > 1 || index < 0 || index >= counted.size()) {
            return Optional.empty();
        }
        String word = instruction.strip().split("\\s", 2)[0];
        if (!counted.get(index).is(word.toUpperCase(Locale.ROOT))) {
            return Optional.empty();
        }
        int line = counted.get(index).line();
        return Optional.of(text.lines().limit(line - 1L).collect(Collectors.joining("\n", "", "\n")));
    }

    private static List<List<Instruction>> stages(List<Instruction> all) {
        List<List<Instruction>> stages = new ArrayList<>();
        for (Instruction instruction : all) {
            if (instruction.is("FROM")) {
                stages.add(new ArrayList<>());
            }
            if (!stages.isEmpty()) {
                stages.getLast().add(instruction);
            }
        }
        return stages;
    }

    private static Optional<List<Instruction>> stage(List<List<Instruction>> stages, String name) {
        if (name.isEmpty()) {
            return stages.size() == 1 ? Optional.of(stages.getFirst()) : Optional.empty();
        }
        for (List<Instruction> stage : stages) {
            Matcher named = NAMED.matcher(stage.getFirst().rest());
            if (named.matches() && named.group(1).toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(stage);
            }
        }
        Matcher unnamed = UNNAMED.matcher(name);
        int index = unnamed.matches() ? Integer.parseInt(unnamed.group(1)) : stages.size();
        return index < stages.size() ? Optional.of(stages.get(index)) : Optional.empty();
    }
}
