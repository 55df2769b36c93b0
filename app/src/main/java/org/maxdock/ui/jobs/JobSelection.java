package org.maxdock.ui.jobs;

import java.util.List;
import java.util.Optional;
import org.maxdock.operation.JobBook;

/** The lines that are selected, as they are now. */
record JobSelection(List<JobBook.Entry> entries) {

    static final JobSelection NONE = new JobSelection(List.of());

    /** The one, where there is just one. */
    Optional<JobBook.Entry> one() {
        return entries.size() == 1 ? Optional.of(entries.getFirst()) : Optional.empty();
    }
}
