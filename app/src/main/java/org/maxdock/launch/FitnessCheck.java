package org.maxdock.launch;

import java.util.List;
import java.util.Optional;
import org.maxdock.image.Images;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;

/** Whether the image has what a virtual cluster needs. */
final class FitnessCheck implements LaunchCheck {

    private final Images images;
    private final Fitness fitness;

    /** @param images null where the workgroup server has no engine: then nobody can look into it */
    FitnessCheck(Images images, Fitness fitness) {
        this.images = images;
        this.fitness = fitness;
    }

    @Override
    public String subject() {
        return "fitness";
    }

    @Override
    public List<PreflightCheck> check(Launch launch, Optional<ImageRecord> record) throws Trouble {
        if (!launch.isCluster()
                || images == null
                || record.isEmpty()
                || !images.verify(record.get()).holds()) {
            return List.of();
        }
        boolean mpi = launch.kind() instanceof LaunchKind.Mpi;
        List<String> lacks = fitness
                .lacks(record.get().content(), launch.image().toString())
                .stream()
                .filter(program -> mpi || !program.equals("mpirun"))
                .toList();
        return List.of(
                lacks.isEmpty()
                        ? PreflightCheck.ok("fitness", Message.of(mpi ? "check.fitness.ok" : "check.fitness.sshd"))
                        : PreflightCheck.fails(
                                "fitness",
                                Message.of("check.fitness.lacks", String.join(", ", lacks)),
                                Message.of("check.fitness.add")));
    }
}
