package org.maxdock.engine;

import java.net.URI;
import java.util.List;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.LoginEnvironment;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Finds the engine that `docker` would use in a login shell of the host: DOCKER_HOST with DOCKER_TLS_VERIFY and
 * DOCKER_CERT_PATH, else the Docker context in use, else the default socket; where there is no such socket, that of the
 * user's Podman (podman-system-service(1)). The certificate and its key are read into memory and never written to this
 * machine's disk.
 */
public final class EndpointFinder {

    private static final String DEFAULT_SOCKET = "/var/run/docker.sock";

    private static final int LAST_PORT = 65_535;

    private final Host host;
    private final LoginEnvironment environment;
    private final String socket;

    public EndpointFinder(Host host, LoginEnvironment environment) {
        this(host, environment, DEFAULT_SOCKET);
    }

    EndpointFinder(Host host, LoginEnvironment environment, String socket) {
        this.host = host;
        this.environment = environment;
        this.socket = socket;
    }

    public Endpoint find() throws Trouble {
        String named = environment.get("DOCKER_HOST");
        if (!named.isEmpty()) {
            boolean tls = !environment.get("DOCKER_TLS_VERIFY").isEmpty()
                    || !environment.get("DOCKER_TLS").isEmpty();
            String certificates = environment.get("DOCKER_CERT_PATH");
            return endpoint(named, tls, certificates.isEmpty() ? environment.home() + "/.docker" : certificates);
        }
        Output context = host.run(Command.script("""
                config=${DOCKER_CONFIG:-$HOME/.docker}/config.json
                [ -n "${DOCKER_CONTEXT-}" ] || grep -qs '"currentContext"' "$config" || exit 0
                command -v docker >/dev/null || exit 0
                docker context inspect --format \
                '{{.Endpoints.docker.Host}}{{"\\n"}}{{.Storage.TLSPath}}' 2>/dev/null"""));
        List<String> lines = context.text().lines().toList();
        if (context.ok() && context.text().indexOf('\0') >= 0) {
            throw new Trouble(TroubleKind.ENDPOINT_UNSUPPORTED, context.text());
        }
        if (context.ok() && lines.size() == 2 && !lines.getFirst().isBlank()) {
            String tls = lines.get(1) + "/docker";
            boolean hasTls = lines.getFirst().startsWith("tcp:")
                    && host.run(Command.of("test", "-e", tls + "/cert.pem")).ok();
            return endpoint(lines.getFirst(), hasTls, tls);
        }
        return new Endpoint.Unix(isPodmanAlone() ? podman() : socket);
    }

    private String podman() {
        return environment.get("XDG_RUNTIME_DIR") + "/podman/podman.sock";
    }

    private boolean isPodmanAlone() throws Trouble {
        return !environment.get("XDG_RUNTIME_DIR").isEmpty()
                && host.run(Command.script("[ ! -e \"$1\" ] && [ -S \"$2\" ]", socket, podman()))
                        .ok();
    }

    private Endpoint endpoint(String named, boolean tls, String certificates) throws Trouble {
        if (named.startsWith("unix://")) {
            return new Endpoint.Unix(named.substring("unix://".length()));
        }
        if (!named.startsWith("tcp://")) {
            throw new Trouble(TroubleKind.ENDPOINT_UNSUPPORTED, named);
        }
        URI uri = parse(named);
        if (!tls) {
            return new Endpoint.Tcp(uri.getHost(), uri.getPort() < 0 ? 2375 : uri.getPort());
        }
        Output pem = host.run(Command.script(
                "cd -- \"$1\" && for f in ca cert key; do cat -- $f.pem && printf '\\0' || exit 1; done",
                certificates));
        String[] parts = pem.text().split("\0");
        if (!pem.ok() || parts.length < 3) {
            throw new Trouble(TroubleKind.NO_CERTIFICATE, certificates, pem.reason());
        }
        return new Endpoint.Tls(uri.getHost(), uri.getPort() < 0 ? 2376 : uri.getPort(), parts[0], parts[1], parts[2]);
    }

    static URI parse(String named) throws Trouble {
        try {
            URI uri = URI.create(named);
            if (uri.getHost() != null && uri.getPort() <= LAST_PORT) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new Trouble(e, TroubleKind.ENDPOINT_UNSUPPORTED, named);
        }
        throw new Trouble(TroubleKind.ENDPOINT_UNSUPPORTED, named);
    }
}
