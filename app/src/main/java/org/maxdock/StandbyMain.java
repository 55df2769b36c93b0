package org.maxdock;

import java.io.IOException;
import java.util.Locale;
import org.maxdock.cli.CommandLineMain;
import org.maxdock.cli.standby.Standby;

/** What {@code connection keep} starts: it stands by for calls to come. */
public final class StandbyMain {

    private StandbyMain() {}

    public static void main(String[] words) throws IOException {
        Standby.run(
                (out, errors, call) -> CommandLineMain.run(out, errors, Locale.getDefault(), Main::window, call),
                words);
        System.exit(0); // whatever a call has left running
    }
}
