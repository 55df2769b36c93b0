package org.maxdock.slurm;

import java.util.Optional;
import java.util.regex.Pattern;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/** The name of a partition, or of several with commas, of which SLURM takes the first that is free (sbatch(1)). */
public record PartitionName(String text) {

    private static final Pattern GRAMMAR =
            Pattern.compile("(?:[A-Za-z0-9_][A-Za-z0-9._+-]{0,252}(?:,[A-Za-z0-9_][A-Za-z0-9._+-]{0,252}){0,99})?");
    /** What SLURM's configuration says where none is named. */
    public static final PartitionName DEFAULT = new PartitionName("");

    /** @throws InvalidValue where it is none */
    public PartitionName {
        text = text == null ? "" : text;
        if (!GRAMMAR.matcher(text).matches()) {
            throw new InvalidValue(TroubleKind.PARTITION_UNKNOWN, Valid.shown(text));
        }
    }

    /** What SLURM says that one is called; empty where that is no name. */
    public static Optional<PartitionName> read(String text) {
        return GRAMMAR.matcher(text).matches() ? Optional.of(new PartitionName(text)) : Optional.empty();
    }

    public boolean isDefault() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return text;
    }
}
