package org.maxdock.operation;

import java.nio.file.Path;
import org.maxdock.store.Site;
import org.maxdock.text.Trouble;

/** Opens the window; returns when it is closed. */
public interface WindowOpener {

    /**
     * @param target where to connect at once; empty for nowhere
     * @param project null for the latest one
     * @param site what is special about the cluster
     * @param page the page to show
     * @throws Trouble where there is no screen for it
     */
    int open(String target, Path project, org.maxdock.host.ssh.SshSettings ssh, Site site, String page) throws Trouble;
}
