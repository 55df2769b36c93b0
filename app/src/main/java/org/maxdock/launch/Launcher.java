package org.maxdock.launch;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.maxdock.host.Running;
import org.maxdock.host.Terminal;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.RecordSignature;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.slurm.Slurm;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;

/** Starts launches: each becomes a script, and the script is what runs. */
public final class Launcher {

    private final Slurm slurm;
    private final LaunchScript scripts;
    private final Supplier<Mark> marks;
    private final KeptTerminals terminals;
    private final BooleanSupplier ownNamespaces;

    /**
     * @param marks gives a new one, never given before, for each job
     * @param ownNamespaces whether engines of the site are taken to give containers a user namespace of their own
     */
    public Launcher(
            Slurm slurm,
            LaunchScript scripts,
            Supplier<Mark> marks,
            KeptTerminals terminals,
            BooleanSupplier ownNamespaces) {
        this.slurm = slurm;
        this.scripts = scripts;
        this.marks = marks;
        this.terminals = terminals;
        this.ownNamespaces = ownNamespaces;
    }

    public LaunchPlan plan(Launch launch, ImageRecord record) {
        return plan(launch, record, List.of());
    }

    /**
     * @param demanded signatures under the record without which nothing starts
     * @throws org.maxdock.text.InvalidValue where its script could not do what the launch says, or not come to a node
     */
    public LaunchPlan plan(Launch launch, ImageRecord record, List<RecordSignature> demanded) {
        LaunchPlan plan = new LaunchPlan(launch, record, marks.get(), demanded, ownNamespaces.getAsBoolean());
        scripts.writeToRun(plan);
        return plan;
    }

    public String script(LaunchPlan plan) {
        return scripts.write(plan);
    }

    /** Starts it in a terminal; when that is closed, the allocation is given back. */
    public Terminal openTerminal(LaunchPlan plan, int columns, int rows) throws Trouble {
        return plan.launch().isX11() // without the connection it has no display to go on with
                ? terminals.openWithDisplay(plan.mark(), script(plan), columns, rows)
                : terminals.open(plan.mark(), script(plan), columns, rows);
    }

    /** The same for a script that was edited by hand, which bears that mark. */
    public Terminal openTerminal(String script, Mark mark, int columns, int rows) throws Trouble {
        return terminals.open(mark, checked(script, mark), columns, rows);
    }

    /** Runs it to its end without a terminal; when the connection ends, so does the job. */
    public Running start(LaunchPlan plan) throws Trouble {
        return terminals.run(plan.mark(), script(plan), plan.launch().isX11());
    }

    /**
     * Submits it to run when there is room; returns the job's id. A submission whose answer was lost is looked up, not
     * repeated.
     */
    public JobId submit(LaunchPlan plan) throws Trouble {
        return submit(script(plan), plan.mark());
    }

    /** The same for a script that was edited by hand. */
    public JobId submit(String script, Mark mark) throws Trouble {
        return slurm.submit(checked(script, mark), Optional.of(mark));
    }

    private static String checked(String script, Mark mark) throws Trouble {
        return InvalidValue.orTrouble(() -> ScriptLength.checked(script, mark));
    }
}
