package org.maxdock.launch;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.mount.ContainerConditions;
import org.maxdock.mount.Mapping;
import org.maxdock.mount.Mend;

/**
 * What to start: image, mount plan, run mode and resources.
 *
 * @param plans names of mount plans whose mappings it has besides its own
 * @param command what to run in the container; empty for what the image runs by itself
 * @param workingDirectory inside the container; empty for the image's own
 * @param container options of the container beside these
 * @param work what kind of work it is
 */
public record Launch(
        String name,
        String image,
        List<Mapping> mounts,
        List<String> plans,
        RunMode mode,
        Resources resources,
        List<String> command,
        String workingDirectory,
        ContainerOptions container,
        Work work) {

    public Launch {
        mounts = mounts == null ? List.of() : List.copyOf(mounts);
        plans = plans == null ? List.of() : List.copyOf(plans);
        command = List.copyOf(command);
        container = container == null ? ContainerOptions.NONE : container;
        work = work == null ? Work.SHELL : work;
    }

    /** Without further options. */
    public Launch(
            String name,
            String image,
            List<Mapping> mounts,
            List<String> plans,
            RunMode mode,
            Resources resources,
            List<String> command,
            String workingDirectory) {
        this(name, image, mounts, plans, mode, resources, command, workingDirectory, ContainerOptions.NONE, Work.SHELL);
    }

    public Launch withContainer(ContainerOptions options) {
        return new Launch(name, image, mounts, plans, mode, resources, command, workingDirectory, options, work);
    }

    public Launch withWork(Work other) {
        return new Launch(name, image, mounts, plans, mode, resources, command, workingDirectory, container, other);
    }

    /** Whether its containers are a virtual cluster, with sshd in each. */
    public boolean isCluster() {
        return mode == RunMode.DOCKERCLUSTER || work.kind() == Work.Kind.MPI;
    }

    /** What it asks of SLURM, as options of salloc and sbatch. */
    List<String> options() {
        List<String> options = new ArrayList<>(resources.options());
        if (work.kind() == Work.Kind.MPI) {
            options.add(work.ranks() == 0 ? "--exclusive" : "--ntasks-per-node=" + work.ranks());
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

    public Launch withMounts(List<Mapping> others) {
        return new Launch(name, image, others, plans, mode, resources, command, workingDirectory, container, work);
    }

    public Launch withPlans(List<String> names) {
        return new Launch(name, image, mounts, names, mode, resources, command, workingDirectory, container, work);
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
        String directory = workingDirectory.isEmpty() ? mend.path() : mend.rewrite(mapping, workingDirectory);
        return new Launch(name, image, mended, plans, mode, resources, words, directory, container, work);
    }
}
