package org.maxdock.image.context;

import java.util.ArrayList;
import java.util.List;
import org.maxdock.host.CancellableOutput;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.text.RawText;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/** A build context on the workgroup server. Only the names and sizes of its files cross the link. */
public final class ServerFolder {

    private static final String LIST = """
            cd -- "$1" || exit
            [ -f "$2" ] || exit 8
            cat .dockerignore 2>/dev/null | tr -d '\\0'
            printf '\\0'
            find . -mindepth 1 -printf '%y %s %P\\0' && printf 'end\\0'
            """;
    private static final int NO_DOCKERFILE = 8;

    private final Host host;
    private final String folder;

    public ServerFolder(Host host, String folder) {
        this.host = host;
        this.folder = folder;
    }

    /** The Dockerfile, a byte a character. */
    public byte[] read(String name) throws Trouble {
        Output output = host.run(Command.script("cd -- \"$1\" && cat -- \"$2\"", folder, name));
        if (!output.ok()) {
            throw new Trouble(TroubleKind.DOCKERFILE_MISSING, name, folder);
        }
        return output.bytes();
    }

    /** What the server's docker will send to its engine. */
    public ContextSize size(String dockerfile, Cancellation cancellation) throws Trouble {
        Output output = CancellableOutput.run(host, Command.script(LIST, folder, dockerfile), cancellation);
        if (output.status() == NO_DOCKERFILE) {
            throw new Trouble(TroubleKind.DOCKERFILE_MISSING, dockerfile, folder);
        }
        if (!output.ok()) {
            throw new Trouble(TroubleKind.FOLDER_UNREADABLE, folder, output.lastError());
        }
        String[] words = RawText.of(output.bytes()).split("\0");
        if (!words[words.length - 1].equals("end")) {
            throw new Trouble(TroubleKind.FOLDER_UNREADABLE, folder, "its listing is cut");
        }
        return ContextSize.of(sent(words, IgnoreRules.parse(words[0], dockerfile)));
    }

    /** The listing names a folder before what is in it. */
    private static List<ContextSize.Weight> sent(String[] words, IgnoreRules rules) {
        List<ContextSize.Weight> sent = new ArrayList<>();
        String skipped = "\0";
        for (int i = 1; i < words.length - 1; i++) {
            String[] entry = words[i].split(" ", 3);
            String name = entry[2];
            if (name.startsWith(skipped)) {
                continue;
            }
            if (!rules.ignores(name)) {
                sent.add(new ContextSize.Weight(name, entry[0].equals("f") ? Long.parseLong(entry[1]) : 0));
            } else if (entry[0].equals("d") && !rules.takesBackBelow(name)) {
                skipped = name + "/";
            }
        }
        return sent;
    }
}
