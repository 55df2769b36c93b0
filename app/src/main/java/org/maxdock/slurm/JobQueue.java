package org.maxdock.slurm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maxdock.text.Message;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * The jobs in the queue, as squeue tells them. What people may have named is parted by what nobody knows before
 * ({@link JobFormat}).
 */
final class JobQueue {

    private final SlurmCommands commands;
    private final String user;

    JobQueue(SlurmCommands commands, String user) {
        this.commands = commands;
        this.user = user;
    }

    /**
     * In all partitions: SLURM hides those that are for others, and newer ones let jobs wait there (squeue(1), --all).
     */
    Records<Job> of(String... which) throws Trouble {
        JobFormat format = JobFormat.random();
        List<String> words = new ArrayList<>(List.of("squeue", "--all", "--noheader", "--noconvert"));
        words.addAll(List.of(which));
        words.addAll(List.of("-o", format.option()));
        return JobLines.read(commands.ask(words), format);
    }

    Records<Job> mine() throws Trouble {
        return of("--user=" + user);
    }

    /** Their numbers, as SLURM_JOB_ID has them. */
    Records<String> numbers() throws Trouble {
        List<String> lines = commands.ask("squeue", "--all", "--noheader", "--array", "--user=" + user, "-o", "%A")
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList();
        List<String> numbers = lines.stream().filter(JobQueue::isNumber).toList();
        return new Records<>(numbers, lines.size() - numbers.size());
    }

    private static boolean isNumber(String line) {
        return JobId.read(line).filter(id -> !id.isOfArray()).isPresent();
    }

    /** The number by which srun knows a job: a task of an array, such as 37_2, has one of its own (squeue(1), %A). */
    JobId number(JobId job) throws Trouble {
        if (!job.isOfArray()) {
            return job;
        }
        String told = commands.ask("squeue", "--all", "--noheader", "--jobs=" + job, "--format=%A")
                .strip();
        return JobId.read(told).orElseThrow(() -> new Trouble(TroubleKind.NO_SUCH_JOB, job));
    }

    /** What each of these jobs that wait waits for; one question for all of them. */
    List<Waiting> waiting(List<Job> jobs) throws Trouble {
        List<Job> mine = jobs.stream().filter(Job::waiting).toList();
        if (mine.isEmpty()) {
            return List.of();
        }
        String partitions = mine.stream().map(Job::partition).distinct().collect(Collectors.joining(","));
        List<Job> others = of("--states=PENDING", "--partition=" + partitions).found();
        return mine.stream().map(j -> Waiting.among(j, others)).toList();
    }

    Optional<Job> find(Mark mark) throws Trouble {
        Records<Job> mine = mine();
        Optional<Job> found = among(mine.found(), mark);
        if (found.isEmpty() && mine.passedOver() > 0) {
            throw unreadable(mine);
        }
        return found;
    }

    static Optional<Job> among(List<Job> jobs, Mark mark) {
        return jobs.stream().filter(j -> j.comment().equals(mark.text())).findFirst();
    }

    /** Where some could not be read SLURM is asked for the one alone. */
    Optional<Job> find(JobId id) throws Trouble {
        Records<Job> mine = mine();
        Optional<Job> found = among(mine.found(), id);
        if (found.isEmpty() && mine.passedOver() > 0 && !hasEnded(id)) {
            throw unreadable(mine);
        }
        return found;
    }

    private boolean hasEnded(JobId id) throws Trouble {
        try {
            List<Map<String, String>> tasks = commands.fields("job", id.isOne() ? id.text() : id.array());
            return !tasks.isEmpty() && tasks.stream().allMatch(t -> FinalStates.has(t.getOrDefault("JobState", "")));
        } catch (Trouble e) {
            if (e.kind() == TroubleKind.NO_SUCH_JOB) {
                return true;
            }
            throw e;
        }
    }

    private static Trouble unreadable(Records<Job> mine) {
        return new Trouble(
                TroubleKind.ANSWER_UNREADABLE, "squeue", Message.of("jobs.unread.one-of", mine.passedOver()));
    }

    /** The number of an array is that of one of its tasks, too, and yet names none of them. */
    static Optional<Job> among(List<Job> jobs, JobId id) throws Trouble {
        Optional<Job> named = jobs.stream().filter(j -> j.id().equals(id)).findFirst();
        if (named.isPresent()) {
            return named;
        }
        List<JobId> tasks = jobs.stream()
                .map(Job::id)
                .filter(j -> j.isOfArray(id) && j.isOne())
                .toList();
        if (!tasks.isEmpty()) {
            throw new Trouble(TroubleKind.TASK_NOT_NAMED, id, JobId.listed(tasks));
        }
        return jobs.stream().filter(j -> j.number().equals(id)).findFirst();
    }
}
