package org.maxdock.host.ssh;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.RefusedAttempts;
import com.jcraft.jsch.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Logs in to one server over a wire that leads there: its key is judged, then the user is let in. */
final class SshLogin {

    /** For logging in once the server's key is known; a second factor is answered on a phone somewhere else. */
    private static final Duration LOGIN = Duration.ofMinutes(6);

    private final SshConfig config;
    private final Asker asker;
    private final SshPrompts prompts;
    private final Passphrases passphrases;
    private final Guard guard;
    private final Duration limit;

    /** @param limit for the server to show its key */
    SshLogin(SshConfig config, Asker asker, SshPrompts prompts, Passphrases passphrases, Guard guard, Duration limit) {
        this.config = config;
        this.asker = asker;
        this.prompts = config.batch() ? SshPrompts.none() : prompts;
        this.passphrases = passphrases;
        this.guard = guard;
        this.limit = limit;
    }

    /** How a wire to the server is made. */
    interface Wiring {
        Wire wire() throws Trouble;
    }

    Session login(Wiring wiring) throws Trouble {
        HostKeyCheck check = new HostKeyCheck(config.trust(), prompts, asker, guard);
        return login(wiring.wire(), check);
    }

    private Session login(Wire wire, HostKeyCheck check) throws Trouble {
        LoginRecord record = new LoginRecord();
        config.login().missing().forEach(record::passedOver);
        JSch jsch = new JSch();
        guard.hold(wire);
        guard.allow(limit, () -> new Trouble(TroubleKind.HOST_SILENT, asker, limit.toSeconds()));
        try {
            Session session = jsch.getSession(config.user(), config.host(), config.port());
            session.setProxy(wire);
            return login(session, jsch, wire, check, record);
        } catch (JSchException | RuntimeException e) {
            wire.close();
            throw new LoginFailure(config, asker, check, record).trouble(e);
        }
    }

    private Session login(Session session, JSch jsch, Wire wire, HostKeyCheck check, LoginRecord record)
            throws JSchException {
        SshQuestions questions =
                new SshQuestions(prompts, asker, guard, record, config.login(), () -> RefusedAttempts.of(session));
        try {
            session.setUserInfo(questions);
            session.setHostKeyRepository(check);
            KeyFiles files = new KeyFiles(jsch, passphrases, questions, record);
            session.setIdentityRepository(new LoginKeys(config.login(), files, record));
            session.setLogger(new LoginLog(record, new LoginLog.Steps() {
                @Override
                public void verified() {
                    SshLogin.this.verified(session, check);
                }

                @Override
                public void keysNext(List<String> server) {
                    SessionOptions.setKeyAlgorithms(session, server);
                }
            }));
            session.setDaemonThread(true);
            LossWatch.begin(session);
            SessionOptions.set(session, config, methods(prompts.canAsk()), hostKeys(check));
            connect(session, record);
            guard.hold(session::disconnect);
            new Liveness(session, wire, config).watch();
            return session;
        } finally {
            questions.over();
        }
    }

    private static void connect(Session session, LoginRecord record) throws JSchException {
        ScopedValue.where(LoginRecord.CURRENT, record).call(() -> {
            session.connect(0);
            return session;
        });
    }

    /** The server's key is judged: from here on time is the user's. */
    private void verified(Session session, HostKeyCheck check) {
        guard.allow(LOGIN, () -> new Trouble(TroubleKind.LOGIN_SILENT, asker, LOGIN.toMinutes()));
        if (check.isUnsafe()) {
            SessionOptions.setMethods(session, methods(false));
        }
    }

    /** Where nobody can or may be asked, or nothing may be told to the server, ways that ask are none. */
    private List<String> methods(boolean asking) {
        return config.login().methods().stream()
                .filter(m -> asking && config.login().passwordPrompts() > 0
                        || m.equals(LoginMethods.KEY)
                        || m.equals(LoginMethods.KERBEROS))
                .toList();
    }

    /** Types of key that the server is known by come first; certificates only where an authority is known for it. */
    private List<String> hostKeys(HostKeyCheck check) {
        List<String> known = check.knownTypes();
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        List<String> last = new ArrayList<>();
        for (String algorithm : config.algorithms().hostKey()) {
            String type = algorithm.startsWith("rsa-sha2-") ? "ssh-rsa" : algorithm;
            if (!LoginKey.signature(algorithm).equals(algorithm)) {
                if (check.hasAuthority()) {
                    first.add(algorithm);
                }
            } else {
                (known.contains(type) ? second : last).add(algorithm);
            }
        }
        first.addAll(second);
        first.addAll(last);
        return first;
    }
}
