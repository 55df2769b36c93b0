package org.maxdock.host.ssh;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maxdock.text.Message;

/**
 * What holds for one connection to one server: the configuration (ssh_config(5)), evaluated.
 *
 * @param host the address or name to reach (HostName), in lower case
 * @param connectTimeout how long the server may take to show its key (ConnectTimeout); empty where nothing is said
 * @param alive how often a silent server is asked for a sign of life (ServerAliveInterval); zero where nothing is said
 * @param aliveCount after how many of those it is given up (ServerAliveCountMax)
 * @param environment variables to hand to the server's programs (SetEnv, SendEnv)
 * @param batch whether nothing is to be asked (BatchMode)
 * @param notes what the configuration says and is not followed
 */
record SshConfig(
        String user,
        String host,
        int port,
        Route route,
        TrustRules trust,
        LoginRules login,
        Algorithms algorithms,
        Optional<Duration> connectTimeout,
        Duration alive,
        int aliveCount,
        Map<String, String> environment,
        boolean batch,
        List<Message> notes) {

    SshConfig {
        environment = Map.copyOf(environment);
        notes = List.copyOf(notes);
        if (user.isBlank() || host.isBlank() || port < 1 || port > 65535 || alive.isNegative() || aliveCount < 0) {
            throw new IllegalArgumentException("no connection to " + user + "@" + host + ":" + port);
        }
    }
}
