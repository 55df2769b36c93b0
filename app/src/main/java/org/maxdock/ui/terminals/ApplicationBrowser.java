package org.maxdock.ui.terminals;

import org.maxdock.launch.OpenApplication;
import org.maxdock.operation.Desktop;
import org.maxdock.ui.shared.Background;

/** Shows applications of launches in this machine's browser. */
public final class ApplicationBrowser {

    private final Background background;
    private final Desktop desktop;

    public ApplicationBrowser(Background background, Desktop desktop) {
        this.background = background;
        this.desktop = desktop;
    }

    void open(OpenApplication application) {
        background.quietly(a -> desktop.browse(application.link()), () -> {});
    }

    /** @param address of the web */
    void browse(String address) {
        background.quietly(a -> desktop.browse(address), () -> {});
    }
}
