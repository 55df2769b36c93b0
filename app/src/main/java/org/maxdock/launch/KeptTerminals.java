package org.maxdock.launch;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.host.Terminal;
import org.maxdock.text.Trouble;

/**
 * Terminals that outlive the connection they were opened over: under dtach, or else tmux, where the server has one. When nobody has been
 * attached for the time of grace, they end by themselves, and with them the job and its container: what is forgotten does not stay.
 */
public final class KeptTerminals {

    /** Marks are ours: a prefix, then what is good for the name of a file and of a tmux session. */
    private static final String NAME = "[A-Za-z0-9-]{1,80}";

    private static final String PLACE = """
            dir=/tmp/maxdock-tabs-$(id -u) name=$1; at=$dir/$name
            tool() { if [ -S "$at" ]; then echo dtach; elif tmux -L maxdock has-session -t "=$name" 2>/dev/null; then echo tmux; fi; }
            """;

    /** Cancels the jobs that bear the mark $1; salloc does that itself, unless it was killed. */
    static final String GIVE_BACK = """
            give_back() {
              local jobs; jobs=$(squeue --noheader --user="$(id -un)" --format='%i %k' 2>/dev/null | sed -n "s/ $1\\$//p")
              [ -n "$jobs" ] && scancel $jobs 2>/dev/null
            }
            """;

    /** Ends what runs in the terminal whose keeper is $1. The job comes first: SLURM then lets the script on the node clear up. */
    private static final String FINISH = GIVE_BACK + """
            finish() {
              local n
              if give_back "maxdock:$name"; then
                for ((n = 0; n < 100; n++)); do [ -e "/proc/$1" ] || return 0; sleep 0.1; done
              fi
              pkill -HUP -P "$1"
              for ((n = 0; n < 50; n++)); do [ -e "/proc/$1" ] || return 0; sleep 0.1; done
              pkill -KILL -P "$1"
            }
            """;

    /** What runs in the kept terminal: the script, and beside it one who looks whether anybody is attached. */
    private static final String KEEPER = """
            at=$1 name=$2 grace=$3 tool=$4 script=$5
            if [ -z "$script" ]; then script=$(cat "$at.sh"); rm -f "$at.sh"; fi
            main=$$
            echo $main > "$at.pid"
            eval "$6"
            attached() {
              case $tool in
                dtach)
                  for p in $(pgrep -u "$(id -u)" -f -- "^dtach -[Aa] $at "); do
                    case $(readlink "/proc/$p/fd/0") in
                      *'(deleted)') kill -KILL "$p" ;; # its terminal is gone, which it may have missed
                      /dev/pts/* | /dev/tty*) return 0 ;;
                    esac
                  done
                  return 1 ;;
                *) [ "$(tmux -L maxdock display-message -p -t "=$name:" '#{session_attached}' 2>/dev/null)" != 0 ] ;;
              esac
            }
            ( trap '' HUP INT; exec </dev/null >/dev/null 2>&1; alone=0
              while sleep 1; do
                kill -0 $main || exit
                if attached; then alone=0; else alone=$((alone + 1)); fi
                [ $alone -lt "$grace" ] || finish $main
              done ) &
            guard=$!
            parent=$PPID
            alive() { [ "$(ps -o ppid= -p $main | tr -d ' ')" = $parent ]; } # whether dtach or tmux still holds this terminal
            trap 'trap "" TERM HUP INT; kill -KILL $guard; give_back "maxdock:$name"; rm -f "$at.pid"; alive || rm -f "$at" "$at".*; (sleep 2; rmdir "${at%/*}") </dev/null >/dev/null 2>&1 &' EXIT
            trap 'exit 129' HUP
            trap 'true' INT
            export MAXDOCK_TAB=1
            bash -c "$script"
            status=$?
            if alive && attached; then echo $status > "$at.status"; fi
            exit $status
            """;

    /** Opens the terminal $1 for the script $2; $3 is the time of grace in seconds, $4 the keeper, $5 what ends it. */
    private static final String OPEN = PLACE + """
            if ! { mkdir -p -m 700 "$dir" && [ -O "$dir" ] && [ ! -L "$dir" ]; }; then MAXDOCK_TAB=1 exec bash -c "$2"; fi
            if command -v dtach >/dev/null; then
              dtach -A "$at" -z -E -r winch bash -c "$4" bash "$at" "$name" "$3" dtach "$2" "$5"
            elif command -v tmux >/dev/null; then
              (umask 077; printf '%s' "$2" > "$at.sh")
              tmux -L maxdock -f /dev/null new-session -s "$name" bash -c "$4" bash "$at" "$name" "$3" tmux '' "$5" \\; set status off \\; set prefix None \\; set -s escape-time 0
            else
              MAXDOCK_TAB=1 exec bash -c "$2"
            fi >&1
            status=$(cat "$at.status" 2>/dev/null || echo 255); rm -f "$at.status"; rmdir "$dir" 2>/dev/null
            exit "$status"
            """;

    private static final String ATTACH = PLACE + """
            case $(tool) in
              dtach) dtach -a "$at" -z -E -r winch ;;
              tmux) tmux -L maxdock attach-session -t "=$name" ;;
              *) exit 254 ;;
            esac
            status=$(cat "$at.status" 2>/dev/null || echo 255); rm -f "$at.status"; rmdir "$dir" 2>/dev/null
            exit "$status"
            """;

    private static final String END = PLACE + FINISH + """
            pid=$(cat "$at.pid" 2>/dev/null) || exit 0
            finish "$pid"
            rm -f "$at" "$at".*; rmdir "$dir" 2>/dev/null
            true
            """;

    /** Prints the names of those that live, and clears away what is left of others. */
    private static final String LIST = """
            for f in /tmp/maxdock-tabs-$(id -u)/*.pid; do
              [ -O "$f" ] || continue
              at=${f%.pid}
              if [ -e "/proc/$(cat "$f")" ]; then echo "${at##*/}"; else rm -f "$at" "$at".*; fi
            done
            rmdir "/tmp/maxdock-tabs-$(id -u)" 2>/dev/null
            true
            """;

    private final Host host;
    private final Duration grace;

    /** @param grace how long one stays that nobody is attached to */
    public KeptTerminals(Host host, Duration grace) {
        this.host = host;
        this.grace = grace;
    }

    /** Runs a script in a new one. Closing it ends the script; a lost connection does not, for the time of grace. */
    public Terminal open(String mark, String script, int columns, int rows) throws Trouble {
        return new Kept(mark, host.openTerminal(Command.script(OPEN, name(mark), script, String.valueOf(grace.toSeconds()), KEEPER, FINISH), columns, rows));
    }

    /** Attaches to one again; where it has ended meanwhile, the terminal ends at once with status 254. */
    public Terminal attach(String mark, int columns, int rows) throws Trouble {
        return new Kept(mark, host.openTerminal(Command.script(ATTACH, name(mark)), columns, rows));
    }

    /** The marks of those that live. */
    public List<String> marks() throws Trouble {
        Output output = host.run(Command.script(LIST));
        return output.text().lines().filter(l -> l.matches(NAME)).map(l -> Launcher.MARK + l).toList();
    }

    /** Ends one, and with it its script: the job is given back. No trouble where it has ended. */
    public void end(String mark) throws Trouble {
        host.run(Command.script(END, name(mark)));
    }

    private static String name(String mark) {
        String name = mark.substring(Launcher.MARK.length());
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("no mark of a launch: " + mark);
        }
        return name;
    }

    private final class Kept implements Terminal {

        private final String mark;
        private final Terminal terminal;

        Kept(String mark, Terminal terminal) {
            this.mark = mark;
            this.terminal = terminal;
        }

        @Override
        public OutputStream input() {
            return terminal.input();
        }

        @Override
        public InputStream output() {
            return terminal.output();
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

        @Override
        public void close() {
            try {
                if (terminal.isAlive() && host.isOpen()) {
                    end(mark);
                }
            } catch (Trouble e) {
                System.getLogger(KeptTerminals.class.getName()).log(System.Logger.Level.WARNING, "it ends when its time of grace is over", e);
            } finally {
                terminal.close();
            }
        }
    }
}
