package org.maxdock.image;

import java.util.Optional;

/**
 * Something that an image needs for an HPC job.
 *
 * @param what a word for it: processor, shell, libc, sshd, ssh-keygen, mpi, ucx, verbs, providers, gpu
 * @param found what shows it, such as a file; empty where the image lacks it
 * @param needed whether a job on several nodes cannot do without
 */
public record FitnessPoint(String what, Optional<String> found, boolean needed) {

    public boolean holds() {
        return found.isPresent() || !needed;
    }
}
