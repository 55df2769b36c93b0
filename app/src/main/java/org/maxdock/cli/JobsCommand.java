package org.maxdock.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.maxdock.host.Cancellation;
import org.maxdock.operation.Connection;
import org.maxdock.operation.UsageReport;
import org.maxdock.slurm.EndedJob;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.JobEnding;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Records;
import org.maxdock.slurm.StateWords;
import org.maxdock.slurm.Waiting;
import org.maxdock.text.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The jobs that wait or run: the user's, or everybody's; or those that have ended; or what one of them used. */
@Command(name = "jobs")
final class JobsCommand extends CommandContext {

    @Option(names = "--all")
    boolean all;

    @Option(names = "--ended")
    boolean ended;

    @Parameters(index = "0", paramLabel = "JOB", arity = "0..1")
    String job;

    @Override
    int run() throws Trouble {
        atMostOne("--all", "--ended", "JOB");
        Optional<JobId> one = Optional.ofNullable(job).map(JobId::new);
        try (Connection server = connectToServer()) {
            if (one.isPresent()) {
                return usage(jobs(server).usage(one.get(), new Cancellation()));
            }
            if (ended) {
                return ended(told(jobs(server).ended()));
            }
            List<Job> jobs = told(all ? jobs(server).everybodys() : jobs(server).mine());
            List<Map<String, Object>> documents = new ArrayList<>();
            List<List<String>> rows = new ArrayList<>();
            for (Job job : jobs) {
                String why = job.waiting() ? console().texts().get(new Waiting(job, 0).why()) : "";
                rows.add(List.of(
                        job.id().text(),
                        job.user(),
                        job.name(),
                        console().texts().get(StateWords.ofJob(job.state())),
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

    private int usage(UsageReport report) {
        List<String> lines = report.lines(console().texts().amounts()).stream()
                .map(console().texts()::get)
                .toList();
        String advice = report.advice().map(console().texts()::get).orElse("");
        if (json()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("counted", report.counted().name().toLowerCase(Locale.ROOT));
            document.put("elapsed", report.usage().elapsed().map(Duration::toSeconds));
            document.put("limit", report.usage().limit().map(Duration::toSeconds));
            document.put("memory", report.usage().memory());
            document.put("granted", report.usage().granted());
            document.put("cpu", report.usage().cpu().map(Duration::toSeconds));
            document.put("cpus", report.usage().cpus());
            document.put("tasks", report.usage().tasks());
            document.put("said", lines);
            document.put("advice", advice);
            console().printJson(document);
        } else {
            lines.forEach(console()::print);
            if (!advice.isEmpty()) {
                console().print(advice);
            }
        }
        return Exit.DONE;
    }

    private <T> List<T> told(Records<T> jobs) {
        if (jobs.passedOver() > 0) {
            console().note("jobs.passed-over", jobs.passedOver());
        }
        return jobs.found();
    }

    private int ended(List<EndedJob> jobs) {
        print(
                jobs,
                jobs.stream()
                        .map(j -> List.of(
                                j.id().text(),
                                j.name(),
                                console().texts().get(JobEnding.of(j)),
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
