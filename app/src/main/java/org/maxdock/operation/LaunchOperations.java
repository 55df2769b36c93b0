package org.maxdock.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.maxdock.host.Command;
import org.maxdock.host.Running;
import org.maxdock.host.Terminal;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.image.identity.RecordSignature;
import org.maxdock.launch.DockerScript;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.launch.LaunchScript;
import org.maxdock.launch.Launcher;
import org.maxdock.launch.OpenApplication;
import org.maxdock.launch.PreflightCheck;
import org.maxdock.launch.RunMode;
import org.maxdock.launch.ServedPort;
import org.maxdock.slurm.JobId;
import org.maxdock.slurm.Mark;
import org.maxdock.store.Run;
import org.maxdock.store.Runs;
import org.maxdock.text.InvalidValue;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Starts launches on the connected server, and finds again what was started. */
public final class LaunchOperations {

    private final Connection connection;
    private final Runs runs;
    private final LaunchScript scripts = new LaunchScript(new DockerScript());
    private final Mark preview = Mark.fresh();
    private final SignatureDemands demands;
    private volatile boolean ownNamespaces = true; // as the last plan says

    public LaunchOperations(Connection connection, Runs runs, SignatureDemands demands) {
        this.connection = connection;
        this.runs = runs;
        this.demands = demands;
    }

    /**
     * A plan of its own for one start: its mark is new.
     *
     * @param signers who must have signed what the project starts
     * @throws Trouble where somebody must have signed the record who has not
     */
    public LaunchPlan plan(Launch launch, ImageRecord record, List<String> signers) throws Trouble {
        List<RecordSignature> demanded = demands.met(launch, record, signers);
        Launcher launcher = connection.server().launcher();
        LaunchPlan plan = InvalidValue.orTrouble(() -> launcher.plan(launch, record, demanded));
        ownNamespaces = plan.ownNamespaces();
        return plan;
    }

    /** A plan of the same launch once more, of which the same is demanded. */
    public LaunchPlan again(LaunchPlan before) throws Trouble {
        List<String> signers =
                before.demanded().stream().map(RecordSignature::signer).toList();
        return plan(before.launch(), before.record(), signers);
    }

    /**
     * The script that a launch would become, to look at: its mark is one that no job has. Asks nobody; who has signed
     * is known from the last look at what could fail.
     */
    public String preview(Launch launch, ImageRecord record, List<String> signers) {
        return scripts.write(
                new LaunchPlan(launch, record, preview, demands.known(launch, record, signers), ownNamespaces));
    }

    /** The script that a plan becomes. */
    public String script(LaunchPlan plan) {
        return scripts.write(plan);
    }

    /** All that could fail, looked at before anything is submitted. */
    public List<PreflightCheck> preflight(Launch launch, Optional<ImageRecord> record, List<String> signers)
            throws Trouble {
        List<PreflightCheck> checks = new ArrayList<>();
        if (record.isPresent()) {
            checks.addAll(demands.checks(launch, record.get(), signers));
        }
        checks.addAll(connection.server().preflight().check(launch, record));
        return checks;
    }

    /** What options the site's script of a run mode knows. */
    public List<String> siteOptions(RunMode mode) throws Trouble {
        return connection.server().siteOptions(mode);
    }

    /** Has a terminal stand ready on the server for the launch that may come. */
    public void prepareTerminal() throws Trouble {
        connection.server().terminals().prepare();
    }

    /**
     * Starts a plan in a terminal; when that is closed, the allocation is given back.
     *
     * @param edited the script in the place of the plan's own, where the user changed it
     */
    public Terminal open(LaunchPlan plan, Optional<String> edited, int columns, int rows) throws Trouble {
        Server server = connection.server();
        requireSigned(plan, edited);
        return edited.isPresent()
                ? server.launcher().openTerminal(plan.marked(edited.get()), plan.mark(), columns, rows)
                : server.launcher().openTerminal(plan, columns, rows);
    }

    private static void requireSigned(LaunchPlan plan, Optional<String> edited) throws Trouble {
        if (edited.isPresent() && !plan.holdsSigned(edited.get())) {
            throw new Trouble(
                    TroubleKind.EDITED_UNSIGNED,
                    plan.launch().name(),
                    plan.record().reference());
        }
    }

    /** Attaches to the terminal of a launch that lives on. */
    public Terminal attach(Mark mark, int columns, int rows) throws Trouble {
        return connection.server().terminals().attach(mark, columns, rows);
    }

    /** A login shell on the server itself. */
    public Terminal shell(int columns, int rows) throws Trouble {
        return connection.server().host().openTerminal(Command.script("exec \"${SHELL:-bash}\" -l"), columns, rows);
    }

    /** Runs a plan to its end without a terminal. */
    public Running start(LaunchPlan plan) throws Trouble {
        return connection.server().launcher().start(plan);
    }

    /** Submits a plan as a batch job; returns the job's number. */
    public JobId submit(LaunchPlan plan, Optional<String> edited) throws Trouble {
        Server server = connection.server();
        requireSigned(plan, edited);
        if (!plan.launch().place().allocates()) { // what is in its script is no job
            throw new Trouble(TroubleKind.BATCH_WITHOUT_JOB, plan.launch().name());
        }
        return server.launcher()
                .submit(plan.marked(edited.orElseGet(() -> server.launcher().script(plan))), plan.mark());
    }

    /**
     * Submits a script that was kept, and perhaps edited.
     *
     * @param name what the user calls it
     * @param ofProject who must have signed what the project starts
     * @throws Trouble also where something has to be signed: what such a script starts nobody knows
     */
    public JobId submit(String name, String script, Mark mark, List<String> ofProject) throws Trouble {
        List<String> signers = demands.always(ofProject);
        if (!signers.isEmpty()) {
            throw new Trouble(TroubleKind.SCRIPT_UNSIGNED, name, String.join(", ", signers));
        }
        return connection.server().launcher().submit(script, mark);
    }

    /** Remembers a launch that was started; its job is empty while it is not known. */
    public void remember(LaunchPlan plan, Optional<JobId> job) throws Trouble {
        runs.put(Run.started(plan, job, connection.state().target()));
    }

    /** What was started lately, latest first. */
    public List<Run> recent(int most) throws Trouble {
        return runs.recent(most);
    }

    /** The application of a launch; empty while it does not answer yet, or when it has ended. */
    public Optional<ServedPort> application(Mark mark, LaunchPlace where) throws Trouble {
        return connection.server().applications().find(mark, where);
    }

    /**
     * Leads to an application for as long as it is open.
     *
     * @param alarm is told when somebody asks for it who may not, or seems to have got hold of its link
     */
    public OpenApplication open(ServedPort served, Consumer<Trouble> alarm) throws Trouble {
        return new OpenApplication(connection.server().host(), served, alarm);
    }

    /** The variables of the user's login shell, which pasted lines may name. */
    public Map<String, String> variables() throws Trouble {
        return connection.server().environment().variables();
    }
}
