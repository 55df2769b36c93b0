package org.maxdock.operation;

import java.nio.file.Path;

/** Opens the window; returns when it is closed. */
public interface WindowOpener {

    /**
     * @param target where to connect at once; empty for nowhere
     * @param project null for the latest one
     * @param page the page to show
     */
    int open(String target, Path project, org.maxdock.host.ssh.SshSettings ssh, String page);
}
