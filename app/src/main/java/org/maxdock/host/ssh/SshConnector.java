package org.maxdock.host.ssh;

import com.jcraft.jsch.ConfigRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchUnknownHostKeyException;
import com.jcraft.jsch.OpenSSHConfig;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maxdock.host.Host;
import org.maxdock.text.IoReason;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** Opens SSH connections: configuration, known hosts, keys, then passwords and questions of the server. */
public final class SshConnector {

    private static final int TIMEOUT_MS = 15_000;
    private static final int ALIVE_MS = 10_000;

    private final SshSettings settings;
    private final SshPrompts prompts;

    public SshConnector(SshSettings settings, SshPrompts prompts) {
        this.settings = settings;
        this.prompts = prompts;
    }

    /**
     * Connects, or says why not: unknown or unreachable host, a host key that is unknown or has changed, no key or
     * password that the server takes.
     */
    public Host connect(SshTarget target) throws Trouble {
        JSch jsch = new JSch();
        ConfigRepository.Config config = readConfig().getConfig(target.host());
        String address = config.getHostname() != null ? config.getHostname() : target.host();
        int port = target.port() > 0 ? target.port() : config.getPort() > 0 ? config.getPort() : 22;
        String user = target.user() != null
                ? target.user()
                : config.getUser() != null ? config.getUser() : System.getProperty("user.name");
        String name = user + "@" + target.host();
        SshQuestions questions = new SshQuestions(prompts, name);
        try {
            Path knownHosts = knownHosts(config);
            jsch.setKnownHosts(knownHosts.toString());
            addIdentities(jsch, config);
            Session session = jsch.getSession(user, address, port);
            session.setUserInfo(questions);
            session.setConfig("StrictHostKeyChecking", "ask");
            session.setConfig("PreferredAuthentications", "publickey,keyboard-interactive,password");
            session.setServerAliveInterval(ALIVE_MS);
            session.setServerAliveCountMax(3);
            session.setDaemonThread(true);
            session.connect(TIMEOUT_MS);
            return new SshHost(name, session);
        } catch (JSchException e) {
            throw explain(e, name, address, port, questions);
        }
    }

    private Trouble explain(JSchException e, String name, String address, int port, SshQuestions questions) {
        if (e instanceof JSchChangedHostKeyException || questions.keyHasChanged()) {
            return new Trouble(e, TroubleKind.HOST_KEY_CHANGED, address, knownHostsName());
        }
        if (e instanceof JSchUnknownHostKeyException || questions.refusedToTrust()) {
            return new Trouble(e, TroubleKind.HOST_KEY_UNKNOWN, address, questions.fingerprint());
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return new Trouble(e, TroubleKind.HOST_UNKNOWN, address);
            }
            if (cause instanceof ConnectException || cause instanceof SocketTimeoutException) {
                return new Trouble(
                        e,
                        TroubleKind.HOST_UNREACHABLE,
                        address,
                        String.valueOf(port),
                        String.valueOf(cause.getMessage()));
            }
        }
        String said = String.valueOf(e.getMessage());
        if (said.startsWith("timeout") || said.contains("socket is not established")) {
            return new Trouble(e, TroubleKind.HOST_UNREACHABLE, address, String.valueOf(port), said);
        }
        if (said.contains("Auth") || said.contains("USERAUTH")) {
            return new Trouble(e, TroubleKind.AUTH_FAILED, name);
        }
        return new Trouble(e, TroubleKind.CONNECT_FAILED, name, said);
    }

    private String knownHostsName() {
        return settings.knownHosts().toString();
    }

    private ConfigRepository readConfig() throws Trouble {
        if (!Files.isReadable(settings.config())) {
            return ConfigRepository.nullConfig;
        }
        try {
            return OpenSSHConfig.parseFile(settings.config().toString());
        } catch (IOException e) {
            throw new Trouble(e, TroubleKind.FILE_UNREADABLE, settings.config(), IoReason.of(e));
        }
    }

    private Path knownHosts(ConfigRepository.Config config) {
        String named = config.getValue("UserKnownHostsFile");
        return named == null ? settings.knownHosts() : expand(named.split("\\s+")[0]);
    }

    private void addIdentities(JSch jsch, ConfigRepository.Config config) throws Trouble {
        List<Path> keys = new ArrayList<>();
        if (settings.identity().isPresent()) {
            Path identity = settings.identity().get();
            if (!Files.isReadable(identity)) {
                throw new Trouble(TroubleKind.FILE_UNREADABLE, identity, "no such file, or not readable");
            }
            keys.add(identity);
        }
        String[] named = config.getValues("IdentityFile");
        if (named != null) {
            for (String key : named) {
                keys.add(expand(key));
            }
        }
        if (keys.isEmpty()) {
            keys.addAll(settings.defaultIdentities());
        }
        for (Path key : keys) {
            if (Files.isReadable(key)) {
                try {
                    jsch.addIdentity(key.toString());
                } catch (JSchException e) {
                    throw new Trouble(e, TroubleKind.KEY_UNREADABLE, key, e.getMessage());
                }
            }
        }
    }

    private static Path expand(String path) {
        return Path.of(path.startsWith("~/") ? System.getProperty("user.home") + path.substring(1) : path);
    }
}
