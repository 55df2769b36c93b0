package org.maxdock.node;

import java.util.List;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.JobUsage;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.text.Untrusted;

/**
 * What the containers of a launch have used, kept for afterwards: SLURM does not count them, and with a container the
 * kernel's count of it is gone. So on each node somebody looks at it while it runs, and writes it down in the user's
 * home when it ends.
 */
public final class UsageNotes {

    private static final int MOST = 2 << 16;

    private static final String FOLDER = "\"$HOME/.cache/maxdock/usage\"";

    /**
     * Lines of bash for a step, without single quotes; their first argument is the process without which they end, the
     * second the file that docker writes the container's ID into, if it is told to: else the engine is asked, more and
     * more seldom, as {@link JobContainers#OF_STEP} says, which is to stand before. SIGHUP has them write down what
     * they have seen. A job that is requeued keeps its number, so the run is named.
     */
    public static final String SCRIPT = """
            guard=$1 file=${2-} etc=/tmp/maxdock-$MAXDOCK_STEP most=0 used=0 pid=0 n=0 next=1
            %s# waits so long, but heeds a signal at once
            pause() { sleep "$1" & wait $!; }
            # writes down what was seen, and ends
            keep() {
              trap "" TERM HUP INT
              trap - EXIT
              if [ "$((most + used))" != 0 ] && mkdir -p -m 700 %s; then
                for job in "$SLURM_JOB_ID" ${SLURM_ARRAY_JOB_ID:+"${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"}; do
                  echo "used $most $used ${SLURM_RESTART_COUNT:-0}" >> %s/"$job.$(uname -n)"
                done
              fi
              exit
            }
            trap keep EXIT HUP INT
            trap "" TERM # it may be for programs, which go on
            while [ "${pid:-0}" = 0 ]; do
              kill -0 "$guard" || exit
              pause "$((++n < 40 ? 0 : 2)).3"
              if [ -n "$file" ]; then
                if [ -s "$file" ]; then pid=$(docker inspect --format "{{.State.Pid}}" -- "$(<"$file")") || exit; fi
              elif ((n >= next)); then
                next=$((n < 40 ? n * 2 : n + 2))
                if [ -O "$etc/container.id" ] && [ -O "$etc" ] && [ ! -L "$etc" ]; then
                  written=$(<"$etc/container.id")
                fi
                pid=$(yours | head -n 1 | xargs -r docker inspect --format "{{.State.Pid}}")
              fi
            done
            for ((n = 0; ; n++)); do
              kill -0 "$guard" && [ -e "/proc/$pid" ] || exit
              count "$pid"
              if [ "$peak" != 0 ]; then most=$peak; fi
              if [ "$time" != 0 ]; then used=$time; fi
              pause "$((n < 60 ? 1 : 5))"
            done
            """.formatted(KernelCount.LINES, FOLDER, FOLDER);

    /** Of the last run of a job; notes that are a month old go. */
    private static final String READ = """
            cd %s 2>/dev/null || exit 0
            find . -type f -mtime +30 -delete
            cat -- "$1".* 2>/dev/null | head -c %s""".formatted(FOLDER, String.valueOf(MOST / 2));

    private final Host host;

    public UsageNotes(Host host) {
        this.host = host;
    }

    /** The same usage of a job that has ended, with what was noted of its containers, if anything was. */
    public JobUsage of(JobId job, JobUsage granted) throws Trouble {
        return counted(
                granted,
                host.run(Command.script(READ, job.text())).text().lines().toList());
    }

    /** @param notes a line "used BYTES NANOSECONDS RUN" for each node and launch; others are passed over */
    static JobUsage counted(JobUsage granted, List<String> notes) throws Trouble {
        return Untrusted.of(MOST, TroubleKind.ANSWER_UNREADABLE, "usage").words(notes, n -> counted(n, granted));
    }

    private static JobUsage counted(List<String> notes, JobUsage granted) throws Trouble {
        List<String[]> found = notes.stream()
                .map(line -> line.strip().split(" "))
                .filter(words -> words.length == 4 && words[3].matches("[0-9]{1,9}"))
                .toList();
        int last = found.stream()
                .mapToInt(words -> Integer.parseInt(words[3]))
                .max()
                .orElse(0);
        return ContainerUsage.counted(
                granted,
                found.stream()
                        .filter(words -> Integer.parseInt(words[3]) == last)
                        .map(words -> String.join(" ", List.of(words).subList(0, 3)))
                        .toList());
    }
}
