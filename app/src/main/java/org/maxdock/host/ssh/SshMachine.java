package org.maxdock.host.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an SSH configuration may refer to of the machine and the user that connect.
 *
 * @param name the machine's own name
 */
record SshMachine(String user, String uid, String name, Path home, Map<String, String> variables) {

    static SshMachine here(Path home) {
        return new SshMachine(System.getProperty("user.name"), ownUid().orElse(""), hostName(), home, System.getenv());
    }

    /** Whose program this is, where the system has numbers for users. */
    static Optional<String> ownUid() {
        for (String own : List.of("/proc/self", System.getProperty("user.home"))) {
            try {
                return Optional.of(String.valueOf(Files.getAttribute(Path.of(own), "unix:uid")));
            } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
                System.getLogger(SshMachine.class.getName()).log(System.Logger.Level.DEBUG, own + " tells no user", e);
            }
        }
        return Optional.empty();
    }

    private static String hostName() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException notLinux) {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException e) {
                return "localhost";
            }
        }
    }
}
