package org.maxdock.image.context;

import java.util.Comparator;
import java.util.List;

/**
 * What a build will send.
 *
 * @param files how many, folders and links among them
 * @param bytes of all of them
 * @param heaviest those that weigh most, heaviest first
 */
public record ContextSize(int files, long bytes, List<Weight> heaviest) {

    private static final int SHOWN = 12;

    /** A file of the context, by its name in it, and its size in bytes. */
    public record Weight(String name, long bytes) {}

    static ContextSize of(List<Weight> all) {
        return new ContextSize(
                all.size(),
                all.stream().mapToLong(Weight::bytes).sum(),
                all.stream()
                        .filter(w -> w.bytes() > 0)
                        .sorted(Comparator.comparingLong(Weight::bytes)
                                .reversed()
                                .thenComparing(Weight::name))
                        .limit(SHOWN)
                        .toList());
    }
}
