package org.maxdock.ui;

import java.nio.file.Path;
import org.maxdock.cli.WindowOpener;
import org.maxdock.host.SshSettings;

public final class Window implements WindowOpener {
    @Override
    public int open(String target, Path project, SshSettings ssh, String page) {
        throw new UnsupportedOperationException("yet");
    }
}
