package org.maxdock.cli;

import java.nio.file.Path;
import org.maxdock.host.Host;
import org.maxdock.host.LocalHost;
import org.maxdock.host.SshConnector;
import org.maxdock.host.SshPrompts;
import org.maxdock.host.SshSettings;
import org.maxdock.host.SshTarget;
import org.maxdock.project.Site;
import org.maxdock.project.Workbench;
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

    public Workbench open(String target) throws Trouble {
        Host host = target.equals("local") ? new LocalHost()
                : new SshConnector(settings, prompts).connect(SshTarget.parse(target));
        try {
            return new Workbench(host, site);
        } catch (Trouble e) {
            host.close();
            throw e;
        }
    }

    static SshSettings settings(MaxDockCommand options) {
        SshSettings settings = SshSettings.ofHome(Path.of(System.getProperty("user.home")));
        if (options.sshConfig != null) {
            settings = settings.withConfig(options.sshConfig);
        }
        if (options.identity != null) {
            settings = settings.withIdentity(options.identity);
        }
        if (options.knownHosts != null) {
            settings = settings.withKnownHosts(options.knownHosts);
        }
        return settings;
    }
}
