package org.maxdock.slurm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Valid;

/**
 * The partitions that are asked for, of which SLURM takes the one that can start first (sbatch(1), --partition); each
 * is named once.
 *
 * @param names none where it is left to SLURM
 */
public record Partitions(List<PartitionName> names) {

    private static final int MOST = 100;

    /** What SLURM's configuration, or the user's own, says where none is named. */
    public static final Partitions DEFAULT = new Partitions(List.of());

    /** @throws InvalidValue where they are too many */
    public Partitions {
        names = Valid.list("--partition", names, MOST).stream().distinct().toList();
    }

    /**
     * As they are written: with commas between them; nothing for the default.
     *
     * @throws InvalidValue where one is none
     */
    public static Partitions of(String text) {
        return text == null || text.isEmpty()
                ? DEFAULT
                : new Partitions(Arrays.stream(text.split(",", -1))
                        .map(PartitionName::new)
                        .toList());
    }

    public static Partitions of(PartitionName name) {
        return new Partitions(List.of(name));
    }

    public boolean isDefault() {
        return names.isEmpty();
    }

    public boolean has(PartitionName name) {
        return names.contains(name);
    }

    /** These and that one, or, where it is among them, these without it. */
    public Partitions toggled(PartitionName name) {
        List<PartitionName> others = new ArrayList<>(names);
        if (!others.remove(name)) {
            others.add(name);
        }
        return new Partitions(others);
    }

    /** As SLURM takes them. */
    public String text() {
        return names.stream().map(PartitionName::text).collect(Collectors.joining(","));
    }

    @Override
    public String toString() {
        return text();
    }
}
