package org.maxdock.image;

import java.util.Optional;

/**
 * Something that an image needs for an HPC job.
 *
 * @param what  a word for it: shell, libc, sshd, ssh-keygen, mpi, ucx, verbs, providers
 * @param found the file that shows it; empty where the image lacks it
 */
public record FitnessPoint(String what, Optional<String> found) {

    public boolean holds() {
        return found.isPresent();
    }
}
