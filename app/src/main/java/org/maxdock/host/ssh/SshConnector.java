package org.maxdock.host.ssh;

import com.jcraft.jsch.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Host;
import org.maxdock.text.Message;
import org.maxdock.text.Reason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Opens SSH connections as OpenSSH's client would: by its configuration, over its jump hosts, with its keys and known
 * hosts. Keeps the passphrases of keys for connecting again.
 */
public final class SshConnector {

    /** For a server to be reached and to show its key, where the configuration names no time. */
    private static final Duration CONNECT = Duration.ofSeconds(15);

    /** The same through a command, which may ask its user something: a second factor on the way, say. */
    private static final Duration COMMAND = Duration.ofMinutes(5);

    private static final int MOST_HOPS = 16;

    private final SshSettings settings;
    private final SshPrompts prompts;
    private final SshMachine machine;
    private final ConfigSource source;
    private final Passphrases passphrases;

    public SshConnector(SshSettings settings, SshPrompts prompts) {
        this(settings, prompts, SshMachine.here(settings.home()));
    }

    private SshConnector(SshSettings settings, SshPrompts prompts, SshMachine machine) {
        this(settings, prompts, machine, ConfigSource.of(machine));
    }

    SshConnector(SshSettings settings, SshPrompts prompts, SshMachine machine, ConfigSource source) {
        this(settings, prompts, machine, source, new Passphrases());
    }

    private SshConnector(
            SshSettings settings,
            SshPrompts prompts,
            SshMachine machine,
            ConfigSource source,
            Passphrases passphrases) {
        this.passphrases = passphrases;
        this.settings = settings;
        this.prompts = prompts;
        this.machine = machine;
        this.source = source;
        KerberosContext.prepare();
    }

    /**
     * Connects, or says why not, naming the server, which may be a jump host: unknown or unreachable, a key that is
     * unknown, has changed or is revoked, nobody let in.
     *
     * @param identity a private key to try first
     * @param cancellation ends it within a second, wherever it stands
     */
    public Host connect(SshTarget target, Optional<java.nio.file.Path> identity, Cancellation cancellation)
            throws Trouble {
        Guard guard = new Guard(cancellation);
        SshSettings mine = identity.map(settings::withIdentity).orElse(settings);
        KeyFiles.mustBeUsable(mine.identity());
        return guard.run(() -> {
            Hop hop = hop(target, mine, List.of());
            hop.config().notes().forEach(prompts::note);
            Session session = open(hop, mine, guard);
            return new SshHost(
                    hop.config().user() + "@" + target.host(),
                    session,
                    hop.config().environment(),
                    ending -> another(hop, mine, ending),
                    prompts::alarm);
        });
    }

    /** The same, but that it asks nobody anything: what would need an answer fails. Knows the same passphrases. */
    public SshConnector withoutQuestions() {
        return new SshConnector(
                settings, SshPrompts.unattended(note -> {}, prompts::alarm), machine, source, passphrases);
    }

    /** One more connection on the same way, where that asks nobody anything. */
    private Optional<Session> another(Hop hop, SshSettings with, Cancellation cancellation) throws Trouble {
        SshConnector silent = withoutQuestions();
        Guard guard = new Guard(cancellation);
        return Optional.of(
                guard.run(() -> new Opened(silent.open(hop, with, guard))).session());
    }

    private record Opened(Session session) implements AutoCloseable {
        @Override
        public void close() {
            session.disconnect();
        }
    }

    public Host connect(SshTarget target, Cancellation cancellation) throws Trouble {
        return connect(target, Optional.empty(), cancellation);
    }

    /**
     * A server on the way, or at its end.
     *
     * @param way the servers that lead on from here, the last of which is the one the user wants
     */
    private record Hop(SshTarget target, SshConfig config, List<Hop> way) {

        /**
         * Which login it is, by the name that it was given: a way that comes by it twice is a loop, as for ssh. Two
         * names may be of one address, which behind a jump host is another machine's, as localhost is.
         */
        String login() {
            return config.user() + "@" + target.host() + ":" + config.port();
        }

        Asker asker() {
            return new Asker(
                    config.user() + "@" + target.host(),
                    way.isEmpty()
                            ? Optional.empty()
                            : Optional.of(way.getLast().target().host()));
        }
    }

    private Hop hop(SshTarget target, SshSettings with, List<Hop> way) throws Trouble {
        SshConfig config = ConfigInterpreter.interpret(source.of(target, with), target, machine, with);
        Hop hop = new Hop(target, config, way);
        if (way.size() >= MOST_HOPS || way.stream().anyMatch(h -> h.login().equals(hop.login()))) {
            throw new Trouble(TroubleKind.SSH_JUMP_LOOP, hop.asker());
        }
        return hop;
    }

    private Session open(Hop hop, SshSettings with, Guard guard) throws Trouble {
        boolean command = hop.config().route() instanceof Route.Through;
        Duration limit = hop.config().connectTimeout().orElse(command ? COMMAND : CONNECT);
        SshLogin login = new SshLogin(hop.config(), hop.asker(), prompts, passphrases, guard, limit);
        String host = hop.config().host();
        int port = hop.config().port();
        return switch (hop.config().route()) {
            case Route.Direct direct ->
                login.login(() -> {
                    guard.allow(limit.multipliedBy(2), () -> unreachable(host, port, limit));
                    return new Dialer(direct, limit).dial(host, port, guard);
                });
            case Route.Jumps jumps -> {
                Hop before = before(hop, jumps, with);
                yield login.login(() -> {
                    Session there = open(before, with, guard);
                    guard.allow(limit, () -> unreachable(host, port, limit));
                    return new JumpChannel(there, before.asker()).to(host, port, limit);
                });
            }
            case Route.Through through -> through(login, through);
        };
    }

    private Session through(SshLogin login, Route.Through through) throws Trouble {
        List<ProxyProcess> started = new ArrayList<>();
        AtomicBoolean waiting = new AtomicBoolean(true);
        Consumer<String> says = line -> {
            if (waiting.get()) { // where to log in, say: what comes later concerns nobody
                prompts.note(Message.of("ssh.note.proxy-says", line));
            }
        };
        try {
            return login.login(() -> {
                started.add(ProxyProcess.start(through.command(), machine, says));
                return started.getLast().wire();
            });
        } catch (Trouble e) {
            boolean unheard = e.kind() == TroubleKind.NO_SSH_SERVER || e.kind() == TroubleKind.CONNECT_FAILED;
            throw unheard && !started.isEmpty() ? started.getLast().failed(e) : e;
        } finally {
            waiting.set(false);
        }
    }

    /** The last jump host, which is reached over those before it; the first one as its own configuration says. */
    private Hop before(Hop hop, Route.Jumps jumps, SshSettings with) throws Trouble {
        List<Hop> way = new ArrayList<>(List.of(hop));
        way.addAll(hop.way());
        List<SshTarget> earlier = jumps.hosts().subList(0, jumps.hosts().size() - 1);
        List<String> options = earlier.isEmpty()
                ? List.of()
                : List.of("ProxyJump="
                        + String.join(
                                ",", earlier.stream().map(SshTarget::toString).toList()));
        return hop(jumps.hosts().getLast(), with.withOptions(options), way);
    }

    private static Trouble unreachable(String host, int port, Duration limit) {
        return new Trouble(
                TroubleKind.HOST_UNREACHABLE,
                host,
                String.valueOf(port),
                Reason.of("reason.no-answer", "no answer in " + limit.toSeconds() + " s", limit.toSeconds()));
    }
}
