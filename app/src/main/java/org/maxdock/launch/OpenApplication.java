package org.maxdock.launch;

import org.maxdock.host.Host;
import org.maxdock.host.Tunnel;
import org.maxdock.text.Trouble;

/** An application of a launch, reachable from this machine through a tunnel for as long as this is open. */
public final class OpenApplication implements AutoCloseable {

    private final ServedPort served;
    private final Tunnel tunnel;
    private BrowserLink link;

    public OpenApplication(Host host, ServedPort served) throws Trouble {
        this.served = served;
        this.tunnel = new Tunnel(host, served.node(), served.port());
    }

    /** The application's address on this machine, with its token: for the user alone, and not for an argument. */
    public String address() {
        return "http://127.0.0.1:" + tunnel.localPort() + served.path();
    }

    public ServedPort served() {
        return served;
    }

    /** An address for a browser's argument, good for one time. */
    public synchronized String link() throws Trouble {
        if (link != null) {
            link.close();
        }
        link = new BrowserLink(address());
        return link.address();
    }

    @Override
    public synchronized void close() {
        if (link != null) {
            link.close();
        }
        tunnel.close();
    }
}
