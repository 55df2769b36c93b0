package org.maxdock.operation;

import java.util.List;
import java.util.stream.Stream;
import org.maxdock.host.ssh.ConfiguredHosts;
import org.maxdock.host.ssh.SshSettings;
import org.maxdock.text.Trouble;

/** The servers that may be connected to by a name that is known already. */
public final class KnownServers {

    private final SshSettings ssh;

    public KnownServers(SshSettings ssh) {
        this.ssh = ssh;
    }

    /**
     * Those that were connected to before, then those of ssh's configuration; reads files.
     *
     * @param before latest first
     * @throws Trouble where the configuration cannot be read
     */
    public List<String> all(List<String> before) throws Trouble {
        return Stream.concat(before.stream(), ConfiguredHosts.of(ssh).stream())
                .distinct()
                .toList();
    }
}
