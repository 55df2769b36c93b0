package org.maxdock.node;

import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.JobUsage;
import org.maxdock.text.Trouble;

/**
 * What the containers of a launch have used, kept for afterwards: SLURM does not count them, and with a container the
 * kernel's count of it is gone. So the guard on each node looks at it while it runs, and writes it down in the user's
 * home when it ends, where it stays for a month.
 */
public final class UsageNotes {

    /**
     * Lines of bash for the guard of a step, without single quotes; their first argument is the guard's process,
     * without which they end. SIGTERM has them write down what they have seen.
     */
    public static final String SCRIPT = """
            folder=$HOME/.cache/maxdock/usage peak=0 time=0 memory="" cpu="" stat="" n=0
            # waits so long, but heeds a signal at once
            pause() { sleep "$1" & wait $!; }
            # writes down what was seen, and ends
            keep() {
              trap "" TERM HUP INT
              trap - EXIT
              if [ "$((peak + time))" != 0 ]; then
                mkdir -p -m 700 "$folder"
                for job in "$SLURM_JOB_ID" ${SLURM_ARRAY_JOB_ID:+"${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"}; do
                  echo "used $peak $time" >> "$folder/$job.$(uname -n)"
                done
                find "$folder" -type f -mtime +30 -delete
              fi
              exit
            }
            trap keep EXIT TERM HUP INT
            until id=$(docker ps --quiet --filter "label=maxdock.step=$MAXDOCK_STEP" | head -n 1) && [ -n "$id" ]; do
              kill -0 "$1" || exit
              pause "$((++n < 20 ? 0 : 2)).3"
            done
            pid=$(docker inspect --format "{{.State.Pid}}" "$id")
            while IFS=: read -r _ kinds path; do
              case ,$kinds, in
                *,memory,*) memory=/sys/fs/cgroup/memory$path/memory.max_usage_in_bytes ;;
                *,cpuacct,*) cpu=/sys/fs/cgroup/cpuacct$path/cpuacct.usage ;;
                ,,) memory=${memory:-/sys/fs/cgroup$path/memory.peak} stat=/sys/fs/cgroup$path/cpu.stat ;;
              esac
            done < "/proc/$pid/cgroup"
            for ((n = 0; ; n++)); do
              kill -0 "$1" && [ -e "/proc/$pid" ] || exit
              if seen=$(cat "$memory") && [ -n "$seen" ]; then peak=$seen; fi
              if seen=$(cat "$cpu" || sed -n "s/^usage_usec \\(.*\\)/\\1000/p" "$stat") && [ -n "$seen" ]; then
                time=$seen; fi
              pause "$((n < 60 ? 1 : 5))"
            done
            """;

    private static final String READ = "cat -- \"$HOME/.cache/maxdock/usage/$1\".* 2>/dev/null | head -c 65536";

    private final Host host;

    public UsageNotes(Host host) {
        this.host = host;
    }

    /** The same usage of a job that has ended, with what was noted of its containers, if anything was. */
    public JobUsage of(JobId job, JobUsage granted) throws Trouble {
        String notes = host.run(Command.script(READ, job.text())).text();
        return ContainerUsage.counted(granted, notes.lines().toList());
    }
}
