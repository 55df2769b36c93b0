package org.maxdock.launch;

import java.util.stream.Stream;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * What a script of ours lists, line by line: it says itself when that is all, so that no failure looks like nothing.
 */
final class WholeAnswer {

    private static final String END = "end\n";

    private WholeAnswer() {}

    /** @throws Trouble where its last line does not come */
    static Stream<String> lines(Host host, Command command) throws Trouble {
        Output output = host.run(command);
        String text = output.text();
        if (!text.equals(END) && !text.endsWith("\n" + END)) {
            throw new Trouble(TroubleKind.ANSWER_UNREADABLE, host.name(), output.lastError());
        }
        return text.substring(0, text.length() - END.length()).lines();
    }
}
