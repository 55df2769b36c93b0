package org.maxdock.slurm;

import java.util.List;
import java.util.Optional;
import org.maxdock.text.Message;

/**
 * What one of SLURM's commands wrote, record by record. What is none is passed over, and counted: one that cannot be
 * read must not hide all others.
 *
 * @param found those that could be read
 * @param passedOver how many could not
 */
public record Records<T>(List<T> found, int passedOver) {

    public Records {
        found = List.copyOf(found);
    }

    /** Of which all could be read. */
    public static <T> Records<T> of(List<T> found) {
        return new Records<>(found, 0);
    }

    /**
     * What is said of those that are not shown, by the key of a sentence for their number; nothing where there is none.
     */
    public Optional<Message> notShown(String key) {
        return passedOver == 0 ? Optional.empty() : Optional.of(Message.of(key, passedOver));
    }
}
