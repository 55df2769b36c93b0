package org.maxdock.launch;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.maxdock.host.Host;
import org.maxdock.host.Tunnel;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * An application of a launch, reachable from this machine through a tunnel for as long as this is open, under a name of
 * its own: browsers keep the cookies of one host's ports together, and take each name below localhost for this machine
 * (RFC 6761, 6.3).
 */
public final class OpenApplication implements AutoCloseable {

    private final ServedPort served;
    private final OneTimeLink link;
    private final String name = OneTimeLink.drawn() + ".localhost";
    private final Tunnel tunnel;
    private final Path folder;
    private RedirectFile file;

    /** @param alarm is told when somebody asks for it by another name, or seems to have got hold of the link */
    public OpenApplication(Host host, ServedPort served, Consumer<Trouble> alarm) throws Trouble {
        this(() -> host.connectTcp(served.node(), served.port()), served, alarm, links());
    }

    OpenApplication(Tunnel.Far far, ServedPort served, Consumer<Trouble> alarm, Path folder) throws Trouble {
        this.served = served;
        this.folder = folder;
        this.link = new OneTimeLink(served.path(), alarm);
        this.tunnel = new Tunnel(
                far,
                new ApplicationGate(name, !served.token().isEmpty(), link),
                who -> alarm.accept(new Trouble(TroubleKind.APPLICATION_ASKED, who)));
    }

    private static Path links() {
        return Path.of(System.getProperty("user.home"), ".local", "share", "maxdock", "links");
    }

    /** The application's address on this machine, with its token: for the user alone, and not for an argument. */
    public String address() {
        return base() + served.path();
    }

    private String base() {
        return "http://" + name + ":" + tunnel.localPort();
    }

    public ServedPort served() {
        return served;
    }

    /** An address for a browser's argument: of a file that is the user's alone, and is gone once the browser has it. */
    public synchronized String link() throws Trouble {
        endLink();
        file = new RedirectFile(folder, base() + link.renew(this::endLink));
        return file.address();
    }

    private synchronized void endLink() {
        if (file != null) {
            file.close();
            file = null;
        }
    }

    @Override
    public void close() {
        endLink();
        tunnel.close();
    }
}
