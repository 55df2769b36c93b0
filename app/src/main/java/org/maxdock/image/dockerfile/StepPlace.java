package org.maxdock.image.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/**
 * Where in a Dockerfile the steps of a build stand, and what comes before them. The classic builder counts all
 * instructions. BuildKit counts, in each stage, the base, where it is an image, and what changes files (moby/buildkit,
 * frontend/dockerfile/dockerfile2llb).
 */
public final class StepPlace {

    private static final Set<String> COUNTED = Set.of("RUN", "COPY", "ADD", "WORKDIR");
    private static final Pattern NAMED = Pattern.compile("(?i).*\\sAS\\s+(\\S+)\\s*");
    private static final Pattern UNNAMED = Pattern.compile("stage-([0-9]{1,6})");

    private StepPlace() {}

    /**
     * What comes before a step of BuildKit's, so that what it has of it in its cache can be looked into; empty where
     * nothing does, or where the Dockerfile has no such step.
     *
     * @param stage as BuildKit calls it; empty for the only one
     * @param number of the step, from 1, of so many
     * @param instruction as BuildKit shows it, whose word must stand there
     * @throws Trouble where the text is larger than any Dockerfile
     */
    public static Optional<String> before(String dockerfile, String stage, int number, int of, String instruction)
            throws Trouble {
        return of(dockerfile, stage, number, of, instruction)
                .filter(step -> !step.is("FROM"))
                .map(step -> dockerfile.lines().limit(step.line() - 1L).collect(Collectors.joining("\n", "", "\n")));
    }

    /** A step of BuildKit's; empty where the Dockerfile has no such one. As {@link #before}. */
    public static Optional<Instruction> of(String dockerfile, String stage, int number, int of, String instruction)
            throws Trouble {
        return read(dockerfile, all -> step(all, stage, number, of).filter(step -> is(step, instruction)));
    }

    /**
     * A step of the classic builder's; empty where the Dockerfile has no such one.
     *
     * @throws Trouble where the text is larger than any Dockerfile
     */
    public static Optional<Instruction> counted(String dockerfile, int number, String instruction) throws Trouble {
        return read(
                dockerfile, all -> all.stream().skip(number - 1L).findFirst().filter(step -> is(step, instruction)));
    }

    private static Optional<Instruction> read(
            String dockerfile, Function<List<Instruction>, Optional<Instruction>> search) throws Trouble {
        return Untrusted.of(Dockerfile.MOST, TroubleKind.DOCKERFILE_SYNTAX)
                .text(dockerfile, text -> search.apply(Dockerfile.read(text)));
    }

    private static boolean is(Instruction step, String instruction) {
        return step.is(instruction.strip().split("\\s", 2)[0].toUpperCase(Locale.ROOT));
    }

    private static Optional<Instruction> step(List<Instruction> all, String stage, int number, int of) {
        Optional<List<Instruction>> found = stage(stages(all), stage);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<Instruction> counted =
                found.get().stream().filter(i -> COUNTED.contains(i.keyword())).toList();
        int base = of - counted.size(); // 0 where it begins with nothing, or with another stage
        int index = number - 1 - base;
        if (base < 0 || base > 1 || index < -base || index >= counted.size()) {
            return Optional.empty();
        }
        return Optional.of(index < 0 ? found.get().getFirst() : counted.get(index));
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
