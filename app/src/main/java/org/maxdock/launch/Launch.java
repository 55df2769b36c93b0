package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maxdock.image.identity.ImageReference;
import org.maxdock.image.identity.RecordSignature;
import org.maxdock.mount.ContainerConditions;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.Mend;
import org.maxdock.mount.MountPlan;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Valid;

/**
 * What to start: image, mount plan, run mode and resources.
 *
 * @param name what people call it, and its job; where it is absent, the last part of the image's name
 * @param plans names of mount plans whose mappings it has besides its own
 * @param mode absent means as me
 * @param place absent means a job of its own, with all left to SLURM
 * @param command what to run in the container; empty for what the image runs by itself
 * @param workingDirectory inside the container; empty for the image's own
 * @param container options of the container beside these
 * @param kind what kind of work it is; absent means a shell
 * @param signedBy who must have signed the image's record, by the names that lists of allowed signers have
 *     (ssh-keygen(1)); none where anything that is recorded may start
 */
public record Launch(
        String name,
        ImageReference image,
        List<Mapping> mounts,
        List<String> plans,
        RunMode mode,
        LaunchPlace place,
        List<String> command,
        String workingDirectory,
        ContainerOptions container,
        LaunchKind kind,
        List<String> signedBy) {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_PLANS = 100;
    private static final int MOST_WORDS = 2_000;

    /** @throws InvalidValue where a value is not what it is meant to be */
    public Launch {
        Valid.present("image", image);
        name = Valid.name("name", name, LONGEST_NAME).strip();
        name = name.isEmpty() ? image.shortName() : name;
        mounts = Valid.list("mounts", mounts, MountPlan.MOST);
        plans = Valid.list("--plan", plans, MOST_PLANS);
        plans.forEach(plan -> Valid.name("--plan", plan, LONGEST_NAME));
        mode = mode == null ? RunMode.ME : mode;
        place = place == null ? LaunchPlace.Allocation.of("", 1, "") : place;
        command = Valid.list("command", command, MOST_WORDS);
        command.forEach(word -> Valid.text("command", word, Valid.LONG));
        workingDirectory = Valid.text("--workdir", workingDirectory, Valid.LONG);
        container = container == null ? ContainerOptions.NONE : container;
        kind = kind == null ? LaunchKind.Shell.PLAIN : kind;
        signedBy = RecordSignature.names("--signed-by", signedBy);
    }

    /** That anything that is recorded may be. */
    public Launch(
            String name,
            ImageReference image,
            List<Mapping> mounts,
            List<String> plans,
            RunMode mode,
            LaunchPlace place,
            List<String> command,
            String workingDirectory,
            ContainerOptions container,
            LaunchKind kind) {
        this(name, image, mounts, plans, mode, place, command, workingDirectory, container, kind, List.of());
    }

    /** A shell, without further options. */
    public Launch(
            String name,
            ImageReference image,
            List<Mapping> mounts,
            List<String> plans,
            RunMode mode,
            LaunchPlace place,
            List<String> command,
            String workingDirectory) {
        this(
                name,
                image,
                mounts,
                plans,
                mode,
                place,
                command,
                workingDirectory,
                ContainerOptions.NONE,
                LaunchKind.Shell.PLAIN);
    }

    public Launch withContainer(ContainerOptions options) {
        return new Launch(name, image, mounts, plans, mode, place, command, workingDirectory, options, kind, signedBy);
    }

    public Launch withPlace(LaunchPlace other) {
        return new Launch(
                name, image, mounts, plans, mode, other, command, workingDirectory, container, kind, signedBy);
    }

    public Launch withKind(LaunchKind other) {
        return new Launch(
                name, image, mounts, plans, mode, place, command, workingDirectory, container, other, signedBy);
    }

    public Launch withCommand(List<String> words) {
        return new Launch(name, image, mounts, plans, mode, place, words, workingDirectory, container, kind, signedBy);
    }

    public Launch withMounts(List<Mapping> others) {
        return new Launch(
                name, image, others, plans, mode, place, command, workingDirectory, container, kind, signedBy);
    }

    public Launch withPlans(List<String> names) {
        return new Launch(
                name, image, mounts, names, mode, place, command, workingDirectory, container, kind, signedBy);
    }

    public Launch withSignedBy(List<String> names) {
        return new Launch(name, image, mounts, plans, mode, place, command, workingDirectory, container, kind, names);
    }

    /** Whether its containers are a virtual cluster, with sshd in each. */
    public boolean isCluster() {
        return mode == RunMode.DOCKERCLUSTER || kind instanceof LaunchKind.Mpi;
    }

    /** Whether it is a program with windows of its own, which needs a display. */
    public boolean isX11() {
        return kind instanceof LaunchKind.X11;
    }

    /** Whether it is a job for the queue, at which nobody sits. */
    public boolean isBatch() {
        return kind instanceof LaunchKind.Batch;
    }

    /** What it asks of SLURM, as options of salloc and sbatch; none where nothing is allocated. */
    List<String> options() {
        Optional<LaunchPlace.Allocation> asked = place.allocation();
        List<String> options =
                new ArrayList<>(asked.map(LaunchPlace.Allocation::options).orElse(List.of()));
        if (asked.isPresent() && kind instanceof LaunchKind.Mpi mpi) {
            options.add(mpi.ranks() == 0 ? "--exclusive" : "--ntasks-per-node=" + mpi.ranks());
        }
        return options;
    }

    /**
     * Where the work begins: as said, else in the folder that is mapped where dockerrun maps the current one; empty for
     * the image's own.
     */
    public String directory() {
        boolean pwd = mounts.stream().anyMatch(m -> m.container().equals(ContainerConditions.DOCKER_PWD));
        return workingDirectory.isEmpty() && pwd ? ContainerConditions.DOCKER_PWD : workingDirectory;
    }

    /**
     * The same launch after a mend: what named the old place, as working directory or in the command, names the new
     * one.
     */
    public Launch mended(Mapping mapping, Mend mend) {
        List<Mapping> mended =
                mounts.stream().map(m -> m.equals(mapping) ? mend.apply(m) : m).toList();
        List<String> words =
                command.stream().map(word -> mend.rewrite(mapping, word)).toList();
        String directory = mend.directory(mapping, workingDirectory);
        return new Launch(name, image, mended, plans, mode, place, words, directory, container, kind, signedBy);
    }
}
