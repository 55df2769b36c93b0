package org.maxdock.ui.jobs;

import org.maxdock.operation.JobBook;
import org.maxdock.slurm.JobId;

/**
 * What a line of the jobs is, whatever has become of it meanwhile: its job's number; of tasks of an array that wait
 * together, such as 37_[2-4], the array's, since that line gets shorter with each task that starts (squeue(1)).
 */
record JobKey(String text) {

    static JobKey of(JobBook.Entry entry) {
        return new JobKey(entry.id().map(JobId::text).orElse("").replaceFirst("_\\[.*", "_["));
    }
}
