package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.ImageVerdict;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** Whether the image has what a launch starts in it, and what a virtual cluster needs. */
final class FitnessCheck implements LaunchCheck {

    /** Holds what the engine of the workgroup server has against a record. */
    interface Verification {
        ImageVerdict verify(ImageRecord record) throws Trouble;
    }

    private static final String PROGRAM = "program";
    private static final String FITNESS = "fitness";

    private final Verification here;
    private final Fitness fitness;

    /** @param here one that finds it missing where the workgroup server has no engine: then docker does, on the node */
    FitnessCheck(Verification here, Fitness fitness) {
        this.here = here;
        this.fitness = fitness;
    }

    @Override
    public String subject() {
        return PROGRAM;
    }

    @Override
    public List<PreflightCheck> check(Launch launch, Optional<ImageRecord> record) {
        if (record.isEmpty()) {
            return List.of();
        }
        LaunchPrograms programs = LaunchPrograms.of(launch, record.get());
        if (programs.isNothing()) {
            return List.of(PreflightCheck.fails(
                    PROGRAM, Message.of("check.program.nothing"), Message.of("check.program.say")));
        }
        List<NeededProgram> all = programs.all();
        if (all.stream().allMatch(p -> p.places().isEmpty())) {
            return List.of();
        }
        try {
            ImageVerdict verdict = here.verify(record.get());
            if (verdict instanceof ImageVerdict.Missing) {
                return List.of(PreflightCheck.note(PROGRAM, Message.of("check.program.unseen", names(all))));
            }
            if (!verdict.holds()) {
                return List.of();
            }
            String id = verdict instanceof ImageVerdict.SameContent same
                    ? same.here().id()
                    : record.get().identity().id();
            List<ProgramAnswer> answers =
                    fitness.look(record.get().content(), id, launch.image().toString(), all);
            int clusters = programs.cluster().size();
            List<PreflightCheck> checks = new ArrayList<>();
            if (launch.isCluster()) {
                checks.addAll(cluster(launch, answers.subList(0, clusters)));
            }
            checks.addAll(started(launch, answers.subList(clusters, answers.size())));
            return checks;
        } catch (Trouble e) {
            return List.of(PreflightCheck.of(PROGRAM, e).asNote());
        }
    }

    private static String names(List<NeededProgram> programs) {
        return programs.stream().map(NeededProgram::name).collect(Collectors.joining(", "));
    }

    private static List<PreflightCheck> cluster(Launch launch, List<ProgramAnswer> answers) {
        List<NeededProgram> lacks = answers.stream()
                .filter(ProgramAnswer::isMissing)
                .map(ProgramAnswer::program)
                .toList();
        if (!lacks.isEmpty()) {
            return List.of(PreflightCheck.fails(
                    FITNESS, Message.of("check.fitness.lacks", names(lacks)), Message.of("check.fitness.add")));
        }
        boolean mpi = launch.kind() instanceof LaunchKind.Mpi;
        return answers.stream().allMatch(ProgramAnswer::isFound)
                ? List.of(PreflightCheck.ok(FITNESS, Message.of(mpi ? "check.fitness.ok" : "check.fitness.sshd")))
                : List.of();
    }

    private static List<PreflightCheck> started(Launch launch, List<ProgramAnswer> answers) {
        List<PreflightCheck> missing = answers.stream()
                .filter(ProgramAnswer::isMissing)
                .map(a -> missing(launch, a.program()))
                .toList();
        if (!missing.isEmpty()) {
            return missing;
        }
        String found = answers.stream()
                .filter(ProgramAnswer::isFound)
                .map(ProgramAnswer::place)
                .collect(Collectors.joining(", "));
        return found.isEmpty() ? List.of() : List.of(PreflightCheck.ok(PROGRAM, Message.of("check.program.ok", found)));
    }

    private static PreflightCheck missing(Launch launch, NeededProgram program) {
        String name = program.name();
        boolean typed = launch.command().stream().limit(1).anyMatch(Predicate.isEqual(name));
        return PreflightCheck.fails(
                PROGRAM,
                Message.of("check.program.missing", name, String.join(", ", program.places())),
                typed
                        ? Message.of("check.program.spelling")
                        : Message.of(
                                "check.program.add", name, launch.kind().name().word()));
    }
}
