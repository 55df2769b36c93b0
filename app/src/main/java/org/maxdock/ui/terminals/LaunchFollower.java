package org.maxdock.ui.terminals;

import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maxdock.host.Terminal;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.operation.LaunchFollowing;
import org.maxdock.operation.LaunchFollowing.Progress;
import org.maxdock.operation.LaunchOperations;
import org.maxdock.slurm.Job;
import org.maxdock.slurm.Mark;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;
import org.maxdock.ui.shared.Question;

/**
 * Says above each launch's terminal what its job waits for, then where it runs; and opens its application in a browser
 * once it answers. One question is asked for all of them, and none where nobody waits for anything. On the window's
 * thread.
 */
public final class LaunchFollower {

    /** A job that waits is looked for less often: it takes all jobs of its partition to tell how many are ahead. */
    private static final int WAITING_TICKS = 4;

    /** A launch that is followed; settled is the terminal about which all is said. */
    private static final class Followed {

        private final LaunchPlan plan;
        private final TerminalTabModel tab;
        private Terminal settled;
        private boolean waits;

        Followed(LaunchPlan plan, TerminalTabModel tab) {
            this.plan = plan;
            this.tab = tab;
        }

        boolean isOpen() {
            return tab.isRunning() && tab.terminalProperty().get() != settled;
        }
    }

    private final Background background;
    private final Texts texts;
    private final LaunchFollowing following;
    private final LaunchOperations launches;
    private final ApplicationBrowser browser;
    private final ObservableList<Followed> followed = FXCollections.observableArrayList();
    private final BooleanExpression follows = Bindings.isNotEmpty(followed);
    private final Question<Long> question;
    private final ConnectionModel connection;
    private int ticks;

    public LaunchFollower(
            ConnectionModel connection,
            Background background,
            Texts texts,
            LaunchFollowing following,
            LaunchOperations launches,
            ApplicationBrowser browser) {
        this.connection = connection;
        this.background = background;
        this.texts = texts;
        this.following = following;
        this.launches = launches;
        this.browser = browser;
        this.question = new Question<>(background, connection::number);
    }

    /** Follows a launch for as long as its terminal is there. */
    void follow(LaunchPlan plan, TerminalTabModel tab) {
        boolean tells =
                !plan.launch().place().isServer() || plan.launch().kind().serves();
        if (tells) {
            followed.add(new Followed(plan, tab));
        }
    }

    /** Whether there is any launch to look at. */
    BooleanExpression follows() {
        return follows;
    }

    /** To be called each second while it {@link #follows}. */
    public void look() {
        followed.removeIf(f -> f.tab.stateProperty().get() == TerminalState.CLOSED || f.tab.isOver());
        List<Followed> open = followed.stream().filter(Followed::isOpen).toList();
        boolean due = open.stream().anyMatch(f -> !f.waits) || ++ticks % WAITING_TICKS == 0;
        if (open.isEmpty() || !due || !connection.connected().get()) {
            return;
        }
        List<LaunchPlan> plans = open.stream().map(f -> f.plan).toList();
        question.askUnlessAsking(
                (about, a) -> following.of(plans), progress -> show(open, progress), LaunchFollower::inVain);
    }

    private static void inVain(Trouble trouble) {
        System.getLogger(LaunchFollower.class.getName()).log(System.Logger.Level.DEBUG, "asked in vain", trouble);
    }

    private void show(List<Followed> asked, Map<Mark, Progress> progress) {
        for (Followed one : asked) {
            Progress now = progress.get(one.plan.mark());
            if (now != null && one.isOpen()) {
                show(one, now);
            }
        }
    }

    private void show(Followed one, Progress now) {
        boolean serves = one.plan.launch().kind().serves();
        one.waits = now.waiting().isPresent();
        if (one.waits) {
            one.tab.say(LaunchSentences.waits(texts, now.waiting().get()));
        } else if (now.served().isPresent()) {
            one.tab.say(texts.get("ui.terminal.answers", now.served().get()));
            serve(one, now);
        } else if (now.job().isPresent()) {
            Job job = now.job().get();
            one.tab.say(texts.get(
                    serves ? "ui.terminal.starts-application" : "ui.terminal.on", job.id(), job.where(), job.limit()));
            if (!serves) {
                one.settled = one.tab.terminalProperty().get();
            }
        } else if (now.unread() > 0) {
            one.tab.say(texts.get("ui.terminal.unread", now.unread()));
        }
    }

    private void serve(Followed one, Progress now) {
        Terminal of = one.tab.terminalProperty().get();
        one.settled = of;
        background.quietly(
                a -> launches.open(now.served().orElseThrow(), background::alarm),
                opened -> {
                    one.tab.serve(of, opened);
                    if (one.tab.applicationProperty().get() == opened) {
                        browser.open(opened);
                    }
                },
                background::trouble);
    }
}
