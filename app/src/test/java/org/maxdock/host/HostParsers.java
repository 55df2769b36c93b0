package org.maxdock.host;

import java.util.List;
import java.util.Map;
import org.maxdock.fuzz.Fuzzed;
import org.maxdock.host.local.LocalParsers;
import org.maxdock.host.shell.ShellWords;
import org.maxdock.host.ssh.SshParsers;

/** The readers of this room that get what others wrote. */
public final class HostParsers {

    private HostParsers() {}

    public static List<Fuzzed> all() {
        Map<String, String> variables = Map.of("HOME", "/home/me", "A", "b ".repeat(500), "PWD", "/here");
        return List.of(
                Fuzzed.text(
                        "folders of a host",
                        text -> HostFiles.page("/f", text),
                        "a/755 me\0b c/1777 root\0/\0" + "3",
                        "/\0" + "0"),
                Fuzzed.text(
                        "a login's environment",
                        text -> LoginEnvironment.read("host", text),
                        "me\0" + "1000\0" + "100\0" + "100 7\0users b\0host\0A=b\0HOME=/h\0"),
                Fuzzed.text(
                        "a line of a shell",
                        text -> ShellWords.read(text, variables),
                        "docker run -v ${HOME:-/x}:/y \"$A\" $'\\x41\\101' ~/a $(pwd) 'b c' # d",
                        "a ${B:-${C:-${D:-e}}} `id`"),
                LocalParsers.display(),
                LocalParsers.displaysPort(),
                SshParsers.knownHosts(),
                SshParsers.keys(),
                SshParsers.said(),
                SshParsers.configuration());
    }
}
