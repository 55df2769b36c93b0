package org.maxdock.ui.terminals;

import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.util.Duration;
import org.maxdock.launch.LaunchPlace;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.launch.OpenApplication;
import org.maxdock.launch.ServedPort;
import org.maxdock.operation.Server;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.Waiting;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Controls;
import org.maxdock.ui.shared.Session;

/**
 * Says above a launch's terminal what its job waits for, then where it runs; and opens its application in a browser
 * once it answers.
 */
final class LaunchFollower {

    private static final Duration EVERY = Duration.seconds(1);

    private record Seen(Optional<Waiting> waiting, Optional<Job> job, Optional<ServedPort> served) {}

    private final Session session;
    private final LaunchPlan plan;
    private final TerminalTab tab;
    private final Timeline poll = new Timeline(new KeyFrame(EVERY, e -> look()));
    private final Button browse;
    private final Button copy;
    private OpenApplication application;
    private boolean looking;

    LaunchFollower(Session session, LaunchPlan plan, TerminalTab tab) {
        this.session = session;
        this.plan = plan;
        this.tab = tab;
        this.browse = Controls.primary(session.text("ui.terminal.open"), "fth-external-link", this::browse);
        this.copy = Controls.button(
                session.text("ui.terminal.copy-address"), null, () -> Controls.copy(application.address()));
        tab.onEnd(this::stop);
        tab.onAttach(this::begin);
        poll.setCycleCount(Animation.INDEFINITE);
    }

    /** After a lost connection too, with which a tunnel ends. */
    private void begin() {
        stop();
        poll.play();
    }

    private void look() {
        if (looking || !tab.isAlive() || session.bench().isEmpty()) {
            return;
        }
        looking = true;
        Server bench = session.bench().get();
        session.background()
                .quietly(
                        a -> look(bench),
                        seen -> {
                            looking = false;
                            show(bench, seen);
                        },
                        trouble -> {
                            looking = false;
                            System.getLogger(LaunchFollower.class.getName())
                                    .log(System.Logger.Level.DEBUG, "asked in vain", trouble);
                        });
    }

    private Seen look(Server bench) throws Trouble {
        LaunchPlace where = plan.launch().place();
        Optional<Waiting> waiting = where.allocates() ? bench.slurm().waiting(plan.mark()) : Optional.empty();
        Optional<Job> job = switch (where) {
            case LaunchPlace.OnServer here -> Optional.empty();
            case LaunchPlace.InJob there -> bench.slurm().find(there.job());
            case LaunchPlace.Allocation asked ->
                waiting.isPresent() ? Optional.empty() : bench.slurm().find(plan.mark());
        };
        boolean asks = plan.launch().kind().serves() && (where.isServer() || job.isPresent());
        return new Seen(waiting, job, asks ? bench.applications().find(plan.mark(), where) : Optional.empty());
    }

    private void show(Server bench, Seen seen) {
        if (!tab.isAlive()) {
            return;
        }
        boolean serves = plan.launch().kind().serves();
        if (seen.waiting().isPresent()) {
            tab.say(waits(seen.waiting().get()));
        } else if (seen.served().isPresent()) {
            poll.stop();
            tab.say(session.text("ui.terminal.answers", seen.served().get()));
            open(bench, seen.served().get());
        } else if (seen.job().isPresent()) {
            tab.say(session.text(
                    serves ? "ui.terminal.starts-application" : "ui.terminal.on",
                    seen.job().get().id(),
                    seen.job().get().where(),
                    seen.job().get().limit()));
            if (!serves) {
                poll.stop();
            }
        }
    }

    private String waits(Waiting waiting) {
        String start = waiting.hasStart()
                ? session.text("ui.terminal.expected", waiting.job().start().replace('T', ' '))
                : "";
        String ahead = session.text(waiting.ahead() == 0 ? "ui.terminal.first" : "ui.terminal.ahead", waiting.ahead());
        return String.join(
                        " · ",
                        List.of(
                                session.text(
                                        "ui.terminal.waits",
                                        waiting.job().id(),
                                        session.texts().get(waiting.why())),
                                ahead))
                + (start.isEmpty() ? "" : " · " + start);
    }

    private void open(Server bench, ServedPort served) {
        session.background()
                .quietly(
                        a -> new OpenApplication(
                                bench.host(),
                                served,
                                t -> Platform.runLater(
                                        () -> session.background().trouble(t))),
                        opened -> {
                            application = opened;
                            tab.offer(browse);
                            tab.offer(copy);
                            browse();
                        },
                        session.background()::trouble);
    }

    private void browse() {
        session.background()
                .quietly(a -> session.browser().open(application.link()), done -> {}, session.background()::trouble);
    }

    private void stop() {
        poll.stop();
        if (application != null) {
            application.close();
        }
    }
}
