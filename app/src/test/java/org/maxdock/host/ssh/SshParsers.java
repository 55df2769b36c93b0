package org.maxdock.host.ssh;

import java.nio.file.Path;
import org.maxdock.fuzz.Fuzzed;

/** The readers of this room that get what others wrote. */
public final class SshParsers {

    private SshParsers() {}

    /** With the question for which it is read. */
    public static Fuzzed knownHosts() {
        return Fuzzed.raw(
                "known hosts",
                text -> {
                    KnownHosts about =
                            KnownHosts.of(Path.of("known_hosts"), text).about("[max-wgs.desy.de]:2222");
                    about.keys(KnownHostsLine.Marker.NONE).forEach(about::verdict);
                },
                "*.desy.de,!evil.desy.de,[max-wgs.desy.de]:2222 ssh-ed25519 "
                        + "AAAAC3NzaC1lZDI1NTE5AAAAIJmVE6VnxQ0tGxRSfVPTvXmRJPoQLHxBVqO9gDQjQ7bT me@here\n",
                "# of the site\n@cert-authority *.desy.de ssh-ed25519 "
                        + "AAAAC3NzaC1lZDI1NTE5AAAAIJmVE6VnxQ0tGxRSfVPTvXmRJPoQLHxBVqO9gDQjQ7bT\n"
                        + "|1|JfKTdBh7rNbXkVAQCRp4OQoPfmI=|USECr3SWf1JUPsms5AqfD5QfxkM= ssh-rsa AAAAB3NzaC1yc2E=\n");
    }
}
