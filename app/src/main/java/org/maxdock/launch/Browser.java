package org.maxdock.launch;

import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** The browser of this machine, by what the system has to start it. */
public final class Browser {

    private static final String OPEN = """
            for b in ${BROWSER:-} xdg-open open sensible-browser; do
              if command -v "$b" >/dev/null; then "$b" "$1" >/dev/null 2>&1 & exit 0; fi
            done
            exit 127""";

    private final Host machine;

    /** @param machine this one */
    public Browser(Host machine) {
        this.machine = machine;
    }

    /**
     * Opens an address, which is an argument for all to see, so that no secret may be in it.
     *
     * @throws Trouble where there is no browser
     */
    public String open(String address) throws Trouble {
        Output output = machine.run(Command.script(OPEN, address));
        if (!output.ok()) {
            throw new Trouble(TroubleKind.NO_BROWSER);
        }
        return address;
    }
}
