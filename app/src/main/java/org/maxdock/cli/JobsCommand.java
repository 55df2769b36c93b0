package org.maxdock.cli;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.project.Workbench;
import org.maxdock.slurm.Job;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;

/** The user's jobs that wait or run. */
@Command(name = "jobs")
final class JobsCommand extends Operation {

    @Override
    int run() throws Trouble {
        try (Workbench bench = connect()) {
            List<Job> jobs = bench.slurm().jobs();
            if (json()) {
                console().printJson(jobs);
                return Exit.DONE;
            }
            List<List<String>> rows = new ArrayList<>();
            for (Job job : jobs) {
                rows.add(List.of(job.id(), job.name(), job.state(), job.partition(), job.where(), job.used(), job.limit()));
            }
            console().table(rows);
            return Exit.DONE;
        }
    }
}
