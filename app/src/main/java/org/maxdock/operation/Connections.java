package org.maxdock.operation;

import org.maxdock.host.Cancellation;
import org.maxdock.host.Host;
import org.maxdock.host.local.LocalHost;
import org.maxdock.host.ssh.SshConnector;
import org.maxdock.host.ssh.SshPrompts;
import org.maxdock.host.ssh.SshSettings;
import org.maxdock.host.ssh.SshTarget;
import org.maxdock.store.Site;
import org.maxdock.text.Trouble;

/** Connects to targets: {@code local}, or an SSH destination. */
public final class Connections {

    private final SshSettings settings;
    private final SshPrompts prompts;
    private final Site site;

    public Connections(SshSettings settings, SshPrompts prompts, Site site) {
        this.settings = settings;
        this.prompts = prompts;
        this.site = site;
    }

    public Server open(String target) throws Trouble {
        return open(target, new Cancellation());
    }

    /** Opens a connection; the engine is not asked. */
    public Server open(String target, Cancellation cancellation) throws Trouble {
        Host host = target.equals("local")
                ? new LocalHost()
                : new SshConnector(settings, prompts).connect(SshTarget.parse(target));
        try {
            return new Server(host, site);
        } catch (Trouble e) {
            host.close();
            throw e;
        }
    }
}
