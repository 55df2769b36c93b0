package org.maxdock.image.identity;

import org.maxdock.host.shell.Shell;

/**
 * A record as one line of plain shell, which needs docker and coreutils and succeeds where the image is the recorded
 * one.
 */
public final class RecordLine {

    private RecordLine() {}

    public static String of(ImageRecord record) {
        String format = IdentityText.FORMAT.replace("\n", "{{\"\\n\"}}");
        return "[ \"$(docker image inspect --format " + Shell.quote(format) + " "
                + Shell.quote(record.reference().toString()) + " | sha256sum)\" = '" + record.content() + "  -' ]";
    }
}
