package org.maxdock.launch;

import java.util.function.Supplier;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Running;
import org.maxdock.host.Terminal;
import org.maxdock.image.ImageRecord;
import org.maxdock.slurm.Slurm;
import org.maxdock.text.Trouble;

/** Starts launches: each becomes a script, and the script is what runs. */
public final class Launcher {

    private final Host host;
    private final Slurm slurm;
    private final LaunchScript scripts;
    private final Supplier<String> marks;

    /** @param marks gives a new text, never given before, for each job */
    public Launcher(Host host, Slurm slurm, LaunchScript scripts, Supplier<String> marks) {
        this.host = host;
        this.slurm = slurm;
        this.scripts = scripts;
        this.marks = marks;
    }

    public LaunchPlan plan(Launch launch, ImageRecord record) {
        return new LaunchPlan(launch, record, "maxdock:" + marks.get());
    }

    public String script(LaunchPlan plan) {
        return scripts.write(plan);
    }

    /** Starts it in a terminal; when the terminal ends, the allocation is given back. */
    public Terminal openTerminal(LaunchPlan plan, int columns, int rows) throws Trouble {
        return host.openTerminal(Command.script(script(plan)), columns, rows);
    }

    /** Runs it to its end without a terminal; when the connection ends, so does the job. */
    public Running start(LaunchPlan plan) throws Trouble {
        return host.start(Command.script(script(plan)).withLifeline());
    }

    /** Submits it to run when there is room; returns the job's id. A submission whose answer was lost is looked up, not repeated. */
    public String submit(LaunchPlan plan) throws Trouble {
        try {
            return slurm.submit(script(plan));
        } catch (Trouble refused) {
            var found = slurm.byComment(plan.mark());
            if (found.isPresent()) {
                return found.get().id();
            }
            throw refused;
        }
    }
}
