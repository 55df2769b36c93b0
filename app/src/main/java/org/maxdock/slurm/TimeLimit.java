package org.maxdock.slurm;

import java.time.Duration;
import java.util.Optional;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/**
 * How long a job may take, in SLURM's notation (sbatch(1), --time): minutes, m:s, h:m:s, d-h, d-h:m, d-h:m:s, or
 * UNLIMITED.
 */
public record TimeLimit(String text) {

    /** What the partition says where none is asked for. */
    public static final TimeLimit DEFAULT = new TimeLimit("");

    /** @throws InvalidValue where it is none */
    public TimeLimit {
        text = text == null ? "" : text;
        boolean known = text.isEmpty() || text.equalsIgnoreCase("UNLIMITED") || text.equalsIgnoreCase("INFINITE");
        if (!known && !(text.equals(text.strip()) && SlurmTime.parse(text).isPresent())) {
            throw new InvalidValue(TroubleKind.BAD_ARGUMENT, "--time", Valid.shown(text));
        }
    }

    public boolean isDefault() {
        return text.isEmpty();
    }

    /** Empty for one without end, which 0 is too (salloc(1), --time), and where the partition's own counts. */
    public Optional<Duration> duration() {
        return SlurmTime.parse(text).filter(asked -> !asked.isZero());
    }

    @Override
    public String toString() {
        return text;
    }
}
