package org.maxdock.launch;

import java.util.Map;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Terminal;
import org.maxdock.slurm.Slurm;
import org.maxdock.text.Trouble;

/** Ways to look at a job that runs: a shell in its container, and what it writes. */
public final class JobViews {

    private static final String SHELL = """
            exec srun --quiet --jobid="$1" --overlap --nodes=1 --ntasks=1 --pty bash -l -c '
              container=$(docker ps --quiet --filter "label=maxdock.job=$SLURM_JOB_ID" | head -n 1)
              [ -n "$container" ] || container=$(docker ps --quiet --filter "name=_$SLURM_JOB_ID" | head -n 1)
              [ -n "$container" ] || { echo "MaxDock: job $SLURM_JOB_ID has no container on $(uname -n)" >&2; exit 4; }
              exec docker exec --interactive --tty "$container" sh -c "if command -v bash >/dev/null; then exec bash; else exec sh; fi"'
            """;

    private final Host host;
    private final Slurm slurm;

    public JobViews(Host host, Slurm slurm) {
        this.host = host;
        this.slurm = slurm;
    }

    /** A shell in the container of a running job, on its first node. */
    public Terminal shell(String job, int columns, int rows) throws Trouble {
        return host.openTerminal(Command.script(SHELL, job), columns, rows);
    }

    /** What a batch job writes, from its last lines on, for as long as this is open. */
    public Terminal output(String job, int columns, int rows) throws Trouble {
        return host.openTerminal(Command.script("exec tail -n 200 -F -- \"$1\"", outputFile(job)), columns, rows);
    }

    /** @throws Trouble where it has no such file, since it is no batch job, or SLURM has forgotten it */
    public String outputFile(String job) throws Trouble {
        Map<String, String> details = slurm.details(job);
        String file = details.getOrDefault("StdOut", "");
        if (file.isEmpty()) {
            throw new Trouble("no-output-file", job);
        }
        return file;
    }
}
