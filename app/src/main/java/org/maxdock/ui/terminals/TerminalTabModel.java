package org.maxdock.ui.terminals;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.maxdock.host.Terminal;
import org.maxdock.launch.OpenApplication;
import org.maxdock.slurm.Mark;
import org.maxdock.text.Texts;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Background;
import org.maxdock.ui.shared.ConnectionModel;

/**
 * One terminal. What was asked for it belongs to a turn; an answer of an earlier turn is let go, so that it does not
 * matter whether the end of a channel or the loss of its connection is told first. On the window's thread.
 */
public final class TerminalTabModel {

    static final int COLUMNS = 120;
    static final int ROWS = 32;
    /** Exit status of a command whose connection broke. */
    private static final int BROKEN = 255;
    /** Exit status of attaching to what has ended. */
    private static final int GONE = 254;

    private final TerminalTask task;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private final ConnectionModel connection;
    private final Background background;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<TerminalState> state = new ReadOnlyObjectWrapper<>(TerminalState.STARTING);
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Terminal> terminal = new ReadOnlyObjectWrapper<>();
    private final TerminalParting parting;
    private final TabApplication application;
    private final SimpleBooleanProperty startedAgain = new SimpleBooleanProperty();
    private final BooleanBinding canStartAgain;
    private int turn;
    private boolean mayLiveOn;
    private long over;
    private long attachedOver;

    TerminalTabModel(TerminalTask task, String title, ConnectionModel connection, Background background, Texts texts) {
        this.task = task;
        this.title.set(title);
        this.connection = connection;
        this.background = background;
        this.texts = texts;
        this.parting = new TerminalParting(background);
        this.application = new TabApplication(background);
        this.canStartAgain = Bindings.createBooleanBinding(
                () -> isOver() && connection.connected().get() && !startedAgain.get(),
                state,
                connection.connected(),
                startedAgain);
        open(task.start(), TerminalState.STARTING, "ui.terminal.starting");
    }

    public String title() {
        return title.get();
    }

    /** What its tab is called; the user may call it otherwise. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    void rename(String name) {
        title.set(name);
    }

    public ReadOnlyObjectProperty<TerminalState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What is said above the terminal. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** The terminal that is to be shown; null while there is none, and then what was shown stays. */
    public ReadOnlyObjectProperty<Terminal> terminalProperty() {
        return terminal.getReadOnlyProperty();
    }

    /** The way to the application that the launch serves; null while there is none. */
    public ReadOnlyObjectProperty<OpenApplication> applicationProperty() {
        return application.property();
    }

    /** Whether the same can be started once more: once, and with a connection. */
    public BooleanBinding canStartAgain() {
        return canStartAgain;
    }

    boolean isOver() {
        return state.get().isOver();
    }

    /** The mark of the launch that is looked after here; what may live on without anybody attached is not. */
    Optional<Mark> mark() {
        return state.get() == TerminalState.CLOSED || isOver() && mayLiveOn ? Optional.empty() : task.mark();
    }

    /** Whether it was opened for a launch. */
    public boolean isOfLaunch() {
        return task.mark().isPresent();
    }

    /** Whether closing it ends a launch. */
    boolean holdsLaunch() {
        return state.get().isOpen() && task.mark().isPresent();
    }

    /** Whether something is open in it of which this becomes when nobody is attached any more. */
    boolean becomes(TerminalTask.Unattended what) {
        boolean ends = task.unattended() == TerminalTask.Unattended.GOES_ON_FOR_A_WHILE && !isKept();
        return state.get().isOpen() && what == (ends ? TerminalTask.Unattended.ENDS : task.unattended());
    }

    /** Whether it outlives the connection, as far as is known. */
    boolean isKept() {
        return connection
                .state()
                .connected()
                .filter(c -> c.facts().keepsNoTerminals())
                .isEmpty();
    }

    boolean isRunning() {
        return state.get() == TerminalState.RUNNING;
    }

    /** Starts the same in another terminal; where none comes of it, it can be tried once more. */
    public void startAgain() {
        if (canStartAgain.get()) {
            startedAgain.set(true);
            task.again().start(() -> startedAgain.set(false));
        }
    }

    private void open(TerminalOpener opener, TerminalState meanwhile, String said) {
        int mine = ++turn;
        over = connection.link();
        state.set(meanwhile);
        sentence.set(texts.get(said));
        connection.run(
                texts.get("ui.work.terminal", title()),
                a -> opener.open(COLUMNS, ROWS),
                opened -> opened(mine, opened),
                trouble -> failed(mine, trouble));
    }

    private void opened(int mine, Terminal opened) {
        if (mine == turn) {
            state.set(TerminalState.RUNNING);
            sentence.set(texts.get(task.running()));
            terminal.set(opened);
        } else if (state.get() == TerminalState.CLOSED) {
            parting.close(opened, () -> {});
        } else {
            parting.leave(opened); // of a connection that is gone
        }
    }

    private void failed(int mine, Trouble trouble) {
        if (mine != turn) {
            return;
        }
        boolean attaching = state.get() == TerminalState.ATTACHING;
        boolean broken = trouble.kind() == TroubleKind.CONNECTION_LOST
                || attaching && (attachedOver == over || trouble.kind() == TroubleKind.NOT_CONNECTED);
        if (broken && task.attach().isPresent()) {
            lost();
            return;
        }
        mayLiveOn = true;
        ends(TerminalState.FAILED, texts.explain(trouble));
        background.trouble(trouble);
    }

    /** The output of a terminal has come to its end. */
    void outputEnded(Terminal of) {
        if (of != terminal.get()) {
            return;
        }
        int mine = turn;
        parting.await(of, status -> ended(mine, status), trouble -> failed(mine, trouble));
    }

    private void ended(int mine, int status) {
        if (mine != turn) {
            return;
        }
        boolean tried = attachedOver == over; // it was attached to over this very connection, which broke nothing
        if (status == BROKEN && task.attach().isPresent() && !tried) {
            lost();
            attachAgain();
        } else if (status == BROKEN || status == GONE && tried) {
            mayLiveOn = true;
            ends(TerminalState.ENDED, texts.get(task.lost()));
        } else {
            ends(TerminalState.ENDED, texts.get(status == GONE ? "ui.terminal.gone" : "ui.terminal.ended", status));
        }
    }

    private void ends(TerminalState how, String said) {
        turn++;
        state.set(how);
        sentence.set(said);
        application.close();
    }

    private void lost() {
        turn++;
        terminal.set(null); // not closed: that would end what runs in it
        state.set(TerminalState.LOST);
        sentence.set(texts.get("ui.terminal.goes-on"));
        application.close();
    }

    private void attachAgain() {
        if (state.get() == TerminalState.LOST && connection.connected().get()) {
            attachedOver = connection.link() == over ? over : 0;
            open(task.attach().orElseThrow(), TerminalState.ATTACHING, "ui.terminal.attaching");
        }
    }

    /** There is another connection, or none any more. */
    void connectionChanged() {
        if (state.get().isOpen() && over != connection.link() && task.attach().isPresent()) {
            lost();
        }
        attachAgain();
    }

    /** Says where its launch is, as long as it runs. */
    void say(String said) {
        if (isRunning()) {
            sentence.set(said);
        }
    }

    /** Takes the way to the application of its launch, or closes it where the terminal is another one by now. */
    void serve(Terminal of, OpenApplication opened) {
        if (of == terminal.get() && isRunning()) {
            application.show(opened);
        } else {
            background.quietly(a -> opened.close(), () -> {});
        }
    }

    /** Ends what still runs, also what is on its way. */
    void close(Runnable closed) {
        parting.close(goes(), closed);
    }

    /** Goes, and lets what runs in it go on. */
    void leave() {
        parting.leave(goes());
    }

    private Terminal goes() {
        Terminal open = terminal.get();
        turn++;
        state.set(TerminalState.CLOSED);
        terminal.set(null);
        application.close();
        return open;
    }
}
