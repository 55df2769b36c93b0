package org.maxdock.operation;

import java.nio.file.Path;
import org.maxdock.host.local.LocalHost;
import org.maxdock.launch.Browser;
import org.maxdock.text.Trouble;

/** What this machine's desktop opens for the user: an address in the browser, a file in what shows such files. */
public final class Desktop {

    private final Browser browser = new Browser(new LocalHost());

    /**
     * @param address an argument for all to see, so that no secret may be in it
     * @throws Trouble where nothing opens it
     */
    public void browse(String address) throws Trouble {
        browser.open(address);
    }

    /** @throws Trouble where nothing opens it */
    public void open(Path file) throws Trouble {
        browser.open(file.toUri().toString());
    }
}
