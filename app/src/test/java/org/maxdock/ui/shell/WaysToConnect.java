package org.maxdock.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.maxdock.host.ssh.Sshd;
import org.maxdock.text.TroubleKind;
import org.maxdock.ui.shared.Place;

/** Ways to come to no server: each is told beside its name. */
final class WaysToConnect {

    private static final WayToFail.Connect CONNECT = new WayToFail.Connect(() -> "max-wgs", "");

    private final FailingServer server;
    private String target = "";

    WaysToConnect(FailingServer server) {
        this.server = server;
    }

    List<WayToFail> all() {
        return List.of(
                configured("a server’s name that does not exist", TroubleKind.HOST_UNKNOWN, "HostName no.such.invalid"),
                configured("a port where nothing listens", TroubleKind.HOST_UNREACHABLE, "Port " + port()),
                configured(
                        "a port of something else",
                        TroubleKind.NO_SSH_SERVER,
                        "Port " + server.engine().replaceFirst(".*:", "")),
                configured("a user that the server lacks", TroubleKind.AUTH_FAILED, "User nobody-here"),
                new WayToFail(
                        "a key that the server does not accept",
                        Place.SERVER,
                        TroubleKind.AUTH_FAILED,
                        () -> server.configure(
                                "Host *", " IdentityFile " + otherKey(), " IdentitiesOnly yes", " User blank2"),
                        CONNECT,
                        server::configure),
                way(
                        "a key that is chosen and is no key",
                        TroubleKind.FILE_UNREADABLE,
                        () -> {},
                        noKey(),
                        () -> Files.copy(server.key(), server.here().resolve("no-key"))),
                way(
                        "a server that is not known yet",
                        TroubleKind.HOST_KEY_UNKNOWN,
                        () -> server.known(),
                        CONNECT,
                        this::known),
                way(
                        "a server whose key has changed",
                        TroubleKind.HOST_KEY_CHANGED,
                        () -> server.known(of(otherKey())),
                        CONNECT,
                        this::known),
                way(
                        "a server that is known by another type of key",
                        TroubleKind.HOST_KEY_OTHER_TYPE,
                        () -> server.known(server.sshd().known("rsa")),
                        CONNECT,
                        this::known),
                way(
                        "a server whose key is revoked",
                        TroubleKind.HOST_KEY_REVOKED,
                        () -> server.known("@revoked " + server.sshd().known("ed25519")),
                        CONNECT,
                        this::known),
                configured("an ssh configuration with a fault", TroubleKind.SSH_CONFIG_BAD, "ConnectTimeout soon"),
                configured(
                        "a jump over a host that is not there", TroubleKind.HOST_UNKNOWN, "ProxyJump no.such.invalid"),
                configured(
                        "a command on the way that fails",
                        TroubleKind.PROXY_COMMAND_FAILED,
                        "ProxyCommand echo no way >&2; exit 3"),
                configured("no cipher in common", TroubleKind.NO_COMMON_ALGORITHM, "Ciphers 3des-cbc"),
                way(
                        "an address that is none",
                        TroubleKind.BAD_TARGET,
                        () -> target = "me@",
                        new WayToFail.Connect(() -> target, ""),
                        () -> target = "max-wgs"),
                started("start-up files that print without end", TroubleKind.START_UP_FLOODS, "yes | head -c 3000000"),
                way(
                        "a key that the server lets do one thing only",
                        TroubleKind.OTHER_COMMAND,
                        () -> server.accept("command=\"echo backups only\" "),
                        CONNECT,
                        () -> server.accept("")));
    }

    private static int port() {
        try {
            return FailingServer.freePort();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private WayToFail.Connect noKey() {
        return new WayToFail.Connect(
                () -> "max-wgs", server.here().resolve("no-key").toString());
    }

    private WayToFail configured(String how, TroubleKind kind, String line) {
        return way(how, kind, () -> server.configure("Host max-wgs", " " + line), CONNECT, server::configure);
    }

    private WayToFail started(String how, TroubleKind kind, String line) {
        return way(how, kind, () -> server.startUp(line), CONNECT, () -> server.useEngine(server.engine()));
    }

    private static WayToFail way(
            String how, TroubleKind kind, WayToFail.Step before, WayToFail.Connect act, WayToFail.Step mend) {
        return new WayToFail(how, Place.SERVER, kind, before, act, mend);
    }

    private void known() throws Exception {
        server.known(server.sshd().known("ed25519"));
    }

    private Path otherKey() {
        return Sshd.key(server.here().resolve("other"), "ed25519", "");
    }

    private String of(Path key) throws Exception {
        return "[127.0.0.1]:" + server.sshd().port() + " "
                + Files.readString(Path.of(key + ".pub")).strip();
    }
}
