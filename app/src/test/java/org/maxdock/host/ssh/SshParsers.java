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

    /** Whatever a server shows as its key, it is one or none. */
    public static Fuzzed keys() {
        return Fuzzed.text(
                "a public key",
                text -> KeyBlob.of("ssh-ed25519", text),
                "AAAAC3NzaC1lZDI1NTE5AAAAIJmVE6VnxQ0tGxRSfVPTvXmRJPoQLHxBVqO9gDQjQ7bT",
                "AAAAB3NzaC1yc2EAAAADAQABAAAAgQC7");
    }

    /** Of a banner, a question and what a refusal says. */
    public static Fuzzed said() {
        return Fuzzed.text(
                "what a server says at a login",
                ServerText::visible,
                "Welcome\r\n\u001b[31mto\u0007 you\n",
                "Password: ");
    }

    public static Fuzzed configuration() {
        return Fuzzed.text(
                "a line of ssh's configuration",
                text -> ConfigLine.parse(text, "here"),
                "Host *.desy.de !evil \"a b\"",
                "ProxyJump=you@bastion:2222,[::1]:22 # c");
    }
}
