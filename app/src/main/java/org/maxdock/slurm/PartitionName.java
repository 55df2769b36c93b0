package org.maxdock.slurm;

import java.util.Optional;
import java.util.regex.Pattern;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Valid;

/** The name of a partition, in which no comma can be (slurm.conf(5), PartitionName). */
public record PartitionName(String text) {

    private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]{0,252}");

    /** @throws InvalidValue where it is none */
    public PartitionName {
        if (text == null || !GRAMMAR.matcher(text).matches()) {
            throw new InvalidValue(TroubleKind.PARTITION_UNKNOWN, Valid.shown(text == null ? "" : text));
        }
    }

    /** What SLURM says that one is called; empty where that is no name. */
    public static Optional<PartitionName> read(String text) {
        return GRAMMAR.matcher(text).matches() ? Optional.of(new PartitionName(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
