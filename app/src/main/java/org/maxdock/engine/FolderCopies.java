package org.maxdock.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.host.shell.BundledScript;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** The copies of the user's build folders on a host; those that no build has used for two weeks go by themselves. */
public final class FolderCopies {

    static final String FUNCTIONS = BundledScript.of(FolderCopies.class, "foldercopy.sh");

    private static final String MEASURE = """
            [ -d "$copies" ] || { echo 0 0; exit; }
            count=$(find "$copies/" -mindepth 1 -maxdepth 1 -type d | wc -l)
            echo "$count $(du -sk -- "$copies/" 2>/dev/null | cut -f 1)"
            """;
    private static final String CLEAR = """
            [ -d "$copies" ] || exit 0
            forget_those
            """;
    private static final Pattern MEASURED = Pattern.compile("([0-9]{1,9}) ([0-9]{1,15})");
    private static final long BLOCK = 1024;

    private final Host host;

    public FolderCopies(Host host) {
        this.host = host;
    }

    /**
     * What there is.
     *
     * @param bytes that they take on the disk
     */
    public record Found(int count, long bytes) {
        public static final Found NONE = new Found(0, 0);
    }

    public Found find() throws Trouble {
        Output output = host.run(Command.script(FUNCTIONS + MEASURE));
        Matcher measured = MEASURED.matcher(output.text().strip());
        if (!output.ok() || !measured.matches()) {
            throw new Trouble(TroubleKind.FOLDER_UNREADABLE, "~/.cache/maxdock", output.lastError());
        }
        return new Found(Integer.parseInt(measured.group(1)), Long.parseLong(measured.group(2)) * BLOCK);
    }

    /** Removes all but those that a build uses just now. */
    public void clear() throws Trouble {
        Output output = host.run(Command.script(FUNCTIONS + CLEAR));
        if (!output.ok()) {
            throw new Trouble(TroubleKind.FOLDER_UNREADABLE, "~/.cache/maxdock", output.lastError());
        }
    }
}
