package org.maxdock.ui.launch;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.maxdock.image.identity.ImageRecord;
import org.maxdock.launch.Launch;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.launch.PreflightCheck;
import org.maxdock.operation.LaunchOperations;
import org.maxdock.operation.LaunchReviews;
import org.maxdock.operation.OpenProject;
import org.maxdock.slurm.JobId;
import org.maxdock.store.Plans;
import org.maxdock.text.Message;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Asks;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Navigation;
import org.maxdock.ui.shared.ProjectModel;

/**
 * The one click: preflight, then the terminal, or the queue. A red line asks first; a second click while the first is
 * on its way is none. On the window's thread.
 */
public final class Starter {

    /** Where launches get their terminal: the plan, and the script in the place of its own where it was edited. */
    public interface Terminals extends BiConsumer<LaunchPlan, Optional<String>> {}

    /**
     * @param unseen whether it is kept, and not made just now
     * @param unusual of a launch that was not looked at yet; empty where it is known
     */
    private record Ready(
            LaunchPlan plan, List<PreflightCheck> checks, boolean unseen, Optional<List<Message>> unusual) {}

    private Optional<Launch> started = Optional.empty();
    private final Background background;
    private final ConnectionModel connection;
    private final Plans plans;
    private final LaunchOperations launches;
    private final Preflights preflights;
    private final LaunchReviews reviews;
    private final Terminals terminals;
    private final Navigation navigation;
    private final Asks asks;
    private final Texts texts;
    private final ReadOnlyBooleanWrapper starting = new ReadOnlyBooleanWrapper();

    public Starter(
            Background background,
            ConnectionModel connection,
            ProjectModel project,
            Plans plans,
            LaunchOperations launches,
            Preflights preflights,
            LaunchReviews reviews,
            Terminals terminals,
            Navigation navigation,
            Asks asks,
            Texts texts) {
        this.background = background;
        this.connection = connection;
        this.plans = plans;
        this.launches = launches;
        this.preflights = preflights;
        this.reviews = reviews;
        this.terminals = terminals;
        this.navigation = navigation;
        this.asks = asks;
        this.texts = texts;
    }

    /** Whether a start is on its way. */
    public ReadOnlyBooleanProperty startingProperty() {
        return starting.getReadOnlyProperty();
    }

    /** Has a terminal stand ready on the server for the launch that may come; without one, that only takes longer. */
    public void prepare() {
        if (connection.connected().get()) {
            background.glance(
                    a -> {
                        launches.prepareTerminal();
                        return true;
                    },
                    done -> {});
        }
    }

    /** Starts a kept launch as it is; one that came with the folder is shown before. */
    public void start(Launch kept) {
        start(kept, true, Optional.empty(), (launch, checks) -> {});
    }

    /**
     * Starts what is shown on the page on which launches are made.
     *
     * @param edited the script in the place of the launch's own, where the user changed it
     * @param found told what could fail, before anybody is asked whether to go on
     */
    void start(Launch shown, Optional<String> edited, BiConsumer<Launch, List<PreflightCheck>> found) {
        start(shown, false, edited, found);
    }

    private void start(
            Launch kept, boolean unseen, Optional<String> edited, BiConsumer<Launch, List<PreflightCheck>> found) {
        if (starting.get()) {
            return;
        }
        Preflights.About about = preflights.now();
        if (about.project() == null) {
            background.trouble(new Trouble(TroubleKind.NO_PROJECT));
            return;
        }
        starting.set(true);
        connection.run(
                texts.get("ui.work.preflight", kept.name()),
                a -> ready(kept, unseen, about),
                ready -> {
                    starting.set(false);
                    if (isFor(about)) {
                        preflights.put(ready.plan().launch(), ready.checks(), about);
                        found.accept(ready.plan().launch(), ready.checks());
                        askAndGo(ready, about, edited);
                    } else {
                        notStarted(kept);
                    }
                },
                trouble -> {
                    starting.set(false);
                    background.trouble(trouble);
                });
    }

    private void notStarted(Launch launch) {
        navigation.tell(texts.get("ui.launch.not-started", launch.name()));
    }

    private Ready ready(Launch kept, boolean unseen, Preflights.About about) throws Trouble {
        OpenProject in = about.project();
        Launch whole = plans.expand(kept, in);
        ImageRecord record = in.recordOf(whole.image());
        Optional<List<PreflightCheck>> known = preflights.fresh(whole, about);
        return new Ready(
                launches.plan(whole, record, in.signedBy()),
                known.isPresent() ? known.get() : preflights.check(whole, Optional.of(record), in),
                unseen,
                unseen ? reviews.needed(kept, whole, record) : reviews.exchanged(record));
    }

    /** Whether it may go on: a launch that nobody here has looked at shows its script, and what is unusual in it. */
    private boolean isWanted(Ready ready) {
        if (ready.unusual().isEmpty()) {
            return true;
        }
        List<Message> unusual = ready.unusual().get();
        String what = unusual.isEmpty()
                ? texts.get("ui.review.nothing")
                : texts.get("ui.review.unusual") + "\n"
                        + String.join(
                                "\n",
                                unusual.stream().map(m -> "• " + texts.get(m)).toList());
        return asks.look(
                texts.get("ui.review.title", ready.plan().launch().name()),
                ready.unseen()
                        ? texts.get("ui.review.why") + "\n" + what
                        : texts.get("ui.review.image", ready.plan().record().reference()),
                launches.script(ready.plan()),
                texts.get("ui.start"));
    }

    private boolean isFor(Preflights.About about) {
        Preflights.About now = preflights.now();
        return about.project() == now.project() && about.connection() == now.connection();
    }

    private void askAndGo(Ready ready, Preflights.About about, Optional<String> edited) {
        Optional<PreflightCheck> failing = ready.checks().stream()
                .filter(c -> c.state() == PreflightCheck.Outcome.FAILS)
                .findFirst();
        if (!isWanted(ready)) {
            return;
        }
        if (failing.isEmpty()
                || asks.confirm(
                        texts.get("ui.launch.anyway-title"),
                        new CheckTexts(texts).reason(failing.get()),
                        texts.get("ui.launch.anyway"))) {
            if (isFor(about)) { // a question may stand for long
                go(ready.plan(), edited);
            } else {
                notStarted(ready.plan().launch());
            }
        }
    }

    /** The launch that was started last, with all its mappings; empty before the first. */
    Optional<Launch> started() {
        return started;
    }

    private void go(LaunchPlan plan, Optional<String> edited) {
        started = Optional.of(plan.launch());
        background.quietly(a -> reviews.accept(plan.launch(), plan.record()), () -> {});
        if (!plan.launch().isBatch()) {
            background.quietly(a -> launches.remember(plan, Optional.empty()), () -> {});
            terminals.accept(plan, edited);
            return;
        }
        starting.set(true);
        Consumer<Trouble> failed = trouble -> {
            starting.set(false);
            background.trouble(trouble);
        };
        connection.run(
                texts.get("ui.work.submit", plan.launch().name()),
                a -> remember(plan, launches.submit(plan, edited)),
                trouble -> {
                    starting.set(false);
                    navigation.go("jobs");
                    trouble.ifPresent(background::trouble);
                },
                failed);
    }

    /** What was submitted is, whether or not it could be written down here. */
    private Optional<Trouble> remember(LaunchPlan plan, JobId job) {
        try {
            launches.remember(plan, Optional.of(job));
            return Optional.empty();
        } catch (Trouble e) {
            return Optional.of(e);
        }
    }
}
