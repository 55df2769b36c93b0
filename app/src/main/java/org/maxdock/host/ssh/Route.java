package org.maxdock.host.ssh;

import java.util.List;
import java.util.Optional;

/** How a server is reached. */
sealed interface Route {

    /**
     * Over the network.
     *
     * @param family the addresses to use (AddressFamily)
     * @param from the own address, or the network interface, to use (BindAddress, BindInterface)
     */
    record Direct(Family family, Optional<String> from) implements Route {}

    /** Through other servers, the first of which is reached first (ProxyJump). */
    record Jumps(List<SshTarget> hosts) implements Route {
        public Jumps {
            hosts = List.copyOf(hosts);
            if (hosts.isEmpty()) {
                throw new IllegalArgumentException("a jump over nothing");
            }
        }
    }

    /** Through the standard input and output of a command of this machine (ProxyCommand), with its tokens replaced. */
    record Through(String command) implements Route {}

    enum Family {
        ANY,
        INET,
        INET6
    }
}
