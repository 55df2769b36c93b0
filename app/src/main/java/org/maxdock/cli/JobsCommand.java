package org.maxdock.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maxdock.operation.Connection;
import org.maxdock.slurm.EndedJob;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobLines;
import org.maxdock.slurm.Waiting;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The jobs that wait or run: the user's, or everybody's; or those that have ended. */
@Command(name = "jobs")
final class JobsCommand extends CommandContext {

    @Option(names = "--all")
    boolean all;

    @Option(names = "--ended")
    boolean ended;

    @Override
    int run() throws Trouble {
        try (Connection server = connect()) {
            if (ended) {
                return ended(jobs(server).ended());
            }
            List<Job> jobs = all ? everybodys(server) : jobs(server).mine();
            List<Map<String, Object>> documents = new ArrayList<>();
            List<List<String>> rows = new ArrayList<>();
            for (Job job : jobs) {
                String why = job.waiting() ? console().texts().get(new Waiting(job, 0).why()) : "";
                rows.add(List.of(
                        job.id().text(),
                        job.user(),
                        job.name(),
                        job.state(),
                        job.partition(),
                        job.waiting() ? why : job.where(),
                        job.used(),
                        job.limit()));
                Map<String, Object> document = new LinkedHashMap<>();
                document.put("id", job.id());
                document.put("name", job.name());
                document.put("user", job.user());
                document.put("state", job.state());
                document.put("partition", job.partition());
                document.put("nodes", job.nodes());
                document.put("where", job.where());
                document.put("why", why);
                document.put("used", job.used());
                document.put("left", job.left());
                document.put("limit", job.limit());
                document.put("start", job.start());
                document.put("comment", job.comment());
                documents.add(document);
            }
            print(documents, rows);
            return Exit.DONE;
        }
    }

    private List<Job> everybodys(Connection server) throws Trouble {
        JobLines queue = jobs(server).everybodys();
        if (queue.passedOver() > 0) {
            console().note("cli.jobs-passed-over", queue.passedOver());
        }
        return queue.jobs();
    }

    private int ended(List<EndedJob> jobs) {
        print(
                jobs,
                jobs.stream()
                        .map(j -> List.of(
                                j.id().text(),
                                j.name(),
                                j.state(),
                                j.status(),
                                j.partition(),
                                j.nodes(),
                                j.elapsed(),
                                j.end()))
                        .toList());
        return Exit.DONE;
    }

    private void print(Object document, List<List<String>> rows) {
        if (json()) {
            console().printJson(document);
        } else {
            console().table(rows);
        }
    }
}
