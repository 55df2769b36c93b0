package org.maxdock.bench;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where is measured.
 *
 * @param config of ssh for the lab
 * @param program of the packages, where they were made
 */
record BenchPlace(Path config, Optional<Path> program) {

    Path needed() {
        return program.orElseThrow(() -> new IllegalStateException("the program of the packages was not made"));
    }
}
