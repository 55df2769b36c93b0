package org.maxdock.operation;

import java.util.Optional;
import org.maxdock.engine.EngineInfo;
import org.maxdock.text.Trouble;

/**
 * A connection and what was found at its other end.
 *
 * @param engineTrouble why there is no engine, where there is none
 * @param slurm SLURM's version
 * @param millis round-trip time
 */
public record Connected(
        Server bench,
        Optional<EngineInfo> engine,
        Optional<Trouble> engineTrouble,
        Optional<String> slurm,
        long millis) {}
