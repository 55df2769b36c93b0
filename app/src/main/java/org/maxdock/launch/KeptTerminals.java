package org.maxdock.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Running;
import org.maxdock.host.Terminal;
import org.maxdock.host.shell.BundledScript;
import org.maxdock.slurm.Mark;
import org.maxdock.text.RawText;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Terminals that outlive the connection they were opened over: under dtach, or else tmux, where the server has one.
 * When nobody has been attached for the time of grace, they end by themselves, and with them the job and its container:
 * what is forgotten does not stay.
 */
public final class KeptTerminals {

    private static final int COLUMNS = 120;
    private static final int ROWS = 32;
    private static final String SCRIPT = BundledScript.of(KeptTerminals.class, "terminals.sh");

    private static final Set<String> KEEPERS = Set.of("dtach", "tmux");

    private final Host host;
    private final Duration grace;
    private WaitingTerminal waiting;
    private boolean preparing;

    /** @param grace how long one stays that nobody is attached to */
    public KeptTerminals(Host host, Duration grace) {
        this.host = host;
        this.grace = grace;
    }

    /**
     * Has one stand ready that waits for its script, so that the next launch need not wait for it. It ends with the
     * connection. Nothing happens where one waits already.
     */
    public void prepare() throws Trouble {
        synchronized (this) {
            if (preparing || (waiting != null && waiting.isAlive())) {
                return;
            }
            preparing = true;
        }
        WaitingTerminal opened = null;
        try {
            Terminal terminal =
                    host.openTerminal(command("wait", "-", String.valueOf(grace.toSeconds())), COLUMNS, ROWS);
            opened = WaitingTerminal.in(terminal).orElse(null);
        } finally {
            synchronized (this) {
                preparing = false;
                waiting = opened;
            }
        }
    }

    /** The program that keeps them there; empty where the server has none, and they end with the connection. */
    public Optional<String> keeper() throws Trouble {
        String said = host.run(Command.script("for t in dtach tmux; do command -v $t >/dev/null && echo $t; done; :"))
                .text();
        return said.lines().filter(KEEPERS::contains).findFirst();
    }

    /** Runs a script in a new one. Closing it ends the script; a lost connection does not, for the time of grace. */
    public Terminal open(Mark mark, String script, int columns, int rows) throws Trouble {
        ScriptValues.Parted parted = ScriptValues.part(script, mark);
        Optional<Terminal> ready = takeWaiting().flatMap(w -> w.run(mark.name(), parted, columns, rows));
        String seconds = String.valueOf(grace.toSeconds());
        return new Kept(
                mark,
                ready.isPresent()
                        ? ready.get()
                        : parted.values().isEmpty()
                                ? host.openTerminal(command("open", mark.name(), seconds, script), columns, rows)
                                : handed(command("wait", "-", seconds), mark, parted, columns, rows));
    }

    /** Runs a script in one that ends with the connection, as this machine's display does for it. */
    Terminal openWithDisplay(Mark mark, String script, int columns, int rows) throws Trouble {
        return handed(command("wait-unkept", "-").withDisplay(), mark, ScriptValues.part(script, mark), columns, rows);
    }

    /** Opens one that is given its script once it is there. */
    private Terminal handed(Command waits, Mark mark, ScriptValues.Parted script, int columns, int rows)
            throws Trouble {
        Terminal terminal = host.openTerminal(waits, columns, rows);
        return WaitingTerminal.in(terminal)
                .flatMap(w -> w.run(mark.name(), script, columns, rows))
                .orElseThrow(() -> new Trouble(TroubleKind.CONNECTION_LOST, host.name()));
    }

    private synchronized Optional<WaitingTerminal> takeWaiting() {
        Optional<WaitingTerminal> taken = Optional.ofNullable(waiting).filter(WaitingTerminal::isAlive);
        waiting = null;
        return taken;
    }

    /**
     * Attaches to one again; where it has ended meanwhile, the terminal ends at once with status 254.
     *
     * @throws Trouble where somebody else has put something in its place: that gets no word of the user's
     */
    public Terminal attach(Mark mark, int columns, int rows) throws Trouble {
        String foreign = host.run(command("foreign", mark.name())).text().strip();
        if (!foreign.isEmpty()) {
            throw new Trouble(TroubleKind.TERMINAL_FOREIGN, host.name(), Reason.said(foreign));
        }
        return new Kept(mark, host.openTerminal(command("attach", mark.name()), columns, rows));
    }

    /** The marks of those that live. */
    public List<Mark> marks() throws Trouble {
        return List.copyOf(attached().keySet());
    }

    /** Those that live, and whether somebody is attached to them, from wherever. */
    Map<Mark, Boolean> attached() throws Trouble {
        Map<Mark, Boolean> attached = new LinkedHashMap<>();
        WholeAnswer.lines(host, command("list", "")).forEach(line -> {
            String[] words = line.split(" ");
            Mark.named(words[0]).ifPresent(mark -> attached.put(mark, line.endsWith(" attached")));
        });
        return attached;
    }

    /** Ends one, and with it its script: the job is given back. No trouble where it has ended. */
    public void end(Mark mark) throws Trouble {
        host.run(command("end", mark.name()));
    }

    /** Runs a script to its end without a terminal, and then gives the job of that mark back; ends with the host. */
    Running run(Mark mark, String script, boolean display) throws Trouble {
        ScriptValues.Parted parted = ScriptValues.part(script, mark);
        Command run = command("run", mark.text(), parted.script())
                .asUser()
                .withLifeline()
                .withGiven();
        Running running = host.start(display ? run.withDisplay() : run);
        try {
            running.input().write(RawText.bytes(parted.escapedValues() + "\n"));
            running.input().flush();
            return running;
        } catch (IOException e) {
            running.close();
            throw new Trouble(e, TroubleKind.CONNECTION_LOST, host.name());
        }
    }

    private static Command command(String... words) {
        return Command.script(SCRIPT, words);
    }

    private final class Kept implements Terminal {

        private final Mark mark;
        private final Terminal terminal;
        private final InputStream output;

        Kept(Mark mark, Terminal terminal) {
            this.mark = mark;
            this.terminal = terminal;
            this.output = new WithoutFarewell(terminal.output());
        }

        @Override
        public OutputStream input() {
            return terminal.input();
        }

        @Override
        public InputStream output() {
            return output;
        }

        @Override
        public InputStream errors() {
            return terminal.errors();
        }

        @Override
        public int await() throws InterruptedException {
            return terminal.await();
        }

        @Override
        public void resize(int columns, int rows) {
            terminal.resize(columns, rows);
        }

        @Override
        public boolean isAlive() {
            return terminal.isAlive();
        }

        /** As when the connection is lost. */
        @Override
        public void leave() {
            terminal.close();
        }

        @Override
        public void close() {
            try {
                if (terminal.isAlive() && host.isOpen()) {
                    end(mark);
                }
            } catch (Trouble e) {
                System.getLogger(KeptTerminals.class.getName())
                        .log(System.Logger.Level.WARNING, "it ends when its time of grace is over", e);
            } finally {
                terminal.close();
            }
        }
    }
}
